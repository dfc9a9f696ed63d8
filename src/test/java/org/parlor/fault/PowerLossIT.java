package org.parlor.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parlor.embedded.ServerProcess;
import org.parlor.protocol.Frame;
import org.parlor.protocol.Player;

/**
 * A kill leaves what the operating system has in its memory, so it can't show that a move survives a power cut. This looks
 * at the system calls instead: between the write of an event to SQLite's write-ahead log and the first byte of it, or of its
 * ack, on the network, the log was synced and the sync had returned. It proves what Parlor asks of the operating system; that
 * the disk does what it is asked is beyond a program. Needs {@code strace}, which may be missing except where {@code CI} is
 * set.
 */
class PowerLossIT {

    private static final int WORDS = 20;
    private static final Path STRACE = Path.of("/usr/bin/strace");
    private static final Pattern SYNC = Pattern.compile("(\\d+) +(fsync|fdatasync)\\(.*-wal>.*");

    @TempDir
    private Path data;

    @Test
    void anEventIsSyncedBeforeAnybodyHearsOfIt() throws Exception {
        if (System.getenv("CI") == null) {
            assumeThat(STRACE)
                    .as("strace is not installed; apt-get install strace")
                    .exists();
        }
        Path trace = data.resolve("trace");
        try (ServerProcess server = ServerProcess.start(
                Map.of("PARLOR_PORT", "0", "PARLOR_DATA", data.toString()),
                STRACE.toString(),
                "-D",
                "-f",
                "-y",
                "-s",
                "10000",
                "-o",
                trace.toString(),
                "-e",
                "trace=fsync,fdatasync,write,writev,pwrite64,sendto,sendmsg")) {
            try (Player ann = Player.connect(server.awaitReady(), "r", "")) {
                ann.sit("Ann");
                for (int i = 0; i < WORDS; i++) {
                    ann.ask(Frame.of(Map.of("type", "say", "id", "id-" + i + "-", "text", word(i))));
                }
            }
            server.terminate();
            server.awaitExit();
        }
        List<String> calls = calls(trace);
        for (int i = 0; i < WORDS; i++) {
            String word = word(i);
            String id = "id-" + i + "-";
            int stored = first(calls, 0, call -> call.contains("-wal>") && call.contains(word));
            int synced = syncReturned(calls, stored);
            assertThat(synced).isGreaterThan(stored);
            assertThat(first(calls, 0, call -> isSend(call) && call.contains(word)))
                    .as("%s is told after the sync in line %s", word, synced)
                    .isGreaterThan(synced);
            assertThat(first(calls, 0, call -> isSend(call) && call.contains("ack") && call.contains(id)))
                    .as("%s is acknowledged after the sync in line %s", word, synced)
                    .isGreaterThan(synced);
        }
    }

    private static String word(int number) {
        return "word-" + number + "-";
    }

    private static List<String> calls(Path trace) throws IOException {
        return Files.readString(trace, StandardCharsets.ISO_8859_1).lines().toList();
    }

    private static boolean isSend(String call) {
        return call.contains("<socket:") || call.contains("<TCP");
    }

    /** Where the first sync of the write-ahead log that begins after this line has returned. */
    private static int syncReturned(List<String> calls, int after) {
        int begun = first(calls, after + 1, call -> SYNC.matcher(call).matches());
        String call = calls.get(begun);
        if (!call.contains("<unfinished")) {
            assertThat(call).endsWith("= 0");
            return begun;
        }
        String thread = call.substring(0, call.indexOf(' '));
        int returned = first(calls, begun, it -> it.startsWith(thread + " ") && it.contains("sync resumed"));
        assertThat(calls.get(returned)).endsWith("= 0");
        return returned;
    }

    private static int first(List<String> calls, int from, Predicate<String> wanted) {
        return IntStream.range(from, calls.size())
                .filter(i -> wanted.test(calls.get(i)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no such call after line " + from + " of " + calls.size()));
    }
}
