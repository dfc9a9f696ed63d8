package org.parlor.game;

import java.util.regex.Pattern;

/**
 * A seat of a game, by the name that it has on the wire.
 *
 * @param label 1 to 16 small letters, digits and hyphens, a letter first: {@code black}
 */
public record Seat(String label) {

    private static final Pattern LABEL = Pattern.compile("[a-z][a-z0-9-]{0,15}");

    /** The seat that moves first in games of two. */
    public static final Seat BLACK = new Seat("black");

    /** The other seat of games of two. */
    public static final Seat WHITE = new Seat("white");

    public Seat {
        if (!LABEL.matcher(label).matches()) {
            throw new IllegalArgumentException(
                    "a seat's name has 1 to 16 small letters, digits and hyphens, a letter first, not " + label);
        }
    }

    /**
     * The seat across the board.
     *
     * @throws IllegalStateException if this is neither black nor white
     */
    public Seat other() {
        if (equals(BLACK)) {
            return WHITE;
        }
        if (equals(WHITE)) {
            return BLACK;
        }
        throw new IllegalStateException("only black and white sit across from each other, not " + label);
    }
}
