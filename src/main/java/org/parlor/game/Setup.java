package org.parlor.game;

import java.util.Map;

/** The answer of a {@link Game} to the options of a new room. */
public sealed interface Setup {

    /**
     * The game can begin.
     *
     * @param options every option of the game with the value that holds, defaults included; setting up with them again
     *     gives the same position
     * @param position the first position
     */
    record Ready(Map<String, String> options, Position position) implements Setup {
        public Ready {
            options = Map.copyOf(options);
        }
    }

    /**
     * The options make no game.
     *
     * @param detail an English sentence that names the option and the values it takes
     */
    record Rejected(String detail) implements Setup {}
}
