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
record BeforeRoll(boolean chosen) implements Stage {

    private static final String DOUBLE = "double";

    @Override
    public Optional<Roll> roll(Table table) {
        return decides(table) ? Optional.empty() : Optional.of(new TurnRoll(table));
    }

    private boolean decides(Table table) {
        return !chosen && table.objectionToDoubling().isEmpty();
    }

    @Override
    public List<Ruling.Legal> legal(Table table) {
        return decides(table)
                ? List.of(table.choice("roll", new BeforeRoll(true)), table.choice(DOUBLE, new Doubled(false)))
                : List.of();
    }

    @Override
    public List<Ruling.Legal> resignations(Table table) {
        return Resigning.offers(table, this);
    }

    private record TurnRoll(Table table) implements Roll {

        @Override
        public List<Integer> dice(Chance chance) {
            int first = chance.roll(Dice.SIDES);
            return List.of(first, chance.roll(Dice.SIDES));
        }

        @Override
        public BackgammonPosition after(List<Integer> dice) {
            return new BackgammonPosition(table, new Rolled(Dice.checked(dice)));
        }
    }
}
