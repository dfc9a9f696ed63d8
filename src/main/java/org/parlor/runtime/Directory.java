package org.parlor.runtime;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.parlor.game.Outcome;
import org.parlor.game.Seat;
import org.parlor.log.DirectoryEntry;
import org.parlor.log.DirectoryEntry.SeatEntry;
import org.parlor.room.Change;
import org.parlor.room.Event;
import org.parlor.room.Guest;
import org.parlor.room.Player;
import org.parlor.room.Room;

/** What the directory says of a room, and when that changes: not with each move. */
final class Directory {

    private Directory() {}

    /** Whether the directory says something else of the room after these changes. */
    static boolean isTouchedBy(Room before, List<Change> changes) {
        return changes.stream()
                .anyMatch(change -> isTouchedBy(change.event().event())
                        || before.roster().differsIn(change.after().roster()));
    }

    /** Whether something may happen by itself in the room before the time that the directory tells. */
    static boolean isDueBefore(Room room, OptionalLong listed) {
        OptionalLong due = room.deadline();
        return due.isPresent() && (listed.isEmpty() || due.getAsLong() < listed.getAsLong());
    }

    private static boolean isTouchedBy(Event event) {
        return event instanceof Event.Seated
                || event instanceof Event.Left
                || event instanceof Event.Started
                || event instanceof Event.Ended;
    }

    /** What the directory says of a room. */
    static DirectoryEntry entry(Room room) {
        return new DirectoryEntry(
                room.config().opening().game(),
                room.config().opening().options(),
                room.status().label(),
                room.roster().taken().stream().map(seat -> seat(room, seat)).toList(),
                room.deadline(),
                room.last().at(),
                outcome(room));
    }

    private static SeatEntry seat(Room room, Seat seat) {
        Player player = room.roster().players().get(seat);
        return new SeatEntry(seat.label(), player.name(), player.guest().map(Guest::id));
    }

    private static Optional<String> outcome(Room room) {
        return room.match().outcome().map(Directory::inWords);
    }

    private static String inWords(Outcome outcome) {
        String places = outcome.places().entrySet().stream()
                .map(place -> place.getKey().label() + "=" + place.getValue())
                .sorted()
                .collect(Collectors.joining(" "));
        return outcome.reason() + " " + places;
    }
}
