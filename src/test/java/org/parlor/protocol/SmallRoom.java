package org.parlor.protocol;

import java.util.Map;
import java.util.Optional;
import org.parlor.fairness.Seed;
import org.parlor.game.Game;
import org.parlor.game.Seat;
import org.parlor.game.Setup;
import org.parlor.game.backgammon.Backgammon;
import org.parlor.game.gomoku.Gomoku;
import org.parlor.room.Change;
import org.parlor.room.Event;
import org.parlor.room.RecordedEvent;
import org.parlor.room.Room;
import org.parlor.room.RoomConfig;

/** Rooms to write about. */
final class SmallRoom {

    static final long AT = 1_731_000_000_000L;

    /** From which all dice of a room are made. */
    static final Seed SECRET = new Seed("5eed".repeat(16));

    private SmallRoom() {}

    /** An empty board of 5 by 5 points, and nobody there. */
    static Room empty() {
        return open(new Gomoku(), Map.of("size", "5"), "none", Optional.empty());
    }

    /** The same with a clock. */
    static Room withClock(String clock) {
        return open(new Gomoku(), Map.of("size", "5"), clock, Optional.empty());
    }

    /** A plain game of backgammon, and nobody there. */
    static Room withDice() {
        return open(new Backgammon(), Map.of(), "none", Optional.of(SECRET));
    }

    static Room open(Game game, Map<String, String> options, String clock, Optional<Seed> secret) {
        Setup.Ready ready = (Setup.Ready) game.setUp(options, Optional.empty());
        Event.Opened opening = new Event.Opened(game.name(), ready.options(), Optional.empty(), clock, secret);
        return Room.open(RoomConfig.of("r", opening, game, ready), AT);
    }

    /** What happens next in a room. */
    static Change happens(Room before, Event event) {
        RecordedEvent recorded = new RecordedEvent(before.seq() + 1, AT, event);
        return new Change(recorded, before.evolve(recorded));
    }

    /** A room after these events. */
    static Room after(Room before, Event... events) {
        Room room = before;
        for (Event event : events) {
            room = happens(room, event).after();
        }
        return room;
    }

    /** Ann at black and Ben at white. */
    static Room seated(Room empty) {
        return after(empty, new Event.Seated(Seat.BLACK, "Ann", "k1"), new Event.Seated(Seat.WHITE, "Ben", "k2"));
    }

    /** The first game of these two. */
    static Room playing(Room empty) {
        return after(seated(empty), new Event.Started(1, false));
    }
}
