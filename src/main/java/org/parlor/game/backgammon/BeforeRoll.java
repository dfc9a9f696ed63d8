package org.parlor.game.backgammon;

import java.util.List;
import java.util.Optional;
import org.parlor.game.Chance;
import org.parlor.game.Roll;
import org.parlor.game.Ruling;

/**
 * The seat on roll rolls or doubles. If it can't double, the dice are due at once; a record may hold that it resigned instead.
 *
 * @param chosen whether it has chosen to roll
 */
record BeforeRoll(boolean chosen) implements Phase {

    private static final String DOUBLE = "double";

    @Override
    public Optional<Roll> roll(MatchState state) {
        return decides(state) ? Optional.empty() : Optional.of(new TurnRoll(state));
    }

    private boolean decides(MatchState state) {
        return !chosen && state.objectionToDoubling().isEmpty();
    }

    @Override
    public List<Ruling.Legal> legal(MatchState state) {
        return decides(state)
                ? List.of(state.choice("roll", new BeforeRoll(true)), state.choice(DOUBLE, new Doubled(false)))
                : List.of();
    }

    @Override
    public List<Ruling.Legal> resignations(MatchState state) {
        return Resigning.offers(state, this);
    }

    private record TurnRoll(MatchState state) implements Roll {

        @Override
        public List<Integer> dice(Chance chance) {
            int first = chance.roll(Dice.SIDES);
            return List.of(first, chance.roll(Dice.SIDES));
        }

        @Override
        public BackgammonPosition after(List<Integer> dice) {
            return new BackgammonPosition(state, new Rolled(Dice.checked(dice)));
        }
    }
}
