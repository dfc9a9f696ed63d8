package org.parlor.game.backgammon;

import java.util.Optional;
import org.parlor.game.Outcome;

/**
 * The match is over, or the money game.
 *
 * @param ending how its last game ended
 * @param end how it ended
 */
record Over(Ending ending, Outcome end) implements Phase {

    /** What ends a game. */
    enum Ending {
        /** A seat has borne off its last checker. */
        BORNE_OFF(2),
        /** An offer to resign was accepted. */
        RESIGNED(3),
        /** A double was refused. */
        DROPPED(4);

        private final int gameState;

        Ending(int gameState) {
            this.gameState = gameState;
        }

        /** The reason of a result. */
        String reason(Victory victory) {
            return switch (this) {
                case BORNE_OFF -> victory.label();
                case RESIGNED -> "resignation";
                case DROPPED -> "dropped";
            };
        }
    }

    @Override
    public int gameState() {
        return ending.gameState;
    }

    @Override
    public Optional<Outcome> outcome() {
        return Optional.of(end);
    }
}
