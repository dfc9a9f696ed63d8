package org.parlor.game.gomoku;

import java.util.List;
import java.util.stream.Stream;
import org.parlor.game.Ruling;
import org.parlor.game.Seat;

/** One decision of an opening. Which steps there are, in which order, is what makes an {@link Opening}. */
sealed interface Step permits Place, Ask, Offer, Pick {

    /** Who decides. */
    Seat seat();

    /** Every move that may be legal here, and perhaps some that are not. */
    Stream<String> moves(Board board);

    /**
     * Decides.
     *
     * @param game the stones, and whose colour is next
     * @param rest the steps after this one
     */
    Ruling play(GomokuPosition game, String move, List<Step> rest);

    /** The names of the points without a stone. */
    static Stream<String> points(Board board) {
        return board.empty().mapToObj(board::name);
    }
}
