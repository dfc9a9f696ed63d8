package org.parlor.room;

import org.parlor.game.Position;
import org.parlor.game.Seat;

/** One thing that changed a game's position. */
public sealed interface Step permits Ply, DiceRoll, Step.Withdrawal, Step.TimeUp {

    /** The position after this step. Never fails for a step that was taken from {@code before}. */
    Position from(Position before);

    /** Whether it can't be taken back: no player has chosen it. */
    default boolean isFinal() {
        return false;
    }

    /** A player is out of the game, and the others play on. */
    record Withdrawal(Seat seat) implements Step {
        @Override
        public Position from(Position before) {
            return before.without(seat).orElseThrow();
        }

        @Override
        public boolean isFinal() {
            return true;
        }
    }

    /** The position changed by itself when its time was over. */
    record TimeUp() implements Step {
        @Override
        public Position from(Position before) {
            return before.timeUp();
        }

        @Override
        public boolean isFinal() {
            return true;
        }
    }
}
