package org.parlor.game;

import java.util.List;

/** Dice that must fall before anyone can go on. */
public interface Roll {

    /** Throws the dice. The same chance gives the same dice, so that anyone can check them afterwards. */
    List<Integer> dice(Chance chance);

    /**
     * The position after the dice have fallen. Its {@linkplain Position#toMove() seat to move} is the one that plays them.
     *
     * @param dice as {@link #dice} could have thrown them
     * @throws IllegalArgumentException if it could not
     */
    Position after(List<Integer> dice);
}
