package org.parlor.game.gomoku;

import java.util.List;
import java.util.stream.Stream;
import org.parlor.game.Seat;
import org.parlor.game.Seats;

/**
 * A turn or a reflection of the grid, with a shift: the column becomes {@code xx * x + xy * y + dx} and the row
 * {@code yx * x + yy * y + dy}.
 */
record Isometry(int xx, int xy, int yx, int yy, int dx, int dy) {

    private static final List<Isometry> AROUND_THE_CORNER = List.of(
            new Isometry(1, 0, 0, 1, 0, 0),
            new Isometry(-1, 0, 0, 1, 0, 0),
            new Isometry(1, 0, 0, -1, 0, 0),
            new Isometry(-1, 0, 0, -1, 0, 0),
            new Isometry(0, 1, 1, 0, 0, 0),
            new Isometry(0, -1, 1, 0, 0, 0),
            new Isometry(0, 1, -1, 0, 0, 0),
            new Isometry(0, -1, -1, 0, 0, 0));

    /**
     * Where a point comes to lie by all those that take the stones onto themselves, black to black and white to white: itself,
     * and what is symmetric to it. The edge of the board is no matter, as among players of Renju: a pattern of stones has its
     * symmetries wherever it lies.
     *
     * @param board with at least one black stone
     * @return points on the board, some perhaps more than once
     */
    static Stream<Integer> images(Board board, int point) {
        int first = board.taken(Seat.BLACK).findFirst().orElseThrow();
        return AROUND_THE_CORNER.stream()
                .flatMap(turn -> board.taken(Seat.BLACK).mapToObj(target -> turn.shifted(board, first, target)))
                .filter(symmetry -> symmetry.keeps(board))
                .filter(symmetry -> board.holds(symmetry.column(board, point), symmetry.row(board, point)))
                .map(symmetry -> board.point(symmetry.column(board, point), symmetry.row(board, point)));
    }

    private Isometry shifted(Board board, int from, int to) {
        return new Isometry(xx, xy, yx, yy, board.x(to) - column(board, from), board.y(to) - row(board, from));
    }

    private boolean keeps(Board board) {
        return Seats.BLACK_AND_WHITE.all().stream().allMatch(seat -> board.taken(seat)
                .allMatch(point -> board.has(seat, column(board, point), row(board, point))));
    }

    private int column(Board board, int point) {
        return xx * board.x(point) + xy * board.y(point) + dx;
    }

    private int row(Board board, int point) {
        return yx * board.x(point) + yy * board.y(point) + dy;
    }
}
