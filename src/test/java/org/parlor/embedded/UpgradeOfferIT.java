package org.parlor.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parlor.http.Resources;

/** Clients that offer in passing to go over to HTTP/2 in the clear, as Java's does (RFC 7540, 3.2): the server need not take it. */
class UpgradeOfferIT {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final String FILE = "(;GM[4]SZ[9];B[ee];W[aa])";

    private static final String HEAD =
            """
            POST /records HTTP/1.1
            Host: localhost
            Connection: Upgrade, HTTP2-Settings
            Upgrade: h2c
            HTTP2-Settings: AAEAAEAAAAIAAAABAAMAAABkAAQBAAAAAAUAAEAA
            Transfer-Encoding: chunked

            """;

    @TempDir
    private Path data;

    private final HttpClient client = HttpClient.newHttpClient();
    private ServerProcess server;
    private URI base;

    @BeforeEach
    void start() throws Exception {
        server = ServerProcess.start(Map.of("PARLOR_PORT", "0", "PARLOR_DATA", data.toString()));
        base = server.awaitReady();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private HttpResponse<String> post(BodyPublisher body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(base.resolve("records"))
                .timeout(SOON)
                .POST(body)
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    @Test
    void aBodyOfKnownLengthIsReadAndAnswered() throws Exception {
        HttpResponse<String> answer = post(BodyPublishers.ofString(FILE));
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.headers().firstValueAsLong("Content-Length"))
                .hasValue(answer.body().length());
        assertThat(post(BodyPublishers.noBody()).statusCode()).isEqualTo(400);
    }

    @Test
    void aBodyInChunksIsReadAndAnswered() throws Exception {
        byte[] file = FILE.getBytes(StandardCharsets.UTF_8);
        HttpResponse<String> answer = post(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(file)));
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body()).contains("record-");
    }

    /** Not much too large: the client can't write on when the server has answered and closed the connection. */
    @Test
    void aBodyInChunksThatIsTooLargeIsRefused() throws Exception {
        byte[] file = new byte[Resources.LARGEST_BODY + 2];
        HttpResponse<String> answer = post(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(file)));
        assertThat(answer.statusCode()).isEqualTo(413);
    }

    @Test
    void aBodyThatComesInPiecesIsReadToItsEnd() throws Exception {
        try (Socket socket = new Socket(base.getHost(), base.getPort())) {
            socket.setSoTimeout((int) SOON.toMillis());
            write(socket, HEAD.replace("\n", "\r\n"));
            for (int i = 0; i < FILE.length(); i++) {
                write(socket, "1\r\n" + FILE.charAt(i) + "\r\n");
            }
            write(socket, "0\r\n\r\n");
            byte[] start = socket.getInputStream().readNBytes("HTTP/1.1 201".length());
            assertThat(new String(start, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 201");
        }
    }

    @ParameterizedTest
    @CsvSource({"'', 426", "Upgrade: h2c, 426", "'Upgrade: websocket\nOrigin: http://elsewhere.example', 403"})
    void whoeverGetsNoRoomIsToldAtOnceHowLongTheAnswerIs(String headers, int status) throws Exception {
        try (Socket socket = new Socket(base.getHost(), base.getPort())) {
            socket.setSoTimeout((int) SOON.toMillis());
            write(
                    socket,
                    ("GET /rooms/friday HTTP/1.1\nHost: localhost\n" + headers)
                            .strip()
                            .replace("\n", "\r\n"));
            write(socket, "\r\n\r\n");
            BufferedReader answer =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            assertThat(answer.readLine()).startsWith("HTTP/1.1 " + status);
            assertThat(answer.lines().takeWhile(line -> !line.isEmpty()))
                    .anyMatch(line -> line.matches("(?i)Content-Length: \\d+"));
        }
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }
}
