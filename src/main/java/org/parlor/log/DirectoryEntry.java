package org.parlor.log;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What can be known of a room without reading its log.
 *
 * @param game the game's name
 * @param options every option of the game
 * @param status waiting, playing or over
 * @param seats who sits where, in the game's order
 * @param deadline a time before which nothing happens by itself in the room; empty if nothing ever does
 * @param changedAt when this changed last, milliseconds since 1970
 * @param outcome how the latest game ended: the places and a reason; empty before
 */
public record DirectoryEntry(
        String game,
        Map<String, String> options,
        String status,
        List<SeatEntry> seats,
        OptionalLong deadline,
        long changedAt,
        Optional<String> outcome) {

    public DirectoryEntry {
        options = Map.copyOf(options);
        seats = List.copyOf(seats);
    }

    /**
     * A seat that is taken.
     *
     * @param seat its name
     * @param name of the player
     * @param guest the public id of the person; empty for who told no key
     */
    public record SeatEntry(String seat, String name, Optional<String> guest) {}
}
