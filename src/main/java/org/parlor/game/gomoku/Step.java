package org.parlor.game.gomoku;

import java.util.List;
import java.util.stream.Stream;
import org.parlor.game.Ruling;
import org.parlor.game.Seat;

/** One decision of an opening. Which steps there are, in which order, is what makes an {@link Opening}. */
sealed interface Step permits Choice, Step.OnPoint {

    /** Who decides. */
    Seat seat();

    /**
     * Decides.
     *
     * @param game the stones, and whose colour is next
     * @param move any text
     * @param rest the steps after this one
     */
    Ruling play(GomokuPosition game, String move, List<Step> rest);

    /** What the rules say of every move that may be legal here. */
    Stream<Ruling> rulings(GomokuPosition game, List<Step> rest);

    /** A step that takes a point without a stone. */
    sealed interface OnPoint extends Step permits Place, Offer, Pick {

        /**
         * Decides on a point.
         *
         * @param stone what would come of putting a stone there
         */
        Ruling take(GomokuPosition game, Ruling.Legal stone, List<Step> rest);

        @Override
        default Ruling play(GomokuPosition game, String move, List<Step> rest) {
            Ruling ruling = game.play(move);
            return ruling instanceof Ruling.Legal stone ? take(game, stone, rest) : ruling;
        }

        @Override
        default Stream<Ruling> rulings(GomokuPosition game, List<Step> rest) {
            return game.legal().stream().map(stone -> take(game, stone, rest));
        }
    }
}
