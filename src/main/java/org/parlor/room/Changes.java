package org.parlor.room;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parlor.game.Position;
import org.parlor.game.Roll;
import org.parlor.game.Ruling;
import org.parlor.game.Seat;

/** What is decided on a room while it is being decided: events, each with the room after it. For one decision. */
final class Changes {

    private final long now;
    private final List<Change> changes = new ArrayList<>();
    private Room room;

    private Changes(Room room, long now) {
        this.room = room;
        this.now = now;
    }

    /** Nothing is decided yet on this room. */
    static Changes of(Room room, long now) {
        return new Changes(room, now);
    }

    /** The room after what is decided so far. */
    Room room() {
        return room;
    }

    /** This happens next. */
    Changes then(Event event) {
        RecordedEvent recorded = new RecordedEvent(room.next(now), event);
        return add(recorded, room.evolve(recorded));
    }

    /** These happen next, in order. */
    Changes then(List<Event> events) {
        events.forEach(this::then);
        return this;
    }

    /** A seat moves, and the rules have said already what comes of it. */
    Changes moves(Seat seat, Ruling.Legal legal, boolean forced, long spent) {
        Event.Moved moved = new Event.Moved(seat, legal.move(), forced, legal.isSecret(), spent);
        Stamp stamp = room.next(now);
        return add(
                new RecordedEvent(stamp, moved),
                moved.evolve(room, stamp, legal).at(stamp));
    }

    private Changes add(RecordedEvent recorded, Room after) {
        changes.add(new Change(recorded, after));
        room = after;
        return this;
    }

    /** What runs by itself follows: dice fall, moves without a choice are played, and the rules end the game. */
    Changes automatically() {
        while (room.match().isOn() && takesStep()) {
            // Each step may lead to the next.
        }
        return this;
    }

    private boolean takesStep() {
        Position position = room.position();
        if (position.outcome().isPresent()) {
            then(new Event.Ended(position.outcome().get()));
            return true;
        }
        if (position.roll().isPresent()) {
            rolls(position.roll().get());
            return true;
        }
        Optional<String> forced = position.forced();
        forced.ifPresent(move -> {
            Seat seat = position.toMove().orElseThrow();
            moves(seat, (Ruling.Legal) position.play(seat, move), true, 0);
        });
        return forced.isPresent();
    }

    private void rolls(Roll roll) {
        List<Integer> dice = roll.dice(room.match().dice().orElseThrow().chance());
        then(new Event.Rolled(roll.seat(dice), dice, roll.isSecret()));
    }

    /** The command is carried out, by who is this player from now on. */
    Decision accepted(int player) {
        return new Decision.Accepted(changes, player);
    }
}
