package org.parlor.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HandshakeTest {

    private static final Handshake HANDSHAKE = Handshake.to(URI.create("ws://localhost:8080/rooms/r?game=gomoku"));

    /** The example of RFC 6455, section 1.3. */
    @Test
    void theAnswerToTheSampleKeyIsTheStandards() {
        assertThat(HANDSHAKE.expectedAccept()).isEqualTo("s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
    }

    @Test
    void theRequestAsksForARoomAndAnUpgrade() {
        assertThat(HANDSHAKE.request())
                .startsWith("GET /rooms/r?game=gomoku HTTP/1.1\r\nHost: localhost:8080\r\n")
                .contains("\r\nUpgrade: websocket\r\n", "\r\nConnection: Upgrade\r\n")
                .contains("\r\nSec-WebSocket-Version: 13\r\n", "\r\nSec-WebSocket-Protocol: parlor.v1.json\r\n")
                .endsWith("\r\n\r\n");
    }

    @Test
    void theSubprotocolMayBeLeftOut() {
        assertThat(HANDSHAKE.withSubprotocol(Optional.empty()).request()).doesNotContain("Sec-WebSocket-Protocol");
    }

    @Test
    void theAnswerIsReadUpToTheFirstFrame() throws IOException {
        var in = stream("HTTP/1.1 101\r\nupgrade: websocket\r\nServer:x:y\r\n\r\n\u0001");
        HandshakeAnswer answer = HandshakeAnswer.read(in);
        assertThat(answer.status()).isEqualTo(101);
        assertThat(answer.header("Upgrade")).contains("websocket");
        assertThat(answer.header("server")).contains("x:y");
        assertThat(answer.header("Sec-WebSocket-Protocol")).isEmpty();
        assertThat(in.read()).isEqualTo(1);
    }

    @Test
    void anAnswerThatBreaksOffIsAnError() {
        assertThatThrownBy(() -> HandshakeAnswer.read(stream("HTTP/1.1 101\r\n")))
                .isInstanceOf(EOFException.class);
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(US_ASCII));
    }
}
