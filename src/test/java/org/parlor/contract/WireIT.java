package org.parlor.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.parlor.protocol.Player;
import org.parlor.wire.Handshake;
import org.parlor.wire.Opcode;
import org.parlor.wire.WireFrame;
import org.parlor.wire.WireGame;
import org.parlor.wire.WirePage;
import org.parlor.wire.WireSocket;

/** What RFC 6455 promises, seen from a plain TCP socket. */
class WireIT extends ContractTest {

    private static final Path PAGE = Path.of("src", "site", "markdown", "wire.md");
    private static final String PING = "{\"type\":\"ping\",\"t\":1}";

    @Test
    void theServerAgreesToTheHandshakeAndProvesThatItReadTheKey() throws IOException {
        Handshake handshake = handshake();
        try (var socket = WireSocket.open(handshake)) {
            assertThat(socket.answer().status()).isEqualTo(101);
            assertThat(socket.answer().header("Upgrade"))
                    .hasValueSatisfying(value -> assertThat(value).isEqualToIgnoringCase("websocket"));
            assertThat(socket.answer().header("Connection"))
                    .hasValueSatisfying(value -> assertThat(value).containsIgnoringCase("Upgrade"));
            assertThat(socket.answer().header("Sec-WebSocket-Accept")).contains(handshake.expectedAccept());
        }
    }

    @Test
    void theServerChoosesParlorsSubprotocolAmongThoseOffered() throws IOException {
        try (var socket = WireSocket.open(handshake().withSubprotocol(Optional.of("chess, parlor.v1.json")))) {
            assertThat(socket.answer().header("Sec-WebSocket-Protocol")).contains("parlor.v1.json");
        }
    }

    @Test
    void aClientThatOffersNoSubprotocolIsWelcomeAndGetsNone() throws IOException {
        try (var socket = WireSocket.open(handshake().withSubprotocol(Optional.empty()))) {
            assertThat(socket.answer().header("Sec-WebSocket-Protocol")).isEmpty();
            assertThat(socket.await("welcome").text()).contains("\"protocol\":\"parlor.v1\"");
        }
    }

    @Test
    void anotherVersionThan13IsRefusedBeforeTheConnectionIsAWebSocket() throws IOException {
        try (var socket = WireSocket.open(handshake().withVersion(12))) {
            assertThat(socket.answer().status()).isIn(400, 426);
        }
    }

    @Test
    void theServerSpeaksFirstWithOneUnmaskedTextFrame() throws IOException {
        try (var socket = WireSocket.open(handshake())) {
            WireFrame welcome = socket.await("welcome");
            assertThat(welcome.fin()).isTrue();
            assertThat(welcome.maskingKey()).isEmpty();
            assertThat(welcome.payload()).hasSizeGreaterThan(125);
        }
    }

    @Test
    void aPingIsAnsweredWithAPongOfTheSamePayload() throws IOException {
        try (var socket = WireSocket.open(handshake())) {
            socket.send(WireFrame.ping("are you there?"));
            assertThat(socket.await(Opcode.PONG).text()).isEqualTo("are you there?");
        }
    }

    @Test
    void aTextInThreePiecesWithAPingBetweenThemIsOneFrameOfTheProtocol() throws IOException {
        try (var socket = WireSocket.open(handshake())) {
            socket.send(WireFrame.piece("{\"type\":", true, false));
            socket.send(WireFrame.ping("between"));
            socket.send(WireFrame.piece("\"ping\",", false, false));
            socket.send(WireFrame.piece("\"t\":42}", false, true));
            assertThat(socket.await(Opcode.PONG).text()).isEqualTo("between");
            assertThat(socket.await("pong").text()).contains("\"t\":42");
        }
    }

    @Test
    void aFrameOfSixteenBitLengthIsReadWhole() throws IOException {
        String text = "x".repeat(500);
        try (var socket = WireSocket.open(handshake())) {
            socket.send("{\"type\":\"say\",\"text\":\"" + text + "\"}");
            assertThat(socket.await("said").text()).contains(text);
        }
    }

    @Test
    void aFrameOfSixtyFourBitLengthIsRefusedOrClosedWith1009() throws IOException {
        try (var socket = WireSocket.open(handshake())) {
            socket.send("{\"type\":\"say\",\"text\":\"" + "x".repeat(70_000) + "\"}");
            WireFrame answer = socket.await(
                    frame -> frame.opcode() == Opcode.CLOSE || frame.text().contains("\"refused\""));
            if (answer.opcode() == Opcode.CLOSE) {
                assertThat(answer.closeCode()).isEqualTo(1009);
            } else {
                assertThat(answer.text()).contains("\"reason\":\"too-big\"");
            }
        }
    }

    @Test
    void theServerAnswersACloseWithTheSameCodeAndHangsUp() throws IOException {
        try (var socket = WireSocket.open(handshake())) {
            // Tyrus still sends what comes while it closes.
            socket.await(Opcode.TEXT);
            socket.send(WireFrame.close(1000));
            assertThat(socket.await(Opcode.CLOSE).closeCode()).isEqualTo(1000);
            assertThat(socket.ends()).isTrue();
        }
    }

    @Test
    void whoeverLeavesIsClosedWith1000() throws IOException {
        try (var socket = WireSocket.open(handshake())) {
            socket.send("{\"type\":\"leave\",\"id\":\"1\"}");
            assertThat(socket.await(Opcode.CLOSE).closeCode()).isEqualTo(1000);
            socket.send(WireFrame.close(1000));
            assertThat(socket.ends()).isTrue();
        }
    }

    @Test
    @FailsOn(
            value = {"glassfish", "payara", "payara-micro"},
            because = "Tyrus, which is the server\'s WebSocket, takes unmasked frames for good")
    void anUnmaskedFrameIsAnsweredWith1002() throws IOException {
        try (var socket = WireSocket.open(handshake())) {
            socket.sendUnmasked(WireFrame.text(PING));
            WireFrame answer = socket.await(
                    frame -> frame.opcode() == Opcode.CLOSE || frame.text().contains("\"pong\""));
            assertThat(answer.opcode()).isEqualTo(Opcode.CLOSE);
            assertThat(answer.closeCode()).isEqualTo(1002);
        }
    }

    @Test
    void thePageShowsTheBytesOfAGame() throws IOException {
        WireGame game = WireGame.play(base(), roomAsLongAsOnThePage());
        assertThat(game.frames().get("moved-to-black").bytes())
                .isEqualTo(game.frames().get("moved-to-white").bytes());
        assertThat(game.frames().get("ended").text()).contains("\"winner\":\"black\"", "\"reason\":\"five\"");
        String page = WirePage.of(game);
        if (Boolean.getBoolean("wire.update")) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE))
                .as("%s; -Dwire.update=true writes it anew", PAGE)
                .isEqualTo(page);
    }

    private Handshake handshake() {
        return Handshake.to(Player.address(base(), freshRoom(), "game=gomoku"));
    }

    /** As long as the name on the page, so that the frames there have their true lengths. */
    private static String roomAsLongAsOnThePage() {
        return UUID.randomUUID().toString().replace("-", "").substring(0, WirePage.ROOM.length());
    }
}
