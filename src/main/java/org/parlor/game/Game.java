package org.parlor.game;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A game that rooms can play. Implementations are stateless. */
public interface Game {

    /** The name in a room's address, lower case: {@code gomoku}. */
    String name();

    /**
     * What the founder of a room may choose. Not every combination need be possible: {@link #setUp} says which are, and may
     * ignore no option that it is given.
     */
    default List<Option> options() {
        return List.of();
    }

    /**
     * Sets the game up.
     *
     * @param options what the room's founder chose, any of the game's options left out; never null
     * @param position where to start, in the game's notation; empty for the usual start
     * @return {@link Setup.Ready} with every option filled in, or {@link Setup.Rejected} saying what to mend
     */
    Setup setUp(Map<String, String> options, Optional<String> position);

    /** Whether dice fall in this game. A room then commits itself to them before anyone sits down. */
    default boolean hasChance() {
        return setUp(Map.of(), Optional.empty()) instanceof Setup.Ready ready
                && ready.position().roll().isPresent();
    }

    /** Whether anything in this game is hidden from anyone: then a position has a view for each seat. */
    default boolean hasSecrets() {
        return false;
    }

    /** The kinds of files in which this game can be kept. */
    default List<RecordFormat> formats() {
        return List.of();
    }
}
