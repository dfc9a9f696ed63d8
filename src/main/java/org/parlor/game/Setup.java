package org.parlor.game;

import java.util.Map;

/** The answer of a {@link Game} to the options of a new room. */
public sealed interface Setup {

    /**
     * The game can begin.
     *
     * @param options every option of the game with the value that holds, defaults included; setting up with them again
     *     gives the same position
     * @param position the first position, for all seats
     * @param seats who plays
     */
    record Ready(Map<String, String> options, Position position, Seats seats) implements Setup {
        public Ready {
            options = Map.copyOf(options);
        }

        /** A game of black and white. */
        public Ready(Map<String, String> options, Position position) {
            this(options, position, Seats.BLACK_AND_WHITE);
        }
    }

    /**
     * The options make no game.
     *
     * @param detail an English sentence that names the option and the values it takes
     */
    record Rejected(String detail) implements Setup {}
}
