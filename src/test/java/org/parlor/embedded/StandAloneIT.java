package org.parlor.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.contentOf;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parlor.protocol.Frame;
import org.parlor.protocol.Player;

/** {@code java -jar parlor.war}: what the people who run it see. */
class StandAloneIT {

    private static final int BAD_SETTING = 1;

    @TempDir
    private Path data;

    @Test
    void itPlaysAndServesThePageByItself() throws Exception {
        try (ServerProcess server = start()) {
            URI base = server.awaitReady();
            assertThat(contentOf(base.resolve("asyncapi.yaml").toURL())).startsWith("asyncapi: 3.0.0");
            assertThat(contentOf(base.toURL())).contains("<title>Parlor</title>");
            try (Player ann = Player.connect(base, "friday", "size=9");
                    Player bob = Player.connect(base, "friday", "")) {
                ann.sit("Ann");
                bob.sit("Bob");
                ann.move("e5");
                assertThat(bob.await("moved")).containsEntry("move", "e5");
            }
        }
    }

    @Test
    void oddPathsAreNotFoundAndDoNoHarm() throws Exception {
        try (ServerProcess server = start()) {
            URI base = server.awaitReady();
            List<String> odd = List.of(
                    "/..%2f..%2fetc%2fpasswd",
                    "/%2e%2e/pom.xml", "/../pom.xml", "/css/", "//", "/%", "/a".repeat(2000));
            for (String path : odd) {
                assertThat(statusLine(base, path)).as(path).contains(" 404 ");
            }
            assertThat(statusLine(base, "/")).contains(" 200 ");
            server.terminate();
            assertThat(server.awaitOutput()).as("nothing was logged").hasSize(2);
        }
    }

    @Test
    void whatIsNotThereLeadsToTheStartPageAndNamesNoSoftware() throws Exception {
        try (ServerProcess server = start()) {
            HttpRequest request = HttpRequest.newBuilder(server.awaitReady().resolve("nowhere"))
                    .build();
            HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).contains("Not Found", "<a href=\"/\">").doesNotContainIgnoringCase("grizzly");
        }
    }

    /** What the server answers to a path that no HTTP client would send as it is. */
    private static String statusLine(URI base, String path) throws IOException {
        try (Socket socket = new Socket(base.getHost(), base.getPort())) {
            String request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
        }
    }

    @Test
    void stoppingItSendsEveryoneAwayWith1012AndPrintsNoTrouble() throws Exception {
        try (ServerProcess server = start()) {
            URI base = server.awaitReady();
            try (Player ann = Player.connect(base, "friday", "");
                    Player bob = Player.connect(base, "friday", "")) {
                ann.sit("Ann");
                bob.await("seated");
                server.terminate();
                assertThat(ann.awaitClose()).isEqualTo(1012);
                assertThat(bob.awaitClose()).isEqualTo(1012);
            }
            assertThat(server.awaitOutput())
                    .satisfiesExactly(
                            start -> assertThat(start).startsWith("Parlor is ready: http://localhost:"),
                            stop -> assertThat(stop).isEqualTo("Parlor has stopped"));
        }
    }

    @Test
    void aKilledServerBringsEveryUnfinishedRoomBack() throws Exception {
        String token;
        Frame last;
        try (ServerProcess server = start()) {
            URI base = server.awaitReady();
            try (Player ann = Player.connect(base, "friday", "size=9");
                    Player bob = Player.connect(base, "friday", "")) {
                token = (String) ann.sit("Ann").get("token");
                bob.sit("Bob");
                ann.move("e5");
                last = bob.move("e6");
                server.kill();
                server.awaitExit();
            }
        }
        try (ServerProcess server = start()) {
            try (Player ann = Player.connect(server.awaitReady(), "friday", "size=15")) {
                Frame welcome = ann.await("welcome");
                assertThat(welcome)
                        .containsEntry("status", "playing")
                        .containsEntry("position", last.get("position"))
                        .containsEntry("toMove", "black");
                assertThat(ann.resume(token, 0)).containsEntry("seat", "black");
                assertThat(ann.move("f5")).containsEntry("seat", "black");
            }
        }
    }

    @Test
    void aPortInUseIsToldInOneLineThatNamesTheSetting() throws Exception {
        try (ServerSocket taken = new ServerSocket(0)) {
            String port = Integer.toString(taken.getLocalPort());
            assertRefused(
                    Map.of("PARLOR_PORT", port),
                    "PARLOR_PORT: port " + port + " can't be used, set another one: Address already in use");
        }
    }

    @Test
    void anUnwritableDataFolderIsToldInOneLineThatNamesTheSetting() throws Exception {
        Path file = Files.createFile(data.resolve("file"));
        assertRefused(Map.of("PARLOR_DATA", file.resolve("below").toString()), "PARLOR_DATA must name a folder");
    }

    @Test
    void anUnknownSettingIsToldInOneLineThatNamesIt() throws Exception {
        assertRefused(Map.of("PARLOR_PROT", "8080"), "unknown setting PARLOR_PROT");
    }

    @Test
    void aBadNumberIsToldInOneLineThatNamesTheSettingAndItsRange() throws Exception {
        assertRefused(Map.of("PARLOR_PORT", "http"), "PARLOR_PORT must be a whole number from 0 to 65535");
    }

    private void assertRefused(Map<String, String> settings, String reason) throws IOException, InterruptedException {
        try (ServerProcess server = start(settings)) {
            assertThat(server.awaitOutput()).singleElement().asString().contains(reason);
            assertThat(server.awaitExit()).isEqualTo(BAD_SETTING);
        }
    }

    private ServerProcess start() throws IOException {
        return start(Map.of());
    }

    private ServerProcess start(Map<String, String> settings) throws IOException {
        Map<String, String> environment = new HashMap<>(Map.of("PARLOR_PORT", "0", "PARLOR_DATA", data.toString()));
        environment.putAll(settings);
        return ServerProcess.start(environment);
    }
}
