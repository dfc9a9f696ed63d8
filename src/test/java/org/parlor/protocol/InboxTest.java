package org.parlor.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class InboxTest {

    private static final Frame ACK = Frame.of("{\"type\":\"ack\",\"id\":\"7\",\"seq\":9}");
    private static final Frame DROPPED = Frame.of("{\"type\":\"dropped\",\"seq\":10,\"at\":1,\"seat\":\"black\"}");

    private final Inbox inbox = new Inbox();

    @Test
    void aFrameIsTakenOutOfTurnAndTheOthersWait() {
        inbox.add(ACK);
        inbox.add(DROPPED);
        assertThat(take("dropped")).isEqualTo(DROPPED);
        assertThat(take("ack")).isEqualTo(ACK);
        assertThat(inbox.all()).containsExactly(ACK, DROPPED);
    }

    @Test
    void aFrameThatComesLaterIsWaitedFor() {
        var taken = CompletableFuture.supplyAsync(() -> take("ack"));
        inbox.add(ACK);
        assertThat(taken.join()).isEqualTo(ACK);
    }

    @Test
    void waitingEndsWithTheConnectionAndTellsWhatCameInstead() {
        inbox.add(ACK);
        inbox.close(1012);
        assertThatThrownBy(() -> take("moved"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("moved")
                .hasMessageContaining("1012")
                .hasMessageContaining(ACK.text());
    }

    @Test
    void aFrameThatCameBeforeTheCloseCanStillBeTaken() {
        inbox.add(ACK);
        inbox.close(1000);
        assertThat(take("ack")).isEqualTo(ACK);
    }

    @Test
    void theFirstCloseCodeStands() {
        inbox.close(4409);
        inbox.close(1006);
        assertThat(inbox.awaitClose()).isEqualTo(4409);
    }

    @Test
    void aFrameThatBreaksTheProtocolFailsEveryLaterQuestion() {
        inbox.add(ACK);
        inbox.fail(new AssertionError("server.moved breaks its schema"));
        assertThatThrownBy(() -> take("ack")).hasMessageContaining("server.moved");
        assertThatThrownBy(inbox::all).hasMessageContaining("server.moved");
        assertThatThrownBy(inbox::awaitClose).hasMessageContaining("server.moved");
    }

    private Frame take(String type) {
        return inbox.take(type, frame -> frame.type().equals(type));
    }
}
