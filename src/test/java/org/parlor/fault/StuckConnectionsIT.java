package org.parlor.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.SocketException;
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

    private static final Duration FOUND_WITHIN = Duration.ofSeconds(35);
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
        server = startServer("stuck");
        base = server.awaitReady();
        silent = WireSocket.open(Handshake.to(Player.address(base, "silent", "")));
        silent.await("welcome");
        silent.send("{\"type\":\"sit\",\"id\":\"1\",\"seat\":\"black\",\"name\":\"Ann\"}");
        silent.await("ack");
        opponent = Player.connect(base, "silent", "");
        opponent.sit("Bob");
    }

    /** The other tests may take their time: nobody is to claim a game here. */
    private static ServerProcess startServer(String folder) throws IOException {
        return ServerProcess.start(Map.of(
                "PARLOR_PORT", "0",
                "PARLOR_DATA", data.resolve(folder).toString(),
                "PARLOR_CLAIM_SECONDS", "86400",
                "JAVA_TOOL_OPTIONS", "-Xmx64m"));
    }

    @AfterAll
    static void stop() throws IOException {
        opponent.close();
        silent.close();
        server.close();
    }

    /** The measure is a server beside it where everyone reads: what else the machine does delays both. */
    @Test
    @Order(1)
    void whoDoesNotReadIsCutAndDelaysNobodyElse() throws Exception {
        try (ServerProcess other = startServer("other")) {
            URI elsewhere = other.awaitReady();
            try (Player ann = Player.connect(base, "slow", "");
                    Player bob = Player.connect(base, "slow", "");
                    Player slow = Player.connect(base, "slow", "");
                    Player cleo = Player.connect(elsewhere, "slow", "");
                    Player dan = Player.connect(elsewhere, "slow", "")) {
                ann.sit("Ann");
                bob.await("seated");
                slow.sit("Slow");
                cleo.sit("Cleo");
                dan.sit("Dan");
                delay("slow", elsewhere);
                slow.stopReading();
                double most = 0;
                // The kernel's buffers take some of it.
                for (long said = 0; said < 8L * LIMIT; said += 3L * WORDS * TEXT.length()) {
                    most = Math.max(most, delay("slow", elsewhere));
                }
                assertThat(most).isLessThan(MOST_DELAY);
                assertThat(bob.await("dropped", CUT_WITHIN)).containsEntry("seat", "white");
                talk("slow");
            }
        }
    }

    @Test
    @Order(2)
    void whoAsksForTheLogAgainAndAgainWithoutReadingItCostsNoMemory() throws Exception {
        try (Player ann = Player.connect(base, "replays", "")) {
            ann.sit("Ann");
            talk("replays");
            try (WireSocket greedy = WireSocket.open(Handshake.to(Player.address(base, "replays", "")))) {
                greedy.send("{\"type\":\"sit\",\"id\":\"1\",\"name\":\"Greedy\"}");
                greedy.await("ack");
                askForTheLog(greedy);
                assertThat(ann.await("dropped", CUT_WITHIN)).containsEntry("seat", "white");
                talk("replays");
            }
        }
    }

    @Test
    @Order(3)
    void whoFallsSilentWithoutAWordIsFoundIn35SecondsAndTheSeatIsKept() throws Exception {
        Frame dropped = opponent.await("dropped", FOUND_WITHIN);
        assertThat(dropped).containsEntry("seat", "black");
        Frame lastWord = Frame.of(silent.await("seated").text());
        assertThat(millis(dropped) - millis(lastWord)).isBetween(29_000L, FOUND_WITHIN.toMillis());
        try (Player taker = Player.connect(base, "silent", "")) {
            assertThat(taker.ask("sit", "seat", "black")).containsEntry("reason", "seat-taken");
            assertThat(opponent.ask("claim")).containsEntry("reason", "too-early");
        }
    }

    private static long millis(Frame event) {
        return ((Number) event.get("at")).longValue();
    }

    private static void askForTheLog(WireSocket greedy) throws IOException {
        try {
            for (int i = 0; i < REPLAYS; i++) {
                greedy.send("{\"type\":\"resume\",\"since\":0}");
            }
        } catch (SocketException cut) {
            // The server has had enough before the end.
            return;
        }
    }

    private static void talk(String room) {
        try (Player speaker = Player.connect(base, room, "")) {
            for (int i = 0; i < WORDS; i++) {
                say(speaker);
            }
        }
    }

    /** Says each of many words here and elsewhere. Returns how many times as long the ack took here, in the median. */
    private static double delay(String room, URI elsewhere) {
        double[] delays = new double[WORDS];
        try (Player here = Player.connect(base, room, "");
                Player there = Player.connect(elsewhere, room, "")) {
            for (int i = 0; i < WORDS; i++) {
                delays[i] = say(here) / say(there);
            }
        }
        Arrays.sort(delays);
        return delays[WORDS / 2];
    }

    /** Says a word. Returns the time to the ack, in nanoseconds. */
    private static double say(Player speaker) {
        long start = System.nanoTime();
        speaker.insist("say", "text", TEXT);
        return System.nanoTime() - start;
    }
}
