package org.parlor.game.backgammon;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How much a game was won by. */
enum Victory {
    /** The loser has borne off a checker at least, or the other seat refused a double. */
    SINGLE(1),
    /** The loser has borne off none. */
    GAMMON(2),
    /** And has one on the bar or in the winner's home as well. */
    BACKGAMMON(3);

    private final int factor;

    Victory(int factor) {
        this.factor = factor;
    }

    /** How many times the cube it counts. */
    int factor() {
        return factor;
    }

    /** The victory with this {@link #factor()}; empty for any other number. */
    static Optional<Victory> of(int factor) {
        return Arrays.stream(values())
                .filter(victory -> victory.factor == factor)
                .findFirst();
    }

    /** {@code single}, {@code gammon} or {@code backgammon}. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
