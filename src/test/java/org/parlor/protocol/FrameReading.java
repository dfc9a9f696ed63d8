package org.parlor.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.parlor.room.Command;
import org.parlor.room.Refusal;
import org.parlor.room.Refusal.Reason;

/** What becomes of a client's text. */
final class FrameReading {

    private static final FrameReader READER = new FrameReader();

    private FrameReading() {}

    static Incoming read(String text) {
        Received received = READER.read(text);
        // Half of a surrogate pair can't come over the wire.
        if (StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            assertThat(received.bytes()).isEqualTo(text.getBytes(StandardCharsets.UTF_8).length);
        }
        return received.frame();
    }

    static Command command(String text) {
        Incoming incoming = read(text);
        assertThat(incoming).isInstanceOf(Incoming.Ask.class);
        return ((Incoming.Ask) incoming).command();
    }

    static Incoming.Invalid invalid(String text) {
        Incoming incoming = read(text);
        assertThat(incoming).isInstanceOf(Incoming.Invalid.class);
        return (Incoming.Invalid) incoming;
    }

    static Refusal refusal(String text) {
        return invalid(text).refusal();
    }

    /** What is wrong with a bad frame. */
    static String detail(String text) {
        assertThat(refusal(text).reason()).isEqualTo(Reason.BAD_FRAME);
        return refusal(text).detail();
    }
}
