package org.parlor.game.gomoku;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.parlor.game.Seat;

/**
 * A position on paper: the rows from the top, {@code x} black, {@code o} white, a number for that many empty points,
 * {@code /} between rows, then a space and {@code b} or {@code w} for the side to move. Every position has one spelling.
 *
 * @param board the stones
 * @param next the side to move
 */
record Diagram(Board board, Seat next) {

    private static final Pattern SIGN = Pattern.compile("x|o|[1-9][0-9]{0,8}");
    private static final Pattern GAP = Pattern.compile("\\.+");

    /**
     * Reads a position. Its number of rows is the board's size.
     *
     * @throws BadOption if the text is no position, telling what is wrong and where
     */
    static Diagram parse(String text) {
        if (!text.endsWith(" b") && !text.endsWith(" w")) {
            throw new BadOption("position must end with a space and b or w for the side to move");
        }
        String[] rows = text.substring(0, text.length() - 2).split("/", -1);
        if (rows.length < Board.SMALLEST || rows.length > Board.LARGEST) {
            throw new BadOption("position has " + rows.length + " rows, but a board has from " + Board.SMALLEST + " to "
                    + Board.LARGEST);
        }
        Board board = new Board(rows.length);
        for (int y = 0; y < rows.length; y++) {
            String points = expand(rows[y], y + 1, rows.length);
            for (int x = 0; x < rows.length; x++) {
                if (points.charAt(x) != '.') {
                    board = board.with(points.charAt(x) == 'x' ? Seat.BLACK : Seat.WHITE, board.point(x, y));
                }
            }
        }
        return new Diagram(board, text.endsWith("b") ? Seat.BLACK : Seat.WHITE);
    }

    private static String expand(String row, int number, int size) {
        StringBuilder points = new StringBuilder();
        Matcher sign = SIGN.matcher(row);
        for (int i = 0; i < row.length() && points.length() <= size; i = sign.end()) {
            if (!sign.region(i, row.length()).lookingAt()) {
                throw new BadOption("position has '" + row.charAt(i) + "' as sign " + (i + 1) + " of row " + number
                        + " from the top, where only x, o and numbers from 1 can stand");
            }
            boolean stone = !Character.isDigit(row.charAt(i));
            points.append(stone ? sign.group() : ".".repeat(Math.min(Integer.parseInt(sign.group()), size + 1)));
        }
        if (points.length() != size) {
            throw new BadOption("position has " + size + " rows, but row " + number + " from the top holds "
                    + (points.length() > size ? "more than " + size : points.length()) + " points");
        }
        return points.toString();
    }

    /** The position's one spelling. */
    @Override
    public String toString() {
        String rows = IntStream.range(0, board.size()).mapToObj(this::row).collect(Collectors.joining("/"));
        return rows + (next.equals(Seat.BLACK) ? " b" : " w");
    }

    private String row(int y) {
        StringBuilder points = new StringBuilder();
        for (int x = 0; x < board.size(); x++) {
            points.append(board.has(Seat.BLACK, x, y) ? 'x' : board.has(Seat.WHITE, x, y) ? 'o' : '.');
        }
        return GAP.matcher(points).replaceAll(gap -> String.valueOf(gap.group().length()));
    }
}
