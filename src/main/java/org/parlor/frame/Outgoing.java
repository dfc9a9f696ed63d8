package org.parlor.frame;

import org.parlor.room.Message;

/** A message on its way to one session. Its size is known once it was encoded, which the server has done for each session. */
public final class Outgoing {

    private final Message message;
    private volatile int bytes;

    public Outgoing(Message message) {
        this.message = message;
    }

    public Message message() {
        return message;
    }

    /** The size of the frame in bytes of UTF-8; 0 until it is encoded. */
    public int bytes() {
        return bytes;
    }

    void encodedAs(String text) {
        bytes = Utf8.length(text);
    }
}
