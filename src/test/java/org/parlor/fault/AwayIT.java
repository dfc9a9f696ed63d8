package org.parlor.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parlor.embedded.ServerProcess;
import org.parlor.protocol.Frame;
import org.parlor.protocol.Player;

/** A player who is away keeps the seat, and loses the game only to a claim, and only after the time that is set. */
class AwayIT {

    private static final int PATIENCE_SECONDS = 5;

    @TempDir
    private Path data;

    @Test
    void theGameOfWhoStaysAwayMayBeClaimedAfterTheTimeAndNotBefore() throws Exception {
        Map<String, String> settings = Map.of(
                "PARLOR_PORT",
                "0",
                "PARLOR_DATA",
                data.toString(),
                "PARLOR_FRAMES_PER_SECOND",
                "1000000",
                "PARLOR_CLAIM_SECONDS",
                Integer.toString(PATIENCE_SECONDS));
        try (ServerProcess server = ServerProcess.start(settings)) {
            URI base = server.awaitReady();
            try (Player ann = Player.connect(base, "r", "");
                    Player bob = Player.connect(base, "r", "")) {
                ann.sit("Ann");
                String token = (String) bob.sit("Bob").get("token");
                bob.abort();
                ann.await("dropped");
                assertThat(ann.ask("claim")).containsEntry("reason", "too-early");
                try (Player back = Player.connect(base, "r", "")) {
                    assertThat(back.ask("sit", "seat", "white")).containsEntry("reason", "seat-taken");
                    assertThat(back.resume(token, 0)).containsEntry("seat", "white");
                }
                Frame dropped = ann.await("dropped");
                Frame answer = ann.ask("claim");
                while (answer.type().equals("refused")) {
                    assertThat(answer).containsEntry("reason", "too-early");
                    answer = ann.ask("claim");
                }
                Frame ended = ann.await("ended");
                assertThat(ended).containsEntry("winner", "black").containsEntry("reason", "abandonment");
                assertThat(millis(ended) - millis(dropped)).isGreaterThanOrEqualTo(PATIENCE_SECONDS * 1000L);
            }
        }
    }

    private static long millis(Frame event) {
        return ((Number) event.get("at")).longValue();
    }
}
