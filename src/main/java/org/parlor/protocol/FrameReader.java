package org.parlor.protocol;

import java.util.Map;
import java.util.Optional;
import org.parlor.room.Refusal;
import org.parlor.room.Refusal.Reason;

/** Reads what clients send. What is no frame of the protocol becomes {@link Incoming.Invalid}, with what to mend. */
public final class FrameReader {

    /** The largest frame that is read, in bytes of UTF-8. */
    public static final int LARGEST_FRAME = 8192;

    /** Beyond this many bytes the sender is not worth an answer. */
    public static final int LARGEST_MESSAGE = 8 * LARGEST_FRAME;

    private static final int LONGEST_ID = 64;

    private final Json json = new Json();
    private final CommandFrames forms = new CommandFrames();

    /** Reads a text frame. Never throws. */
    public Received read(String text) {
        int bytes = Utf8.length(text);
        return new Received(read(text, bytes), bytes);
    }

    private Incoming read(String text, int bytes) {
        if (text.length() > LARGEST_MESSAGE) {
            return new Incoming.Oversized();
        }
        if (bytes > LARGEST_FRAME) {
            return invalid(
                    Optional.empty(), Reason.TOO_BIG, "a frame has at most " + LARGEST_FRAME + " bytes; send less");
        }
        Map<String, Object> object;
        try {
            object = json.read(text);
        } catch (IllegalArgumentException e) {
            return invalid(
                    Optional.empty(),
                    Reason.BAD_FRAME,
                    "send one JSON object such as {\"type\":\"move\",\"move\":\"h8\"}");
        }
        Optional<String> id = Optional.empty();
        try {
            JsonReader in = new JsonReader(object);
            id = in.optionalText("id", LONGEST_ID);
            return read(in, id);
        } catch (JsonReader.BadField e) {
            return invalid(id, Reason.BAD_FRAME, e.getMessage());
        }
    }

    private Incoming read(JsonReader in, Optional<String> id) {
        String type = in.text("type", LONGEST_ID);
        if (type.equals("ping")) {
            return new Incoming.Ping(in.number("t"));
        }
        return forms.read(type, in)
                .<Incoming>map(command -> new Incoming.Ask(id, command))
                .orElseGet(() ->
                        invalid(id, Reason.UNKNOWN_TYPE, "the types are ping, " + String.join(", ", forms.types())));
    }

    private static Incoming invalid(Optional<String> id, Reason reason, String detail) {
        return new Incoming.Invalid(id, new Refusal(reason, detail));
    }
}
