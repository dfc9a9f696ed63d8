package org.parlor.room;

import java.util.List;
import org.parlor.game.Position;

/** Dice that fell. */
public record DiceRoll(List<Integer> dice) implements Step {

    public DiceRoll {
        dice = List.copyOf(dice);
    }

    @Override
    public Position from(Position before) {
        return before.roll().orElseThrow().after(dice);
    }
}
