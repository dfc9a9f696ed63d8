package org.parlor.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parlor.embedded.ServerProcess;
import org.parlor.protocol.Frame;
import org.parlor.protocol.Player;

/** Servers on a real PostgreSQL that goes away, comes back, and is shared. */
class PostgresFaultsIT {

    /** The pool waits 3 s for a connection, and whoever waits in line meanwhile does not wait for another 3. */
    private static final Duration LONGEST_ANSWER = Duration.ofMillis(5500);

    @TempDir
    private static Path data;

    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void start() throws IOException {
        postgres = startPostgres(0);
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    /** Starts it on the data that it had, if it had any. */
    private static EmbeddedPostgres startPostgres(int port) throws IOException {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setPGStartupWait(Duration.ofMinutes(1))
                .setDataDirectory(data.resolve("postgres"))
                .setCleanDataDirectory(false);
        return (port == 0 ? builder : builder.setPort(port)).start();
    }

    private static ServerProcess server() throws IOException {
        return ServerProcess.start(Map.of(
                "PARLOR_PORT", "0",
                "PARLOR_DATA", data.toString(),
                "PARLOR_JDBC_URL", postgres.getJdbcUrl("postgres", "postgres")));
    }

    @Test
    void whilePostgresIsAwayCommandsAreRefusedAndAfterwardsTheGameGoesOnWithoutARestart() throws Exception {
        try (ServerProcess server = server()) {
            URI base = server.awaitReady();
            try (Player ann = Player.connect(base, "r", "");
                    Player bob = Player.connect(base, "r", "");
                    Player cleo = Player.connect(base, "other", "")) {
                ann.sit("Ann");
                bob.sit("Bob");
                cleo.sit("Cleo");
                ann.move("h8");
                assertRefused(bob.ask("move", "move", "a\u0000b"), "bad-frame");
                int port = postgres.getPort();
                postgres.close();
                Frame move = Frame.command("move", "move", "h9");
                Frame word = Frame.command("say", "text", "are you there?");
                long start = System.nanoTime();
                cleo.send(word);
                assertRefused(bob.ask(move), "unavailable");
                assertRefused(answer(cleo, word), "unavailable");
                assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LONGEST_ANSWER);
                postgres = startPostgres(port);
                Frame ack = insist(bob, move);
                insist(cleo, word);
                assertThat(bob.ask(move)).isEqualTo(ack);
                ann.await("moved", it -> it.type().equals("moved") && it.seq() == ack.seq());
                ann.move("i8");
                bob.catchUp();
                assertThat(bob.frames("moved")).hasSize(3);
                assertThat(cleo.frames("said")).hasSize(1);
            }
        }
    }

    @Test
    void twoServersOnOneDatabaseNeverSpoilTheLogOfARoom() throws Exception {
        try (ServerProcess one = server();
                ServerProcess two = server()) {
            // The first to start makes the tables.
            URI first = one.awaitReady();
            URI second = two.awaitReady();
            try (Player ann = Player.connect(first, "shared", "")) {
                ann.sit("Ann");
                try (Player bob = Player.connect(second, "shared", "")) {
                    bob.sit("Bob");
                    List<Frame> acks = talkAtOnce(ann, bob);
                    // A server hears what the other one stored when it writes to the room itself.
                    acks.add(ann.insist("say", "text", "the first one's last word"));
                    List<String> earlier = log(first);
                    acks.add(bob.insist("say", "text", "the second one's last word"));
                    List<String> log = log(second);
                    assertThat(log.subList(0, log.size() - 1)).isEqualTo(earlier);
                    List<Frame> events = log.stream().map(Frame::of).toList();
                    assertThat(events)
                            .extracting(Frame::seq)
                            .containsExactlyElementsOf(LongStream.rangeClosed(1, log.size())
                                    .boxed()
                                    .toList());
                    List<Long> said = events.stream()
                            .filter(it -> it.type().equals("said"))
                            .map(Frame::seq)
                            .toList();
                    assertThat(acks).extracting(Frame::seq).containsExactlyInAnyOrderElementsOf(said);
                    assertThat(events)
                            .filteredOn(it -> List.of("dropped", "returned").contains(it.type()))
                            .as("the second server takes Ann for lost, and the first knows better")
                            .extracting(Frame::type)
                            .containsExactly("dropped", "returned");
                }
            }
        }
    }

    private static List<Frame> talkAtOnce(Player... players) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(players.length);
        try {
            List<Future<List<Frame>>> talks = new ArrayList<>();
            for (Player player : players) {
                talks.add(threads.submit(() -> talk(player)));
            }
            List<Frame> acks = new ArrayList<>();
            for (Future<List<Frame>> each : talks) {
                acks.addAll(each.get());
            }
            return acks;
        } finally {
            threads.shutdown();
        }
    }

    private static List<Frame> talk(Player player) {
        List<Frame> acks = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            acks.add(player.insist("say", "text", "word " + i));
        }
        return acks;
    }

    /** The events of the room as a newcomer gets them. */
    private static List<String> log(URI base) {
        try (Player reader = Player.connect(base, "shared", "")) {
            reader.insist("resume", "since", 0);
            return reader.frames().stream()
                    .filter(frame -> frame.containsKey("at"))
                    .map(Frame::text)
                    .toList();
        }
    }

    private static Frame answer(Player player, Frame command) {
        return player.await("the answer to " + command, frame -> command.id().equals(frame.id()));
    }

    /** Asks until the database is back. */
    private static Frame insist(Player player, Frame command) {
        Frame answer = player.ask(command);
        for (int tries = 0; tries < 10 && "unavailable".equals(answer.get("reason")); tries++) {
            answer = player.ask(command);
        }
        assertThat(answer).containsEntry("type", "ack");
        return answer;
    }

    private static void assertRefused(Frame answer, String reason) {
        assertThat(answer).containsEntry("type", "refused").containsEntry("reason", reason);
    }
}
