package org.parlor.game.gomoku;

/**
 * Eleven points of one line as seen by Renju's black: a stone of theirs in the middle and five points to either side,
 * which is as far as its fives, fours and threes can depend on anything. Bit 0 is one end, bit {@value #MIDDLE} the stone.
 *
 * @param black bits of black's stones, the middle one included
 * @param free bits of the empty points; what is neither black nor free is white or off the board
 */
record Line(int black, int free) {

    /** Points on either side of the middle, and the bit of the middle. */
    static final int MIDDLE = 5;

    private static final int FOUR = 0b1111;
    private static final int FIVE = 0b11111;
    private static final int SIX = 0b111111;

    /** Whether the stone stands in a row of exactly five. */
    boolean five() {
        for (int row = FIVE << 1; row <= FIVE << MIDDLE; row <<= 1) {
            if ((black & row) == row && (black & ends(row)) == 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether the stone stands in a row of six or more. */
    boolean overline() {
        for (int row = SIX; row <= SIX << MIDDLE; row <<= 1) {
            if ((black & row) == row) {
                return true;
            }
        }
        return false;
    }

    /**
     * How many fours the stone belongs to: sets of four stones that one more stone makes exactly five. A straight four is
     * one four although two points complete it.
     */
    int fours() {
        int fours = 0;
        int last = 0;
        for (int row = FIVE << 1; row <= FIVE << MIDDLE; row <<= 1) {
            int stones = black & row;
            boolean four = Integer.bitCount(stones) == 4 && (free & row) != 0 && (black & ends(row)) == 0;
            if (four && stones != last) {
                fours++;
                last = stones;
            }
        }
        return fours;
    }

    /**
     * Bits of the points where one more stone gives a straight four with the stone in the middle: four in a row that either
     * end makes exactly five. None if there is no three; a line never holds two threes through one point.
     */
    int straightFours() {
        int points = 0;
        for (int row = FOUR << 2; row <= FOUR << MIDDLE; row <<= 1) {
            int ends = ends(row);
            if (Integer.bitCount(black & row) == 3
                    && (free & row) != 0
                    && (free & ends) == ends
                    && (black & ends(row | ends)) == 0) {
                points |= free & row;
            }
        }
        return points;
    }

    /** The two bits that a row of bits lies between. */
    private static int ends(int row) {
        return (row << 1 | row >> 1) & ~row;
    }
}
