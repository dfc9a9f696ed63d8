package org.parlor.room;

/** Turns entries into the text that is both stored and sent, and back. */
public interface EventCodec {

    /**
     * Writes an entry.
     *
     * @param after the room after the entry, for the position and the turn that the text tells
     */
    Line write(Entry entry, Room after);

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IllegalArgumentException if it is something else
     */
    Entry read(Line line);
}
