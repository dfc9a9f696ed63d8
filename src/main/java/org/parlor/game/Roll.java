package org.parlor.game;

import java.util.List;

/** Dice that must fall before anyone can go on. */
public interface Roll {

    /** Throws the dice. The same chance gives the same dice, so that anyone can check them afterwards. */
    List<Integer> dice(Chance chance);

    /**
     * The position after the dice have fallen.
     *
     * @param dice as {@link #dice} could have thrown them
     * @throws IllegalArgumentException if it could not
     */
    Position after(List<Integer> dice);

    /** For whom these dice fell: the seat that plays them, unless the game says otherwise. */
    default Seat seat(List<Integer> dice) {
        return after(dice).toMove().orElseThrow();
    }

    /** Whether only the player of that seat may see these dice, and the others learn no more than that they fell. */
    default boolean isSecret() {
        return false;
    }
}
