package org.parlor.game.backgammon;

import java.util.List;
import java.util.Optional;
import org.parlor.game.Outcome;
import org.parlor.game.Position;
import org.parlor.game.Roll;
import org.parlor.game.Ruling;
import org.parlor.game.Seat;

/**
 * A position of a backgammon match. The games of a match follow each other: after the last move of a game comes the opening
 * of the next, with the new score.
 *
 * @param state the checkers, the cube, the score
 * @param phase what the game waits for
 */
record BackgammonPosition(MatchState state, Phase phase) implements Position {

    @Override
    public List<Seat> due() {
        return outcome().isPresent() ? List.of() : List.of(phase.turn(state));
    }

    /** {@inheritDoc} GNU Backgammon's position ID, a colon and its match ID. */
    @Override
    public String notation() {
        return PositionId.write(state.board(), state.onRoll()) + ":" + MatchId.of(this);
    }

    @Override
    public Ruling play(Seat seat, String move) {
        if (outcome().isPresent()) {
            throw new IllegalStateException("the game is over");
        }
        return phase.play(state, move);
    }

    /**
     * {@inheritDoc} Offers to resign are left out, as they have nothing to do with the dice: {@code resign single},
     * {@code resign gammon} and {@code resign backgammon} can be played wherever rolling, doubling or a play of the dice can
     * be chosen; where the Jacoby rule lets gammons count single, {@code resign single} alone.
     */
    @Override
    public List<Ruling.Legal> legal(Seat seat) {
        return due().contains(seat) ? phase.legal(state) : List.of();
    }

    @Override
    public Optional<Roll> roll() {
        return phase.roll(state);
    }

    /** {@inheritDoc} It is the only play of the dice, or {@code pass} if no checker can move. */
    @Override
    public Optional<String> forced() {
        return phase.forced(state);
    }

    @Override
    public Optional<Outcome> outcome() {
        return phase.outcome();
    }
}
