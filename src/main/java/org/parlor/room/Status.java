package org.parlor.room;

import java.util.Locale;

/** Where a room is in its life. */
public enum Status {
    /** A seat is free and no game has started. */
    WAITING,
    /** A game is on. */
    PLAYING,
    /** The last game ended; a rematch may follow. */
    OVER;

    /** The word on the wire. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
