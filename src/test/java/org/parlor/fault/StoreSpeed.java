package org.parlor.fault;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parlor.log.Append;
import org.parlor.log.EventStore;
import org.parlor.log.RefusedCommand;
import org.parlor.log.StoredEvent;
import org.parlor.store.Postgres;
import org.parlor.store.SqlEventStore;
import org.parlor.store.Sqlite;
import org.parlor.store.StoreMetrics;

/**
 * Prints the table of the guarantees page: how fast moves are stored and told, without the network, when the store is in
 * memory, in SQLite and in PostgreSQL on the same machine. No part of the build: {@code mvn test -Dtest=StoreSpeed}.
 */
class StoreSpeed {

    private static final int GAMES_AT_ONCE = 50;
    private static final int GAMES_ALONE = 20;

    @TempDir
    private Path folder;

    private SqlEventStore opened;
    private int rooms;

    @Test
    void printsTheTableOfTheGuaranteesPage() throws Exception {
        System.out.println("| store | moves/s, 1 room | median, 1 room | moves/s, " + GAMES_AT_ONCE
                + " rooms | median, " + GAMES_AT_ONCE + " rooms |\n|---|---|---|---|---|");
        try (RoomHost host = RoomHost.of(Forgetful::new)) {
            row("memory", host);
        }
        try (RoomHost host = RoomHost.of(completions -> opened = Sqlite.open(folder, completions, StoreMetrics.NONE))) {
            row("SQLite", host);
            opened.close();
        }
        try (EmbeddedPostgres server = EmbeddedPostgres.start();
                RoomHost host = RoomHost.of(completions -> opened =
                        Postgres.open(server.getJdbcUrl("postgres", "postgres"), completions, StoreMetrics.NONE))) {
            row("PostgreSQL", host);
            opened.close();
        }
    }

    private void row(String name, RoomHost host) throws Exception {
        // The first time warms up.
        play(host, GAMES_AT_ONCE, 4);
        System.out.println(
                "| " + name + " | " + play(host, 1, GAMES_ALONE) + " | " + play(host, GAMES_AT_ONCE, 4) + " |");
    }

    /** Plays games in so many rooms at once, so often. Returns two cells of the table. */
    private String play(RoomHost host, int atOnce, int times) throws Exception {
        List<Long> latencies = new ArrayList<>();
        long start = System.nanoTime();
        for (int i = 0; i < times; i++) {
            List<CompletableFuture<long[]>> games = new ArrayList<>();
            for (int game = 0; game < atOnce; game++) {
                games.add(DrawnGame.start(host, "speed-" + rooms++));
            }
            games.forEach(game -> Arrays.stream(game.join()).forEach(latencies::add));
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        latencies.sort(null);
        return String.format("%,.0f | %.2f ms", latencies.size() / seconds, latencies.get(latencies.size() / 2) / 1e6);
    }

    /** A store that keeps nothing. */
    private record Forgetful(Executor completions) implements EventStore {
        @Override
        public CompletionStage<Append.Result> append(Append append) {
            return CompletableFuture.supplyAsync(() -> Append.Result.STORED, completions);
        }

        @Override
        public List<StoredEvent> read(String room, long since) {
            return List.of();
        }

        @Override
        public List<RefusedCommand> refusals(String room) {
            return List.of();
        }

        @Override
        public List<String> due(long until, int most) {
            return List.of();
        }
    }
}
