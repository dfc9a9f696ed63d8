package org.parlor.frame;

import org.parlor.room.Message;

/**
 * A message on its way to one session.
 *
 * @param text the frame that says it
 */
public record Outgoing(Message message, String text) {

    /** Encodes a message. */
    public static Outgoing of(Message message) {
        return new Outgoing(message, MessageJson.write(message));
    }

    /** The size of the frame in bytes of UTF-8. */
    public int bytes() {
        return Utf8.length(text);
    }
}
