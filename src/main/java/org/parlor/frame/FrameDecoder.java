package org.parlor.frame;

import jakarta.websocket.Decoder;
import java.util.Map;
import java.util.Optional;
import org.parlor.room.Refusal;
import org.parlor.room.Refusal.Reason;

/**
 * Decodes a client's text frame. Never throws, because some servers close the connection of a decoder that does: what is no
 * frame of the protocol becomes {@link Incoming.Invalid}.
 */
public class FrameDecoder implements Decoder.Text<Received> {

    /** The largest frame that is read, in bytes of UTF-8. */
    public static final int LARGEST_FRAME = 8192;

    /** Beyond this many bytes, the connection is closed with 1009: by the server, or by the endpoint where the server does not look. */
    public static final int LARGEST_MESSAGE = 8 * LARGEST_FRAME;

    private static final int LONGEST_ID = 64;

    private final Json json = new Json();
    private final CommandShapes shapes = new CommandShapes();

    @Override
    public boolean willDecode(String text) {
        return true;
    }

    @Override
    public Received decode(String text) {
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
            Fields fields = new Fields(object);
            id = fields.optionalText("id", LONGEST_ID);
            return read(fields, id);
        } catch (Fields.BadField e) {
            return invalid(id, Reason.BAD_FRAME, e.getMessage());
        }
    }

    private Incoming read(Fields fields, Optional<String> id) {
        String type = fields.text("type", LONGEST_ID);
        if (type.equals("ping")) {
            return new Incoming.Ping(fields.number("t"));
        }
        return shapes.read(type, fields)
                .<Incoming>map(command -> new Incoming.Ask(id, command))
                .orElseGet(() ->
                        invalid(id, Reason.UNKNOWN_TYPE, "the types are ping, " + String.join(", ", shapes.types())));
    }

    private static Incoming invalid(Optional<String> id, Reason reason, String detail) {
        return new Incoming.Invalid(id, new Refusal(reason, detail));
    }
}
