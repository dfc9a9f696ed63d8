package org.parlor.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** Plain HTTP, of which every server has its own idea. */
class HttpIT extends ContractTest {

    @Test
    void aRoomsAddressTellsWhoeverAsksWithoutAHandshakeWhatItSpeaks() throws Exception {
        HttpResponse<String> answer = new Http(base()).get("rooms/friday");
        assertThat(answer.statusCode()).isEqualTo(426);
        assertThat(answer.headers().firstValue("Sec-WebSocket-Version")).contains("13");
        assertThat(answer.body()).contains("WebSocket");
    }

    @Test
    void theHeadIsTheSameWithoutTheBody() throws Exception {
        HttpResponse<String> answer = new Http(base()).ask("HEAD", "health/live", "");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/json"));
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void aMethodThatIsNotThereIsAnsweredWithThoseThatAre() throws Exception {
        HttpResponse<String> answer = new Http(base()).ask("POST", "health/live", "x");
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).contains("GET, HEAD");
    }

    @Test
    void whereNothingIsNothingIsFound() throws Exception {
        for (String path :
                new String[] {"no-such-thing", "css/no-such-thing.css", "health", "health/", "metrics/all"}) {
            assertThat(new Http(base()).get(path).statusCode()).as(path).isEqualTo(404);
        }
    }

    @Test
    void thePageIsStillThere() throws Exception {
        assertThat(new Http(base()).get("").body()).contains("<title>Parlor</title>");
        assertThat(new Http(base()).get("room/room.js").statusCode()).isEqualTo(200);
    }
}
