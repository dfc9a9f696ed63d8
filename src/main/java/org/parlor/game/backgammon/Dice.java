package org.parlor.game.backgammon;

import java.util.Collections;
import java.util.List;

/**
 * Two dice that lie on the table.
 *
 * @param high the larger number, 1 to 6
 * @param low the other one, 1 to {@code high}
 */
record Dice(int high, int low) {

    static final int SIDES = 6;

    /** Two numbers in any order. */
    static Dice of(int one, int other) {
        return new Dice(Math.max(one, other), Math.min(one, other));
    }

    /**
     * Two dice as they fell.
     *
     * @throws IllegalArgumentException if they are not two numbers from 1 to 6
     */
    static Dice checked(List<Integer> fallen) {
        if (fallen.size() != 2 || fallen.stream().anyMatch(number -> number < 1 || number > SIDES)) {
            throw new IllegalArgumentException("two dice show two numbers from 1 to 6, not " + fallen);
        }
        return of(fallen.get(0), fallen.get(1));
    }

    boolean isDoublet() {
        return high == low;
    }

    /** What may be moved, the larger number first: two numbers, or four of a doublet. */
    List<Integer> numbers() {
        return isDoublet() ? Collections.nCopies(4, high) : List.of(high, low);
    }

    /** The larger number first: {@code 6 and 5}. */
    @Override
    public String toString() {
        return high + " and " + low;
    }
}
