package org.parlor.game.gomoku;

/**
 * Where an opening lets a stone lie. Squares are those around the centre of a board, which has an odd number of lines then.
 *
 * @param nearest how many lines a stone must at least be away from the centre
 * @param farthest how many it may at most be away
 */
record Area(int nearest, int farthest) {

    static final Area ANYWHERE = new Area(0, Board.LARGEST);
    static final Area CENTRE = new Area(0, 0);

    /** The central square of so many lines each way. */
    static Area within(int lines) {
        return new Area(0, lines / 2);
    }

    /** All around the central square of so many lines each way. */
    static Area outside(int lines) {
        return new Area(lines / 2 + 1, Board.LARGEST);
    }

    boolean contains(Board board, int point) {
        int twice = Math.max(
                Math.abs(2 * board.x(point) - board.size() + 1), Math.abs(2 * board.y(point) - board.size() + 1));
        return twice >= 2 * nearest && twice <= 2 * farthest;
    }

    /** Such as {@code outside the central 5x5}. */
    @Override
    public String toString() {
        if (equals(ANYWHERE)) {
            return "anywhere";
        }
        if (equals(CENTRE)) {
            return "in the centre";
        }
        return nearest == 0 ? "within the central " + square(farthest) : "outside the central " + square(nearest - 1);
    }

    private static String square(int distance) {
        int lines = 2 * distance + 1;
        return lines + "x" + lines;
    }
}
