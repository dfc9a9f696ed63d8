package org.parlor.room;

/** A connection as a room sees it. Neither method blocks or throws, also when the connection is gone. */
public interface Visitor {

    /** Sends a message after those before it. */
    void send(Message message);

    /** Closes the connection after what was sent before. */
    void close(Goodbye goodbye);
}
