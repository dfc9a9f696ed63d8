package org.parlor.game.gomoku;

import java.util.Locale;

/** What Renju forbids to black. */
enum ForbiddenMove {
    /** Six or more in a row. */
    OVERLINE,
    /** One stone that makes two fours. */
    DOUBLE_FOUR,
    /** One stone that makes two threes. */
    DOUBLE_THREE;

    /** {@code double-three} */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
