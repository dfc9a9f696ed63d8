package org.parlor.runtime;

/** How messages to a connection are written. Connections that are written to in the same way have the same one. */
public interface Encoding {

    /** Writes a message. */
    Frame encode(Message message);
}
