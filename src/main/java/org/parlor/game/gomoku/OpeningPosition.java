package org.parlor.game.gomoku;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.parlor.game.Outcome;
import org.parlor.game.Position;
import org.parlor.game.Ruling;
import org.parlor.game.Seat;

/**
 * A position in an opening. Nothing can end the game here: an opening begins on an empty board and puts five stones at most,
 * too few for a row of five and for any foul of Renju.
 *
 * @param game the stones, and whose colour is next
 * @param steps what is to be decided, in order; at least one
 */
record OpeningPosition(GomokuPosition game, List<Step> steps) implements Position {

    /** The position with these steps before it; the game itself if there are none. */
    static Position of(GomokuPosition game, List<Step> steps) {
        return steps.isEmpty() ? game : new OpeningPosition(game, steps);
    }

    @Override
    public List<Seat> due() {
        return List.of(step().seat());
    }

    /** {@inheritDoc} The side is the colour of the next stone, whoever puts it. */
    @Override
    public String notation() {
        return game.notation();
    }

    @Override
    public Ruling play(Seat seat, String move) {
        return step().play(game, move, rest());
    }

    @Override
    public List<Ruling.Legal> legal(Seat seat) {
        Stream<Ruling> rulings = due().contains(seat) ? step().rulings(game, rest()) : Stream.of();
        return rulings.filter(Ruling.Legal.class::isInstance)
                .map(Ruling.Legal.class::cast)
                .toList();
    }

    @Override
    public Optional<Outcome> outcome() {
        return Optional.empty();
    }

    private Step step() {
        return steps.get(0);
    }

    private List<Step> rest() {
        return steps.subList(1, steps.size());
    }
}
