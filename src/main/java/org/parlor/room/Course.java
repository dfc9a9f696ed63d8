package org.parlor.room;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parlor.game.Position;
import org.parlor.game.Seat;

/** What runs by itself in a game: dice fall, moves without a choice are played, and the rules end the game. */
final class Course {

    private Course() {}

    /** What was decided on a room, and all that follows from it until someone has a decision to make. */
    static List<Event> of(Room room, List<Event> decided) {
        List<Event> events = new ArrayList<>(decided);
        Room after = room;
        for (Event event : decided) {
            after = after(after, event);
        }
        for (Optional<Event> next = next(after); next.isPresent(); next = next(after)) {
            events.add(next.get());
            after = after(after, next.get());
        }
        return events;
    }

    /** No time passes: what runs by itself does not depend on it. */
    private static Room after(Room room, Event event) {
        return room.evolve(new Entry(room.seq() + 1, 0, event));
    }

    private static Optional<Event> next(Room room) {
        if (room.status() != Status.PLAYING) {
            return Optional.empty();
        }
        Position position = room.position();
        if (position.result().isPresent()) {
            return position.result().map(Event.Ended::new);
        }
        if (position.roll().isPresent()) {
            return position.roll().map(roll -> {
                List<Integer> dice = roll.dice(room.dice().orElseThrow().chance());
                Seat seat = roll.after(dice).toMove().orElseThrow();
                return new Event.Rolled(seat, dice);
            });
        }
        return position.forced().map(move -> new Event.Moved(position.toMove().orElseThrow(), move, true));
    }
}
