package org.parlor.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parlor.embedded.ServerProcess;

/** A server that can't go on does not seem to. */
class LastResortIT {

    private static final int CANNOT_GO_ON = 3;
    private static final int MORE_THAN_IT_CAN_HOLD = 20_000;

    @TempDir
    private Path data;

    /** With the limits that it has by itself it does not come to this. */
    @Test
    void aServerWhoseMemoryIsUsedUpEndsAndSaysWhy() throws Exception {
        Map<String, String> settings = Map.of(
                "PARLOR_PORT", "0",
                "PARLOR_DATA", data.toString(),
                "PARLOR_CONNECTIONS", "off",
                "PARLOR_CONNECTIONS_PER_ADDRESS", "off",
                "JAVA_TOOL_OPTIONS", "-Xmx28m");
        try (ServerProcess server = ServerProcess.start(settings)) {
            List<Stranger> crowd = new ArrayList<>();
            try {
                fill(server.awaitReady(), crowd);
                assertThat(server.awaitExit()).isEqualTo(CANNOT_GO_ON);
                assertThat(server.awaitOutput()).anyMatch(line -> line.startsWith("Parlor can't go on: the memory"));
            } finally {
                for (Stranger each : crowd) {
                    each.close();
                }
            }
        }
    }

    private static void fill(URI base, List<Stranger> crowd) {
        try {
            while (crowd.size() < MORE_THAN_IT_CAN_HOLD) {
                crowd.add(Stranger.enter(base, "room-" + crowd.size()));
            }
        } catch (IOException theEnd) {
            // This is what the test waits for.
            assertThat(crowd).isNotEmpty();
        }
    }
}
