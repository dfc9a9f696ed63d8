package org.parlor.room;

import java.util.List;

/** A connection as a room sees it. No method blocks or throws, also when the connection is gone. */
public interface Visitor {

    /** Sends a message after those before it. */
    void send(Message message);

    /** Sends, in this order, what the visitor missed and asked for. */
    void replay(List<Message> missed);

    /** Closes the connection after what was sent before. */
    void close(Goodbye goodbye);
}
