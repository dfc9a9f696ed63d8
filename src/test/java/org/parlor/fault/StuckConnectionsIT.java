package org.parlor.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.parlor.embedded.ServerProcess;
import org.parlor.protocol.Frame;
import org.parlor.protocol.Player;
import org.parlor.wire.Handshake;
import org.parlor.wire.WireSocket;

/** Connections that are open and dead: who says nothing, and who hears nothing. The server has 64 MiB of heap. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StuckConnectionsIT {

    private static final Duration FOUND_WITHIN = Duration.ofSeconds(25);
    private static final Duration CUT_WITHIN = Duration.ofSeconds(25);
    private static final int WORDS = 500;
    private static final int REPLAYS = 2000;
    private static final int LIMIT = 1 << 20;
    private static final double MOST_DELAY = 3;

    /** Three bytes a character. */
    private static final String TEXT = "\u4e94".repeat(480);

    @TempDir
    private static Path data;

    private static ServerProcess server;
    private static URI base;
    private static WireSocket silent;
    private static Player opponent;

    /** The silent one falls silent first of all, so that the other tests pass the time until it is found. */
    @BeforeAll
    static void start() throws Exception {
        server = ServerProcess.start(
                Map.of("PARLOR_PORT", "0", "PARLOR_DATA", data.toString(), "JAVA_TOOL_OPTIONS", "-Xmx64m"));
        base = server.awaitReady();
        silent = WireSocket.open(Handshake.to(Player.address(base, "silent", "")));
        silent.send("{\"type\":\"sit\",\"id\":\"1\",\"seat\":\"black\",\"name\":\"Ann\"}");
        silent.await("ack");
        opponent = Player.connect(base, "silent", "");
        opponent.sit("Bob");
    }

    @AfterAll
    static void stop() throws IOException {
        opponent.close();
        silent.close();
        server.close();
    }

    @Test
    @Order(1)
    void whoDoesNotReadIsCutAndDelaysNobodyElse() {
        try (Player ann = Player.connect(base, "slow", "");
                Player bob = Player.connect(base, "slow", "");
                Player slow = Player.connect(base, "slow", "")) {
            ann.sit("Ann");
            bob.await("seated");
            slow.sit("Slow");
            talk("slow");
            double usual = talk("slow");
            slow.stopReading();
            double withSlowReader = usual;
            // The kernel's buffers take some of it.
            for (long said = 0; said < 8L * LIMIT; said += 3L * WORDS * TEXT.length()) {
                withSlowReader = Math.max(withSlowReader, talk("slow"));
            }
            assertThat(withSlowReader / usual).isLessThan(MOST_DELAY);
            assertThat(bob.await("dropped", CUT_WITHIN)).containsEntry("seat", "white");
            talk("slow");
        }
    }

    @Test
    @Order(2)
    void whoAsksForTheLogAgainAndAgainWithoutReadingItCostsNoMemory() {
        try (Player ann = Player.connect(base, "replays", "")) {
            ann.sit("Ann");
            talk("replays");
            try (Player greedy = Player.connect(base, "replays", "")) {
                greedy.sit("Greedy");
                greedy.stopReading();
                for (int i = 0; i < REPLAYS; i++) {
                    greedy.sendRaw("{\"type\":\"resume\",\"since\":0}");
                }
                assertThat(ann.await("dropped", CUT_WITHIN)).containsEntry("seat", "white");
                talk("replays");
            }
        }
    }

    @Test
    @Order(3)
    void whoFallsSilentWithoutAWordIsFoundIn25SecondsAndTheSeatIsKept() throws Exception {
        Frame dropped = opponent.await("dropped", FOUND_WITHIN);
        assertThat(dropped).containsEntry("seat", "black");
        assertThat(millis(dropped) - millis(opponent.await("started"))).isBetween(20_000L, FOUND_WITHIN.toMillis());
        try (Player taker = Player.connect(base, "silent", "")) {
            assertThat(taker.ask("sit", "seat", "black")).containsEntry("reason", "seat-taken");
            assertThat(opponent.ask("claim")).containsEntry("reason", "too-early");
        }
    }

    private static long millis(Frame event) {
        return ((Number) event.get("at")).longValue();
    }

    /** Says many words, each when the one before is acknowledged. Returns the median time to the ack, in nanoseconds. */
    private static double talk(String room) {
        long[] nanos = new long[WORDS];
        try (Player speaker = Player.connect(base, room, "")) {
            for (int i = 0; i < WORDS; i++) {
                long start = System.nanoTime();
                speaker.insist("say", "text", TEXT);
                nanos[i] = System.nanoTime() - start;
            }
        }
        Arrays.sort(nanos);
        return nanos[WORDS / 2];
    }
}
