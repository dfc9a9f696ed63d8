package org.parlor.room;

import java.util.List;
import java.util.concurrent.CompletionStage;

/** Where the logs of all rooms are kept. Safe for use by many threads. */
public interface Journal {

    /**
     * Appends to a room's log, all or nothing and only if the log still ends where the writer believes.
     *
     * <p>An append of nothing goes the same way: it tells whether the journal could store something now.
     *
     * @param room the room's name
     * @param lines the next entries without gaps, or none
     * @param answers answers to keep along with them
     * @return completes after the commit: {@code true} if the entries are stored, {@code false} if another writer was first
     *     and nothing was stored; fails with a {@link JournalException} if the journal can't be written now
     */
    CompletionStage<Boolean> append(String room, List<Line> lines, List<Answer> answers);

    /**
     * Reads a room's log.
     *
     * @param since entries after this number, -1 for all
     * @throws JournalException if the journal can't be read now
     */
    List<Line> read(String room, long since);

    /** How many answers of a room are remembered. */
    int ANSWERS_KEPT = 100_000;

    /**
     * Reads the latest answers kept for a room, at most {@link #ANSWERS_KEPT}, oldest first.
     *
     * @throws JournalException if the journal can't be read now
     */
    List<Answer> answers(String room);
}
