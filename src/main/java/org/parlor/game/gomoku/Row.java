package org.parlor.game.gomoku;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.parlor.game.Seat;

/**
 * An unbroken row of stones of one colour, as long as it goes.
 *
 * @param seat whose stones
 * @param points the stones from one end to the other, at least one
 * @param enclosed whether an opposing stone stands at both ends; the edge of the board encloses nothing
 */
record Row(Seat seat, List<Integer> points, boolean enclosed) {

    int length() {
        return points.size();
    }

    /** The row in each of the four directions through a point that holds a stone of this seat. */
    static Stream<Row> through(Board board, Seat seat, int point) {
        return Arrays.stream(Direction.values()).map(direction -> through(board, seat, point, direction));
    }

    private static Row through(Board board, Seat seat, int point, Direction direction) {
        int back = reach(board, seat, point, -direction.dx(), -direction.dy());
        int ahead = reach(board, seat, point, direction.dx(), direction.dy());
        int x = board.x(point);
        int y = board.y(point);
        List<Integer> points = IntStream.rangeClosed(-back, ahead)
                .mapToObj(i -> board.point(x + i * direction.dx(), y + i * direction.dy()))
                .toList();
        Seat rival = seat.other();
        boolean enclosed = board.has(rival, x - (back + 1) * direction.dx(), y - (back + 1) * direction.dy())
                && board.has(rival, x + (ahead + 1) * direction.dx(), y + (ahead + 1) * direction.dy());
        return new Row(seat, points, enclosed);
    }

    private static int reach(Board board, Seat seat, int point, int dx, int dy) {
        int steps = 0;
        while (board.has(seat, board.x(point) + (steps + 1) * dx, board.y(point) + (steps + 1) * dy)) {
            steps++;
        }
        return steps;
    }
}
