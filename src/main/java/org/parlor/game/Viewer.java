package org.parlor.game;

import java.util.Optional;

/**
 * Somebody who sees a game, by what they may know.
 *
 * @param seat empty for whoever only watches
 */
public record Viewer(Optional<Seat> seat) {

    /** Whoever only watches. */
    public static final Viewer SPECTATOR = new Viewer(Optional.empty());

    /** Whoever sits there. */
    public static Viewer at(Seat seat) {
        return new Viewer(Optional.of(seat));
    }

    /** Whether this is the player of that seat. */
    public boolean sitsAt(Seat other) {
        return seat.isPresent() && seat.get().equals(other);
    }
}
