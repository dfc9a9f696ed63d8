package org.parlor.fault;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parlor.frame.EventJson;
import org.parlor.game.Setup;
import org.parlor.game.gomoku.Gomoku;
import org.parlor.journal.Postgres;
import org.parlor.journal.SqlJournal;
import org.parlor.journal.Sqlite;
import org.parlor.journal.Stopwatch;
import org.parlor.room.Answer;
import org.parlor.room.Event;
import org.parlor.room.Journal;
import org.parlor.room.Line;
import org.parlor.room.LiveRoom;
import org.parlor.room.Room;
import org.parlor.room.Surroundings;
import org.parlor.room.Tally;

/**
 * Prints the table of the guarantees page: how fast moves are stored and told, without the network, when the journal is in
 * memory, in SQLite and in PostgreSQL on the same machine. No part of the build: {@code mvn test -Dtest=JournalSpeed}.
 */
class JournalSpeed {

    private static final int GAMES_AT_ONCE = 50;
    private static final int GAMES_ALONE = 20;

    @TempDir
    private Path folder;

    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private final Setup.Ready ready = (Setup.Ready) new Gomoku().setUp(Map.of(), Optional.empty());
    private int rooms;

    @AfterEach
    void stop() {
        threads.shutdown();
    }

    @Test
    void printsTheTableOfTheGuaranteesPage() throws IOException {
        System.out.println("| journal | moves/s, 1 room | median, 1 room | moves/s, " + GAMES_AT_ONCE
                + " rooms | median, " + GAMES_AT_ONCE + " rooms |\n|---|---|---|---|---|");
        row("memory", new Forgetful());
        try (SqlJournal sqlite = Sqlite.open(folder, Stopwatch.NONE)) {
            row("SQLite", sqlite);
        }
        try (EmbeddedPostgres server = EmbeddedPostgres.start();
                SqlJournal postgres = Postgres.open(server.getJdbcUrl("postgres", "postgres"), Stopwatch.NONE)) {
            row("PostgreSQL", postgres);
        }
    }

    private void row(String name, Journal journal) {
        // The first time warms up.
        play(journal, GAMES_AT_ONCE, 4);
        System.out.println(
                "| " + name + " | " + play(journal, 1, GAMES_ALONE) + " | " + play(journal, GAMES_AT_ONCE, 4) + " |");
    }

    /** Plays games in so many rooms at once, so often. Returns two cells of the table. */
    private String play(Journal journal, int atOnce, int times) {
        List<Long> latencies = new ArrayList<>();
        long start = System.nanoTime();
        for (int i = 0; i < times; i++) {
            List<CompletableFuture<long[]>> games =
                    Stream.generate(() -> game(journal)).limit(atOnce).toList();
            games.forEach(game -> Arrays.stream(game.join()).forEach(latencies::add));
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        latencies.sort(null);
        return String.format("%,.0f | %.2f ms", latencies.size() / seconds, latencies.get(latencies.size() / 2) / 1e6);
    }

    private CompletableFuture<long[]> game(Journal journal) {
        Surroundings around = new Surroundings(
                journal,
                new EventJson(),
                threads,
                Clock.systemUTC(),
                new SecureRandom(),
                Duration.ofMinutes(1),
                Tally.NONE);
        Event.Opened opening = new Event.Opened("gomoku", ready.options(), Optional.empty());
        LiveRoom room = LiveRoom.fresh(Room.open("speed-" + rooms++, opening, ready), around);
        return DrawnGame.start(room);
    }

    /** A journal that keeps nothing. */
    private static final class Forgetful implements Journal {
        @Override
        public CompletionStage<Boolean> append(String room, List<Line> lines, List<Answer> answers) {
            return CompletableFuture.completedFuture(true);
        }

        @Override
        public List<Line> read(String room, long since) {
            return List.of();
        }

        @Override
        public List<Answer> answers(String room, Collection<Answer.Key> commands) {
            return List.of();
        }
    }
}
