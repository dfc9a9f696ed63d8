package org.parlor.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parlor.log.Append;
import org.parlor.room.Room;
import org.parlor.store.Postgres;
import org.parlor.store.SqlEventStore;
import org.parlor.store.Sqlite;
import org.parlor.store.StoreMetrics;

/**
 * Prints the second table of the guarantees page: how long it takes to open a room whose log is full, from SQLite and from
 * PostgreSQL on the same machine. No part of the build: {@code mvn test -Dtest=OpeningSpeed}.
 */
class OpeningSpeed {

    private static final int TIMES = 11;

    @TempDir
    private Path folder;

    @Test
    void printsTheTableOfTheGuaranteesPage() throws Exception {
        try (SqlEventStore sqlite = Sqlite.open(folder, Runnable::run, StoreMetrics.NONE);
                EmbeddedPostgres server = EmbeddedPostgres.start();
                SqlEventStore postgres =
                        Postgres.open(server.getJdbcUrl("postgres", "postgres"), Runnable::run, StoreMetrics.NONE)) {
            System.out.println("| a full log of | SQLite | PostgreSQL |\n|---|---|---|");
            for (FullLog kind : FullLog.values()) {
                System.out.println(
                        "| " + kind.what() + " | " + open(sqlite, kind) + " | " + open(postgres, kind) + " |");
            }
        }
    }

    private String open(SqlEventStore store, FullLog kind) throws Exception {
        String room = kind.name();
        Append append = new Append(room, kind.events(room), List.of(), Optional.empty());
        store.append(append).toCompletableFuture().get(1, TimeUnit.MINUTES);
        long[] nanos = new long[TIMES];
        try (RoomHost host = RoomHost.of(completions -> store)) {
            for (int i = 0; i < TIMES; i++) {
                long start = System.nanoTime();
                Room opened = host.repository().fold(room, host.repository().log(room), change -> {});
                nanos[i] = System.nanoTime() - start;
                assertThat(opened.seq()).isEqualTo(Room.LONGEST_LOG);
            }
        }
        double first = nanos[0] / 1e6;
        Arrays.sort(nanos);
        return String.format("%,.0f ms (first %,.0f ms)", nanos[TIMES / 2] / 1e6, first);
    }
}
