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
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.parlor.embedded.ServerProcess;
import org.parlor.protocol.Player;

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
    private final List<Testimony> rooms =
            IntStream.range(0, ROOMS).mapToObj(room -> new Testimony()).toList();
    private final List<RandomPlayer> players = new ArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void whatAnybodyWasToldSurvivesEveryKill(TestReporter reporter) throws Exception {
        for (int room = 0; room < ROOMS; room++) {
            for (String name : List.of("Ann", "Bob")) {
                players.add(new RandomPlayer(roomName(room), name, random.nextLong(), rooms.get(room), answered));
            }
        }
        // The first life is long enough for everyone to sit down.
        liveUntil(players.size() * 4, true);
        for (int i = 1; i < kills; i++) {
            liveUntil(random.nextInt(MOST_ANSWERS), true);
        }
        liveUntil(players.size() * 4, false);
        String summary = kills + " kills, "
                + rooms.stream().mapToInt(Testimony::commandCount).sum() + " commands, "
                + rooms.stream().mapToInt(Testimony::eventCount).sum() + " events, seed " + seed;
        reporter.publishEntry("kill loop", summary);
    }

    /** One life of the server: everyone comes back and plays until there were so many answers; then it is killed, or judged. */
    private void liveUntil(int answers, boolean thenKill) throws Exception {
        AtomicBoolean ending = new AtomicBoolean();
        try (ServerProcess server = start()) {
            URI base = server.awaitReady();
            answered.drainPermits();
            List<Future<?>> lives = new ArrayList<>();
            for (RandomPlayer player : players) {
                lives.add(threads.submit(() -> live(player, base, ending, thenKill)));
            }
            assertThat(answered.tryAcquire(answers, SECONDS, TimeUnit.SECONDS))
                    .as("seed %s: the game goes on", seed)
                    .isTrue();
            ending.set(true);
            if (thenKill) {
                server.kill();
                server.awaitExit();
            }
            for (Future<?> life : lives) {
                life.get(SECONDS, TimeUnit.SECONDS);
            }
            if (!thenKill) {
                judge(base);
            }
        }
    }

    private static void live(RandomPlayer player, URI base, AtomicBoolean ending, boolean untilKilled) {
        try {
            player.play(base, () -> !untilKilled && ending.get());
        } catch (AssertionError lost) {
            // Only the loss of the connection is expected; what contradicts itself is another exception.
            if (!untilKilled || !ending.get()) {
                throw lost;
            }
        }
    }

    private void judge(URI base) {
        for (int room = 0; room < ROOMS; room++) {
            try (Player reader = Player.connect(base, roomName(room), "")) {
                reader.insist("resume", "since", 0);
                rooms.get(room)
                        .check(reader.frames().stream()
                                .filter(frame -> frame.containsKey("at"))
                                .toList());
            }
        }
    }

    private static String roomName(int room) {
        return "room-" + room;
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
