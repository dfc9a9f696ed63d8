package org.parlor.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

/** Plain HTTP, of which every server has its own idea. */
class HttpIT extends ContractTest {

    @Test
    void aRoomsAddressTellsWhoeverAsksWithoutAHandshakeWhatItSpeaks() throws Exception {
        HttpResponse<String> answer = ask("GET", "rooms/friday");
        assertThat(answer.statusCode()).isEqualTo(426);
        assertThat(answer.headers().firstValue("Sec-WebSocket-Version")).contains("13");
        assertThat(answer.body()).contains("WebSocket");
    }

    @Test
    void theHeadIsTheSameWithoutTheBody() throws Exception {
        HttpResponse<String> answer = ask("HEAD", "rooms/friday");
        assertThat(answer.statusCode()).isEqualTo(426);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void aMethodThatIsNotThereIsAnsweredWithThoseThatAre() throws Exception {
        HttpResponse<String> answer = ask("POST", "rooms/friday");
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).contains("GET, HEAD");
    }

    @Test
    void whereNothingIsNothingIsFound() throws Exception {
        assertThat(ask("GET", "no-such-thing").statusCode()).isEqualTo(404);
        assertThat(ask("GET", "css/no-such-thing.css").statusCode()).isEqualTo(404);
    }

    @Test
    void thePageIsStillThere() throws Exception {
        assertThat(ask("GET", "").body()).contains("<title>Parlor</title>");
        assertThat(ask("GET", "room/room.js").statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> ask(String method, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(base().resolve(path))
                .method(method, method.equals("POST") ? BodyPublishers.ofString("x") : BodyPublishers.noBody())
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }
}
