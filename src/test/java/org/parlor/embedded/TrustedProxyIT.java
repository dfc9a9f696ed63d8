package org.parlor.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parlor.protocol.Player;

/** A server behind a reverse proxy on the same machine, which the test plays. */
class TrustedProxyIT {

    @TempDir
    private Path data;

    @Test
    void tellsHowTheServerWasAsked() throws Exception {
        Map<String, String> settings = Map.of(
                "PARLOR_PORT", "0", "PARLOR_DATA", data.toString(), "PARLOR_TRUSTED_PROXIES", "127.0.0.0/8, ::1");
        try (ServerProcess server = ServerProcess.start(settings)) {
            URI room = Player.address(server.awaitReady(), "friday", "");
            Map<String, String> handshake = Map.of(
                    "Origin",
                    "https://games.example",
                    "X-Forwarded-Proto",
                    "https",
                    "X-Forwarded-Host",
                    "games.example");
            try (Player player = Player.connect(room, handshake, Player.SUBPROTOCOL)) {
                assertThat(player.await("welcome")).containsEntry("room", "friday");
            }
            assertThatThrownBy(() -> Player.connect(room, Map.of("Origin", "https://games.example")))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("403");
        }
    }
}
