package org.parlor.game.gomoku;

import java.util.List;
import java.util.stream.Stream;
import org.parlor.game.Ruling;
import org.parlor.game.Seat;

/**
 * A stone is put on the board. Black stones and white stones take turns, whoever puts them.
 *
 * @param seat who puts it
 * @param area where it may lie
 */
record Place(Seat seat, Area area) implements Step {

    private static final List<String> ORDINALS = List.of("first", "second", "third", "fourth", "fifth");

    @Override
    public Stream<String> moves(Board board) {
        return Step.points(board);
    }

    @Override
    public Ruling play(GomokuPosition game, String move, List<Step> rest) {
        Board board = game.board();
        if (!(game.play(move) instanceof Ruling.Legal stone)) {
            return game.play(move);
        }
        if (!area.contains(board, board.point(stone.move()))) {
            String detail = "the " + ORDINALS.get(board.stones()) + " stone must lie " + area;
            return new Ruling.Illegal(Ruling.Reason.FORBIDDEN, detail);
        }
        return new Ruling.Legal(stone.move(), OpeningPosition.of((GomokuPosition) stone.after(), rest));
    }
}
