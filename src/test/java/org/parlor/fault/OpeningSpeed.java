package org.parlor.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parlor.frame.EventJson;
import org.parlor.game.Games;
import org.parlor.game.gomoku.Gomoku;
import org.parlor.journal.Postgres;
import org.parlor.journal.SqlJournal;
import org.parlor.journal.Sqlite;
import org.parlor.journal.Stopwatch;
import org.parlor.room.Archive;
import org.parlor.room.Line;
import org.parlor.room.Room;

/**
 * Prints the second table of the guarantees page: how long it takes to open a room whose log is full, from SQLite and from
 * PostgreSQL on the same machine. No part of the build: {@code mvn test -Dtest=OpeningSpeed}.
 */
class OpeningSpeed {

    private static final int TIMES = 11;

    @TempDir
    private Path folder;

    private final Games games = new Games(List.of(new Gomoku()));

    @Test
    void printsTheTableOfTheGuaranteesPage() throws Exception {
        try (SqlJournal sqlite = Sqlite.open(folder, Stopwatch.NONE);
                EmbeddedPostgres server = EmbeddedPostgres.start();
                SqlJournal postgres = Postgres.open(server.getJdbcUrl("postgres", "postgres"), Stopwatch.NONE)) {
            System.out.println("| a full log of | SQLite | PostgreSQL |\n|---|---|---|");
            for (FullLog kind : FullLog.values()) {
                System.out.println(
                        "| " + kind.what() + " | " + open(sqlite, kind) + " | " + open(postgres, kind) + " |");
            }
        }
    }

    private String open(SqlJournal journal, FullLog kind) throws Exception {
        String room = kind.name();
        List<Line> log = kind.lines(room);
        journal.append(room, log, List.of()).toCompletableFuture().get(1, TimeUnit.MINUTES);
        Archive archive = new Archive(journal, new EventJson(), games);
        long[] nanos = new long[TIMES];
        for (int i = 0; i < TIMES; i++) {
            long start = System.nanoTime();
            long events = archive.read(room).orElseThrow().seq();
            nanos[i] = System.nanoTime() - start;
            assertThat(events).isEqualTo(Room.LONGEST_LOG);
        }
        double first = nanos[0] / 1e6;
        Arrays.sort(nanos);
        return String.format("%,.0f ms (first %,.0f ms)", nanos[TIMES / 2] / 1e6, first);
    }
}
