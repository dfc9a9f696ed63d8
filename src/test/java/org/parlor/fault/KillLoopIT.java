package org.parlor.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.parlor.embedded.ServerProcess;

/**
 * The server is killed with SIGKILL again and again while many rooms play at full speed. In the end every room has exactly
 * what anybody was ever told, once and in the same bytes. {@code -Dkills=200} kills it more often than the usual 20 times,
 * {@code -Dseed=…} repeats the choices of a run, though not its timing.
 */
class KillLoopIT {

    private static final int ROOMS = 8;
    private static final int MOST_ANSWERS = 400;
    private static final int SECONDS = 30;

    /** A start that is over sooner: these lives are short. */
    private static final String SHORT_LIVED = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC";

    @TempDir
    private Path data;

    private final int kills = Integer.getInteger("kills", 20);
    private final long seed = Long.getLong("seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final Semaphore answered = new Semaphore(0);
    private final List<Testimony> rooms = IntStream.range(0, ROOMS)
            .mapToObj(room -> new Testimony("room-" + room))
            .toList();
    private final List<RandomPlayer> players = new ArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @BeforeEach
    void invite() {
        for (Testimony room : rooms) {
            for (String name : List.of("Ann", "Bob")) {
                players.add(new RandomPlayer(name, random.nextLong(), room, answered));
            }
        }
    }

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void whatAnybodyWasToldSurvivesEveryKill(TestReporter reporter) throws Exception {
        // The first life is long enough for everyone to sit down.
        liveUntil(players.size() * 4, ServerProcess::kill);
        for (int i = 1; i < kills; i++) {
            liveUntil(random.nextInt(MOST_ANSWERS), ServerProcess::kill);
        }
        liveOnAndCheck();
        reporter.publishEntry(
                "kill loop",
                kills + " kills, "
                        + rooms.stream().mapToInt(Testimony::commandCount).sum() + " commands, "
                        + rooms.stream().mapToInt(Testimony::eventCount).sum() + " events, seed " + seed);
    }

    @Test
    void askedToStopItSendsEveryoneAwayWith1012AndHasStoredWhatAnybodyWasTold() throws Exception {
        liveUntil(players.size() * 20, ServerProcess::terminate);
        assertThat(players).extracting(RandomPlayer::closeCode).containsOnly(1012);
        liveOnAndCheck();
    }

    /** A life of the server: everyone comes back and plays until there were so many answers; then it ends. */
    private void liveUntil(int answers, Consumer<ServerProcess> end) throws Exception {
        AtomicBoolean ending = new AtomicBoolean();
        try (ServerProcess server = start()) {
            URI base = server.awaitReady();
            List<Future<?>> games = begin(player -> playUntilLost(player, base, ending));
            await(answers);
            ending.set(true);
            end.accept(server);
            server.awaitExit();
            finish(games);
        }
    }

    private static void playUntilLost(RandomPlayer player, URI base, AtomicBoolean ending) {
        try {
            player.play(base, () -> false);
        } catch (AssertionError lost) {
            // Only the loss of the connection is expected; what contradicts itself is another exception.
            if (!ending.get()) {
                throw lost;
            }
        }
    }

    /** The last life of the server: every command is answered, and the rooms have what they should. */
    private void liveOnAndCheck() throws Exception {
        AtomicBoolean enough = new AtomicBoolean();
        try (ServerProcess server = start()) {
            URI base = server.awaitReady();
            List<Future<?>> games = begin(player -> player.play(base, enough::get));
            await(players.size() * 4);
            enough.set(true);
            finish(games);
            rooms.forEach(room -> room.check(base));
        }
    }

    private List<Future<?>> begin(Consumer<RandomPlayer> game) {
        answered.drainPermits();
        List<Future<?>> games = new ArrayList<>();
        players.forEach(player -> games.add(threads.submit(() -> game.accept(player))));
        return games;
    }

    private void await(int answers) throws InterruptedException {
        assertThat(answered.tryAcquire(answers, SECONDS, TimeUnit.SECONDS))
                .as("seed %s: the games go on", seed)
                .isTrue();
    }

    private static void finish(List<Future<?>> games) throws Exception {
        for (Future<?> game : games) {
            game.get(SECONDS, TimeUnit.SECONDS);
        }
    }

    private ServerProcess start() throws IOException {
        return ServerProcess.start(Map.of(
                "PARLOR_PORT",
                "0",
                "PARLOR_DATA",
                data.toString(),
                "PARLOR_REMATCH_SECONDS",
                "86400",
                "JAVA_TOOL_OPTIONS",
                SHORT_LIVED));
    }
}
