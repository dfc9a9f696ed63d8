package org.parlor.game.gomoku;

import java.util.List;
import java.util.stream.Stream;
import org.parlor.game.Ruling;
import org.parlor.game.Seat;

/**
 * White picks one of the points that black has offered, and black's fifth stone is put there.
 *
 * @param offered the points
 */
record Pick(List<String> offered) implements Step.OnPoint {

    @Override
    public Seat seat() {
        return Seat.WHITE;
    }

    /** {@inheritDoc} In the order in which they were offered. */
    @Override
    public Stream<Ruling> rulings(GomokuPosition game, List<Step> rest) {
        return offered.stream().map(point -> play(game, point, rest));
    }

    @Override
    public Ruling take(GomokuPosition game, Ruling.Legal stone, List<Step> rest) {
        return offered.contains(stone.move())
                ? new Ruling.Legal(stone.move(), OpeningPosition.of((GomokuPosition) stone.after(), rest))
                : new Ruling.Illegal(
                        Ruling.Reason.FORBIDDEN,
                        "the fifth stone must lie on one of the offered points: " + String.join(", ", offered));
    }
}
