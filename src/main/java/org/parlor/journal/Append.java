package org.parlor.journal;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.parlor.room.Answer;
import org.parlor.room.Line;

/** An append that waits for the next commit. */
record Append(String room, List<Line> lines, List<Answer> answers, CompletableFuture<Boolean> stored) {}
