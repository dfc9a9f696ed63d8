package org.parlor.game.backgammon;

import java.util.Arrays;
import org.parlor.game.Seat;

/**
 * The checkers of both seats. Immutable. Each seat counts the points its own way, from 24 down to 1 as its checkers move, so
 * that a point of one seat is 25 minus that point for the other.
 */
final class Board {

    /** Where a checker that was hit waits. */
    static final int BAR = 25;

    /** Where a checker is that was borne off. */
    static final int OFF = 0;

    /** How many checkers each seat has, those that are borne off included. */
    static final int CHECKERS = 15;

    private static final int HOME = 6;

    private final byte[] black;
    private final byte[] white;

    private Board(byte[] black, byte[] white) {
        this.black = black;
        this.white = white;
    }

    /** The usual start: two on 24, five on 13, three on 8, five on 6. */
    static Board start() {
        int[] checkers = new int[BAR + 1];
        checkers[24] = 2;
        checkers[13] = 5;
        checkers[8] = 3;
        checkers[6] = 5;
        return of(checkers, checkers);
    }

    /**
     * A board with these checkers; what is missing to 15 is borne off.
     *
     * @param black how many black checkers stand on each place, by index from 1 to 25
     * @param white the same of white, counted white's way
     */
    static Board of(int[] black, int[] white) {
        return new Board(side(black), side(white));
    }

    private static byte[] side(int[] checkers) {
        byte[] side = new byte[BAR + 1];
        side[OFF] = CHECKERS;
        for (int point = 1; point <= BAR; point++) {
            side[point] = (byte) checkers[point];
            side[OFF] -= side[point];
        }
        return side;
    }

    /** How many checkers the seat has on a point of its own count, on {@link #BAR} or {@link #OFF}. */
    int at(Seat seat, int point) {
        return side(seat)[point];
    }

    /** Whether the seat could land there: no two checkers of the other seat hold the point. */
    boolean isOpen(Seat seat, int point) {
        return point == OFF || at(seat.other(), BAR - point) < 2;
    }

    /** Whether the seat would hit a checker there. */
    boolean isBlot(Seat seat, int point) {
        return point != OFF && at(seat.other(), BAR - point) == 1;
    }

    /** The farthest place where the seat has a checker, {@link #BAR} farthest of all; {@link #OFF} if none is left. */
    int farthest(Seat seat) {
        byte[] side = side(seat);
        int point = BAR;
        while (point > OFF && side[point] == 0) {
            point--;
        }
        return point;
    }

    /** Whether every checker of the seat that is left is on its points 1 to 6. */
    boolean isHome(Seat seat) {
        return farthest(seat) <= HOME;
    }

    /** Whether the seat holds all its points 1 to 6, so that nobody comes in against it. */
    boolean isClosed(Seat seat) {
        for (int point = 1; point <= HOME; point++) {
            if (at(seat, point) < 2) {
                return false;
            }
        }
        return true;
    }

    /** What it is worth to the other seat when this seat loses now. */
    Victory lostBy(Seat loser) {
        if (at(loser, OFF) > 0) {
            return Victory.SINGLE;
        }
        return farthest(loser) > 24 - HOME ? Victory.BACKGAMMON : Victory.GAMMON;
    }

    /** The board after a checker has moved and hit what it meets. The move is one that {@link #isOpen} allows. */
    Board after(Seat seat, CheckerMove move) {
        byte[] own = side(seat).clone();
        byte[] theirs = side(seat.other());
        own[move.from()]--;
        own[move.to()]++;
        if (isBlot(seat, move.to())) {
            theirs = theirs.clone();
            theirs[BAR - move.to()]--;
            theirs[BAR]++;
        }
        return seat.equals(Seat.BLACK) ? new Board(own, theirs) : new Board(theirs, own);
    }

    private byte[] side(Seat seat) {
        return seat.equals(Seat.BLACK) ? black : white;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Board that && Arrays.equals(black, that.black) && Arrays.equals(white, that.white);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(black) + Arrays.hashCode(white);
    }
}
