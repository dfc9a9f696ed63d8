package org.parlor.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parlor.protocol.Frame;
import org.parlor.protocol.Player;

/** Games as files, in both directions. */
class RecordsIT extends ContractTest {

    private static final String FIVE =
            """
            Piskvorky 15x15, 0:0, 0
            4,8,0
            4,7,1000
            5,8,1000
            5,7,1000
            6,8,1000
            6,7,1000
            7,8,1000
            7,7,1000
            8,8,1000
            Ann
            Bob
            -1
            1,freestyle
            """;

    @Test
    void aFinishedGameIsADownloadInEveryFormat() throws Exception {
        try (Table table = table("rule=freestyle&size=15")) {
            table.playFive();
            HttpResponse<String> sgf = get("records/" + table.room() + "/1.sgf");
            assertThat(sgf.statusCode()).isEqualTo(200);
            assertThat(sgf.headers().firstValue("Content-Type").orElse(""))
                    .startsWith("application/x-go-sgf")
                    .containsIgnoringCase("utf-8");
            assertThat(sgf.headers().firstValue("Content-Disposition"))
                    .contains("attachment; filename=\"" + table.room() + "-1.sgf\"");
            assertThat(sgf.body())
                    .contains("GM[4]", "SZ[15]", "RU[freestyle]", "PB[Ann]", "PW[Bob]", "RE[B+]", ";B[dh]");
            assertThat(get("records/" + table.room() + ".sgf").body()).isEqualTo(sgf.body());
            HttpResponse<String> psq = get("records/" + table.room() + "/1.psq");
            assertThat(psq.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
            assertThat(psq.body())
                    .startsWith("Piskvorky 15x15, 0:0, 0\n4,8,")
                    .endsWith("\nAnn\nBob\n-1\n1,freestyle\n");
        }
    }

    @Test
    void aRunningGameIsADownloadAsFarAsItWent() throws Exception {
        try (Table table = table("size=15")) {
            table.play("h8", "a15");
            assertThat(get("records/" + table.room() + "/1.sgf").body())
                    .contains(";B[hh]", ";W[aa]")
                    .doesNotContain("RE[");
        }
    }

    @Test
    void theLogIsEveryEventAsEveryoneHeardItAndNothingElse() throws Exception {
        try (Table table = table("size=15")) {
            table.play("h8");
            HttpResponse<String> log = get("records/" + table.room() + ".json");
            assertThat(log.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
            List<?> frames = (List<?>) Frame.of("{\"log\":" + log.body() + "}").get("log");
            assertThat(((Map<?, ?>) frames.get(0)).get("type")).isEqualTo("opened");
            assertThat(frames.subList(1, frames.size())).isEqualTo(events(table.black()));
            assertThat(log.body()).doesNotContain("key", "token");
        }
    }

    @Test
    void everyRoundHasItsAddress() throws Exception {
        try (Table table = table("size=15")) {
            table.play("h8");
            table.white().insist("resign");
            table.black().await("ended");
            table.black().insist("offer", "kind", "rematch", "swap", true);
            table.white().await("offered");
            table.white().insist("accept", "offer", "rematch");
            table.white().await("started");
            assertThat(get("records/" + table.room() + "/1.sgf").body()).contains("PB[Ann]", "RE[B+R]", ";B[hh]");
            assertThat(get("records/" + table.room() + "/2.sgf").body())
                    .contains("PB[Bob]")
                    .doesNotContain("RE[", ";B[");
            assertThat(get("records/" + table.room() + ".sgf").body()).contains("PB[Bob]");
            assertThat(get("records/" + table.room() + "/3.sgf").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void whatRenjuForbadeIsToldByPosition() throws Exception {
        try (Table table = table("rule=renju")) {
            table.play("g8", "a1", "i8", "a3", "h7", "c1", "h9");
            String position = table.white().move("c3").get("position").toString();
            assertThat(get("records/" + table.room() + "/1/forbidden.json").body())
                    .contains("\"" + position + "\":[\"h8\"]");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "records/no-such-room.json",
                "records/no-such-room.sgf",
                "records/no-such-room/1.sgf",
                "records/no-such-room/1/forbidden.json",
                "records/no-such-room",
                "records/no-such-room/",
                "records/",
                "records/no-such-room/0.sgf",
                "records/no-such-room/1.sgf/2",
                "records/%2e%2e/1.sgf"
            })
    void whatIsNotThereIsNotFoundInPlainWords(String path) throws Exception {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).isIn(400, 404);
        assertThat(answer.body()).isNotBlank();
    }

    @Test
    void aFormatThatTheGameDoesNotHaveIsNotFound() throws Exception {
        try (Table table = table("size=15")) {
            HttpResponse<String> answer = get("records/" + table.room() + "/1.mat");
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).contains("sgf or psq");
        }
    }

    @Test
    void aGameThatIsTooMuchForAFormatSaysSo() throws Exception {
        try (Table table = table(position("5/5/1xxx1/5/5 w"))) {
            assertThat(get("records/" + table.room() + "/1.psq").statusCode()).isEqualTo(404);
            assertThat(get("records/" + table.room() + "/1.sgf").body()).contains("AB[bc][cc][dc]PL[W]");
        }
    }

    @Test
    void aFileOpensAsARoomInWhichTheGameWasPlayed() throws Exception {
        HttpResponse<String> answer = post("records?format=psq", FIVE);
        assertThat(answer.statusCode()).isEqualTo(201);
        String room = Frame.of(answer.body()).get("room").toString();
        URI location = base().resolve("records")
                .resolve(answer.headers().firstValue("Location").orElseThrow());
        assertThat(location).isEqualTo(base().resolve("./?room=" + room));
        try (Player reader = connect(room, "")) {
            assertThat(reader.await("welcome")).containsEntry("status", "over").containsEntry("toMove", null);
            reader.insist("resume", "since", 0);
            assertThat(types(events(reader)))
                    .startsWith("seated", "seated", "started", "moved")
                    .endsWith("moved", "ended", "left", "left");
            assertThat(reader.await("ended")).containsEntry("winner", "black").containsEntry("reason", "five");
            assertRefused(reader.ask("sit", "seat", "black", "name", "Eve"), "game-over");
        }
        assertThat(get("records/" + room + "/1.psq").body()).isEqualTo(FIVE);
    }

    @Test
    void anUnfinishedGameStaysUnfinishedAndItsSeatsStayTheirs() throws Exception {
        String file = "(;GM[4]SZ[9]RU[standard]PB[Ann];B[ee];W[aa])";
        String room = Frame.of(post("records", file).body()).get("room").toString();
        try (Player reader = connect(room, "")) {
            assertThat(reader.await("welcome"))
                    .containsEntry("status", "playing")
                    .containsEntry("position", "o8/9/9/9/4x4/9/9/9/9 b");
            assertRefused(reader.ask("sit", "seat", "black", "name", "Eve"), "seat-taken");
            assertRefused(reader.ask("move", "move", "a1"), "not-seated");
            assertRefused(reader.ask("claim"), "not-seated");
        }
        assertThat(get("records/" + room + ".sgf").body())
                .contains("SZ[9]RU[standard]PB[Ann]", ";B[ee]\n;W[aa])")
                .doesNotContain("RE[");
    }

    @Test
    void whatWasDownloadedOpensAsTheSameGame() throws Exception {
        try (Table table = table("rule=renju&forbidden=lose")) {
            table.play("h8", "h9", "a1");
            table.white().insist("resign");
            table.black().await("ended");
            for (String format : List.of("sgf", "psq")) {
                String file = get("records/" + table.room() + "." + format).body();
                String room = Frame.of(post("records?format=" + format, file).body())
                        .get("room")
                        .toString();
                assertThat(get("records/" + room + "." + format).body()).isEqualTo(file);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sgf|(;GM[4]SZ[9];B[aa]~;W[aa])|2|already holds a black stone",
                "sgf|(;GM[4]SZ[9];B[aa]|1|) is missing",
                "sgf|(;GM[1]SZ[19])|1|another game",
                "psq|Piskvorky 15x15, 0:0, 0~8,8,0~16,8,0|3|not on the board",
                "psq|hello|1|Piskvorky",
                "''|hello|1|as sgf"
            })
    void aBrokenFileIsAnsweredWithLineAndReason(String format, String file, int line, String words) throws Exception {
        HttpResponse<String> answer =
                post(format.isEmpty() ? "records" : "records?format=" + format, file.replace('~', '\n'));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
        assertThat(Frame.of(answer.body()).get("line").toString()).isEqualTo(String.valueOf(line));
        assertThat(Frame.of(answer.body()).get("reason").toString()).contains(words);
    }

    @Test
    void anUnknownFormatIsAnsweredWithTheKnownOnes() throws Exception {
        HttpResponse<String> answer = post("records?format=pgn", "1. e4");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Frame.of(answer.body()).get("reason").toString()).contains("sgf, psq");
    }

    @Test
    void aFileThatIsTooLargeIsNotRead() throws Exception {
        assertThat(post("records", "(;C[" + "x".repeat(1 << 20) + "])").statusCode())
                .isEqualTo(413);
    }

    @Test
    void theGamesOfTheServerAreListedWithTheFormatsOfEach() throws Exception {
        HttpResponse<String> answer = get("records");
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
        assertThat(Frame.of(answer.body()))
                .containsOnly(
                        Map.entry("gomoku", List.of("sgf", "psq")), Map.entry("backgammon", List.of("sgf", "mat")));
    }

    @Test
    void aRecordIsReadAndNotWritten() throws Exception {
        assertThat(post("records/r.sgf", FIVE).statusCode()).isEqualTo(405);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(base().resolve(path)).GET());
    }

    private HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(base().resolve(path))
                .header("Content-Type", "text/plain;charset=utf-8")
                .POST(BodyPublishers.ofString(body)));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        // In GlassFish and Payara a request with a body that offers to go on in HTTP/2 is cut off at times.
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
