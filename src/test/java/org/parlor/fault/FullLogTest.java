package org.parlor.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.parlor.log.Append;
import org.parlor.log.StoredEvent;
import org.parlor.room.Room;
import org.parlor.store.SqlEventStore;
import org.parlor.store.Sqlite;
import org.parlor.store.StoreMetrics;

/** Opening a room with the longest log that a room can have takes a bounded time. */
class FullLogTest {

    /** What it takes is on the guarantees page; this is for a machine that has much else to do. */
    private static final Duration BOUND = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void isOpenedInABoundedTime(FullLog kind) throws Exception {
        try (SqlEventStore store = Sqlite.open(folder, Runnable::run, StoreMetrics.NONE);
                RoomHost host = RoomHost.of(completions -> store)) {
            List<StoredEvent> log = kind.events("r");
            CompletableFuture<Append.Result> stored = store.append(new Append("r", log, List.of(), Optional.empty()))
                    .toCompletableFuture();
            assertThat(stored.get(1, TimeUnit.MINUTES)).isEqualTo(Append.Result.STORED);
            CompletableFuture<Room> read = CompletableFuture.supplyAsync(
                    () -> host.repository().fold("r", host.repository().log("r"), change -> {}));
            assertThat(read).succeedsWithin(BOUND).extracting(Room::seq).isEqualTo((long) Room.LONGEST_LOG);
        }
    }
}
