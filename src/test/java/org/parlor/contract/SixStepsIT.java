package org.parlor.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.parlor.protocol.Frame;
import org.parlor.protocol.Player;
import org.parlor.wire.Handshake;
import org.parlor.wire.WireSocket;

/** The six steps in which two players share a game, from the text that the project was created from. */
class SixStepsIT extends ContractTest {

    @Test
    void step1TheClientAsksForAWebSocketConnection() throws IOException {
        Handshake request = Handshake.to(Player.address(base(), freshRoom(), ""));
        try (WireSocket socket = WireSocket.open(request)) {
            assertThat(socket.answer().status()).isEqualTo(101);
            assertThat(socket.answer().header("Sec-WebSocket-Accept")).isEqualTo(Optional.of(request.expectedAccept()));
        }
    }

    @Test
    void step2TheServerAnswersThatTheConnectionSucceeded() {
        String room = freshRoom();
        try (Player client = connect(room, "game=gomoku&rule=standard&size=9")) {
            Frame welcome = client.await("welcome");
            assertThat(client.frames()).first().isEqualTo(welcome);
            assertThat(welcome)
                    .containsEntry("protocol", "parlor.v1")
                    .containsEntry("room", room)
                    .containsEntry("game", "gomoku")
                    .containsEntry("options", Map.of("rule", "standard", "size", "9"))
                    .containsEntry("status", "waiting")
                    .containsEntry("position", "9/9/9/9/9/9/9/9/9 b")
                    .containsEntry("toMove", "black");
        }
    }

    @Test
    void step3ThePlayerTellsTheServerTheMove() {
        try (Table table = table("size=15")) {
            Frame answer = table.black().insist("move", "move", "h8");
            assertThat(answer.type()).isEqualTo("ack");
            assertThat(answer.seq()).isEqualTo(table.white().await("moved").seq());
        }
    }

    @Test
    void step4TheServerSendsTheMoveToTheOtherBoardAndTheBoardToTheMover() {
        try (Table table = table("size=15")) {
            Frame mine = table.black().move("h8");
            Frame theirs = table.white().await("moved");
            assertThat(theirs).containsEntry("move", "h8").containsEntry("seat", "black");
            assertThat(mine).containsEntry("position", "15/15/15/15/15/15/15/7x7/15/15/15/15/15/15/15 w");
            assertThat(mine.text()).isEqualTo(theirs.text());
        }
    }

    @Test
    void step5BothClientsFollowEveryChangeOfTheBoard() {
        try (Table table = table("size=15")) {
            table.play("h8", "h9", "i8");
            List<Frame> seenByBlack = table.black().frames("moved");
            assertThat(seenByBlack).hasSize(3).isEqualTo(table.white().frames("moved"));
            assertThat(seenByBlack.get(2))
                    .containsEntry("position", "15/15/15/15/15/15/7o7/7xx6/15/15/15/15/15/15/15 w")
                    .containsEntry("toMove", "white");
        }
    }

    @Test
    void step6TheServerClearsUpWhenAClientClosesAndTellsBothTheResultAndCloses() {
        try (Table table = table("size=15");
                Player spectator = connect(table.room(), "")) {
            table.white().close(1000);
            assertThat(table.white().awaitClose()).isEqualTo(1000);
            assertThat(table.black().await("dropped")).containsEntry("seat", "white");
            assertThat(spectator.await("dropped")).containsEntry("seat", "white");
        }
        try (Table table = table("size=15")) {
            for (Frame ended : table.playFive()) {
                assertThat(ended)
                        .containsEntry("winner", "black")
                        .containsEntry("reason", "five")
                        .containsEntry("line", List.of("d8", "e8", "f8", "g8", "h8"));
            }
            assertThat(table.black().awaitClose()).isEqualTo(1000);
            assertThat(table.white().awaitClose()).isEqualTo(1000);
        }
    }

    @Test
    void thePageIsServedBesideTheEndpoint() throws IOException, InterruptedException {
        assertThat(get("").statusCode()).isEqualTo(200);
        assertThat(get("asyncapi.yaml").body()).startsWith("asyncapi: 3.0.0");
        assertThat(get("WEB-INF/beans.xml").statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(base().resolve(path)).build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }
}
