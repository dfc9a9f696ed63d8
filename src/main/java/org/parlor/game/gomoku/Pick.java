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
record Pick(List<String> offered) implements Step {

    @Override
    public Seat seat() {
        return Seat.WHITE;
    }

    @Override
    public Stream<String> moves(Board board) {
        return offered.stream();
    }

    @Override
    public Ruling play(GomokuPosition game, String move, List<Step> rest) {
        Ruling ruling = game.play(move);
        if (!(ruling instanceof Ruling.Legal stone)) {
            return ruling;
        }
        return offered.contains(stone.move())
                ? new Ruling.Legal(stone.move(), OpeningPosition.of((GomokuPosition) stone.after(), rest))
                : new Ruling.Illegal(
                        Ruling.Reason.FORBIDDEN,
                        "the fifth stone must lie on one of the offered points: " + String.join(", ", offered));
    }
}
