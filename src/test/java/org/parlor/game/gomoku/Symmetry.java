package org.parlor.game.gomoku;

import org.parlor.game.Seat;
import org.parlor.game.Seats;

/** The eight ways to turn and mirror a board. */
enum Symmetry {
    NONE(false, false, false),
    LEFT_RIGHT(false, true, false),
    TOP_BOTTOM(false, false, true),
    HALF_TURN(false, true, true),
    DIAGONAL(true, false, false),
    QUARTER_TURN(true, true, false),
    OTHER_QUARTER_TURN(true, false, true),
    OTHER_DIAGONAL(true, true, true);

    private final boolean swapped;
    private final boolean mirrored;
    private final boolean flipped;

    Symmetry(boolean swapped, boolean mirrored, boolean flipped) {
        this.swapped = swapped;
        this.mirrored = mirrored;
        this.flipped = flipped;
    }

    /** Where the point comes to lie. */
    int of(Board board, int point) {
        int x = swapped ? board.y(point) : board.x(point);
        int y = swapped ? board.x(point) : board.y(point);
        int last = board.size() - 1;
        return board.point(mirrored ? last - x : x, flipped ? last - y : y);
    }

    /** The board turned. */
    Board of(Board board) {
        Board turned = new Board(board.size());
        for (Seat seat : Seats.BLACK_AND_WHITE.all()) {
            for (int point : board.taken(seat).toArray()) {
                turned = turned.with(seat, of(board, point));
            }
        }
        return turned;
    }
}
