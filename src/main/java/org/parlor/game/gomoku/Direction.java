package org.parlor.game.gomoku;

/** The four ways a line can run over the board, each from the left to the right, upright ones from the bottom. */
enum Direction {
    EAST(1, 0),
    NORTH(0, -1),
    NORTH_EAST(1, -1),
    SOUTH_EAST(1, 1);

    private final int dx;
    private final int dy;

    Direction(int dx, int dy) {
        this.dx = dx;
        this.dy = dy;
    }

    /** Columns to the right a step. */
    int dx() {
        return dx;
    }

    /** Rows down a step. */
    int dy() {
        return dy;
    }
}
