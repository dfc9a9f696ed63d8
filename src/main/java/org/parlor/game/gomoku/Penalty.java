package org.parlor.game.gomoku;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What comes of a forbidden move. */
enum Penalty {
    /** The move is illegal and the player chooses another. */
    REFUSE,
    /** The move is played and loses the game, as over the board. */
    LOSE;

    /** The option's value: {@code refuse}. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The penalty with this {@link #label()}. */
    static Optional<Penalty> of(String label) {
        return Arrays.stream(values())
                .filter(penalty -> penalty.label().equals(label))
                .findFirst();
    }
}
