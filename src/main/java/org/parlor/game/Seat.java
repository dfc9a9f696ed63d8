package org.parlor.game;

import java.util.Locale;
import java.util.Optional;

/** One of the two seats of a game. Its name on the wire is the lower-case {@link #label()}. */
public enum Seat {
    BLACK,
    WHITE;

    /** The seat across the board. */
    public Seat other() {
        return this == BLACK ? WHITE : BLACK;
    }

    /** {@code black} or {@code white}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The seat with this {@link #label()}, empty for any other text. */
    public static Optional<Seat> of(String label) {
        for (Seat seat : values()) {
            if (seat.label().equals(label)) {
                return Optional.of(seat);
            }
        }
        return Optional.empty();
    }
}
