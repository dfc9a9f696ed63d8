package org.parlor.game.backgammon;

import java.util.List;
import java.util.Optional;
import org.parlor.game.Chance;
import org.parlor.game.Roll;
import org.parlor.game.Seat;

/** A game begins with one die each, rolled again while they are equal; who has the larger starts with both numbers. */
record Opening() implements Phase {

    @Override
    public Optional<Roll> roll(MatchState state) {
        return Optional.of(new OpeningRoll(state));
    }

    @Override
    public int gameState() {
        return MatchId.NOT_STARTED;
    }

    /** The dice are black's and white's, in this order. */
    private record OpeningRoll(MatchState state) implements Roll {

        @Override
        public List<Integer> dice(Chance chance) {
            int black;
            int white;
            do {
                black = chance.roll(Dice.SIDES);
                white = chance.roll(Dice.SIDES);
            } while (black == white);
            return List.of(black, white);
        }

        @Override
        public BackgammonPosition after(List<Integer> dice) {
            Dice fallen = Dice.checked(dice);
            if (fallen.isDoublet()) {
                throw new IllegalArgumentException("the opening roll is never a doublet: " + dice);
            }
            Seat first = dice.get(0) > dice.get(1) ? Seat.BLACK : Seat.WHITE;
            MatchState begun = new MatchState(state.match(), state.board(), state.cube(), first);
            return new BackgammonPosition(begun, new Rolled(fallen));
        }
    }
}
