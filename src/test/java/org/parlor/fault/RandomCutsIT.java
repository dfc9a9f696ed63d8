package org.parlor.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parlor.embedded.ServerProcess;

/**
 * A player whose network breaks off at random moments, who sends commands up to three times and comes back each time, ends
 * with the same log as one who was never disturbed: both hear every event once and in order, and no command is done twice.
 * {@code -Dcuts=500} cuts more often, {@code -Dseed=…} repeats the choices of a run.
 */
class RandomCutsIT {

    private static final int LONGEST_LIFE_NANOS = 100_000_000;
    private static final int SECONDS = 60;

    @TempDir
    private Path data;

    private final int cuts = Integer.getInteger("cuts", 40);
    private final long seed = Long.getLong("seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final Testimony room = new Testimony("cuts");
    private final Semaphore answered = new Semaphore(0);

    @Test
    void whoeverIsCutOffAtRandomEndsWithTheLogOfOneWhoNeverWas() throws Exception {
        RandomPlayer disturbed = new RandomPlayer("Ann", random.nextLong(), room, answered);
        RandomPlayer undisturbed = new RandomPlayer("Bob", random.nextLong(), room, answered);
        try (ServerProcess server = ServerProcess.start(Map.of("PARLOR_PORT", "0", "PARLOR_DATA", data.toString()))) {
            URI base = server.awaitReady();
            disturbed.play(base, disturbed::isSeated);
            AtomicBoolean enough = new AtomicBoolean();
            CompletableFuture<Void> bob = CompletableFuture.runAsync(() -> undisturbed.play(base, enough::get));
            for (int i = 0; i < cuts; i++) {
                disturbed.playUntilCut(base, Duration.ofNanos(random.nextInt(LONGEST_LIFE_NANOS)));
            }
            disturbed.play(base, () -> true);
            enough.set(true);
            bob.get(SECONDS, TimeUnit.SECONDS);
            assertThat(room.commandCount()).as("seed %s", seed).isGreaterThan(cuts);
            room.check(base);
        }
    }
}
