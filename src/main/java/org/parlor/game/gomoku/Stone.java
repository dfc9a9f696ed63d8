package org.parlor.game.gomoku;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.parlor.game.Position;
import org.parlor.game.Seat;

/**
 * A stone on a board.
 *
 * @param colour which need not be the seat that put it there: in some openings one player sets stones of both colours
 * @param x column from the left, from 0
 * @param y row from the top, from 0
 */
record Stone(Seat colour, int x, int y) {

    /** The stones of a position, in board order. */
    static List<Stone> of(Position position) {
        GomokuPosition game = position instanceof OpeningPosition opening ? opening.game() : (GomokuPosition) position;
        return of(game.board());
    }

    /** The stones of a board, in board order. */
    static List<Stone> of(Board board) {
        List<Stone> stones = new ArrayList<>();
        for (int y = 0; y < board.size(); y++) {
            for (int x = 0; x < board.size(); x++) {
                int column = x;
                int row = y;
                board.at(board.point(x, y)).ifPresent(seat -> stones.add(new Stone(seat, column, row)));
            }
        }
        return stones;
    }

    /** The stone that a move put on the board; empty if it put none or more than one. */
    static Optional<Stone> between(Position before, Position after) {
        Set<Stone> added = new HashSet<>(of(after));
        of(before).forEach(added::remove);
        return added.size() == 1 ? added.stream().findFirst() : Optional.empty();
    }

    /** The point on a board of so many lines, as players write it. */
    String point(int size) {
        return new Board(size).name(y * size + x);
    }
}
