package org.parlor.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.parlor.frame.EventJson;
import org.parlor.game.Games;
import org.parlor.game.gomoku.Gomoku;
import org.parlor.journal.SqlJournal;
import org.parlor.journal.Sqlite;
import org.parlor.journal.Stopwatch;
import org.parlor.room.Archive;
import org.parlor.room.Room;

/** Opening a room with the longest log that a room can have takes a bounded time. */
class FullLogTest {

    /** What it takes is on the guarantees page; this is for a machine that has much else to do. */
    private static final Duration BOUND = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void isOpenedInABoundedTime(FullLog kind) throws Exception {
        Games games = new Games(List.of(new Gomoku()));
        try (SqlJournal journal = Sqlite.open(folder, Stopwatch.NONE)) {
            CompletableFuture<Boolean> stored =
                    journal.append("r", kind.lines("r"), List.of()).toCompletableFuture();
            assertThat(stored.get(1, TimeUnit.MINUTES)).isTrue();
            Archive archive = new Archive(journal, new EventJson(), games);
            CompletableFuture<Room> read =
                    CompletableFuture.supplyAsync(() -> archive.read("r").orElseThrow());
            assertThat(read).succeedsWithin(BOUND).extracting(Room::seq).isEqualTo((long) Room.LONGEST_LOG);
        }
    }
}
