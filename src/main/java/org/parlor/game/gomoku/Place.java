package org.parlor.game.gomoku;

import java.util.List;
import org.parlor.game.Ruling;
import org.parlor.game.Seat;

/**
 * A stone is put on the board. Black stones and white stones take turns, whoever puts them.
 *
 * @param seat who puts it
 * @param area where it may lie
 */
record Place(Seat seat, Area area) implements Step.OnPoint {

    private static final List<String> ORDINALS = List.of("first", "second", "third", "fourth", "fifth");

    @Override
    public Ruling take(GomokuPosition game, Ruling.Legal stone, List<Step> rest) {
        Board board = game.board();
        if (!area.contains(board, board.point(stone.move()))) {
            String detail = "the " + ORDINALS.get(board.stones()) + " stone must lie " + area;
            return new Ruling.Illegal(Ruling.Reason.FORBIDDEN, detail);
        }
        return new Ruling.Legal(stone.move(), OpeningPosition.of((GomokuPosition) stone.after(), rest));
    }
}
