package org.parlor.frame;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.parlor.game.Seat;
import org.parlor.room.Player;
import org.parlor.room.Room;

/** The members of an outgoing object, in the order in which they are written. */
final class Members {

    private final Map<String, Object> object = new LinkedHashMap<>();

    Members(String type) {
        object.put("type", type);
    }

    /** Adds a member; an empty {@link Optional} is written as null. */
    Members with(String name, Object value) {
        object.put(name, value instanceof Optional<?> maybe ? maybe.orElse(null) : value);
        return this;
    }

    /** Adds a member only if there is a value. */
    Members withAny(String name, Optional<?> value) {
        value.ifPresent(it -> object.put(name, it));
        return this;
    }

    /** Adds the board as everyone sees it: position, turn and clock. */
    Members withBoard(Room room) {
        return withTurn(room).with("clock", null);
    }

    /** Adds position and turn. */
    Members withTurn(Room room) {
        return with("position", room.position().notation())
                .with("toMove", room.toMove().map(Seat::label));
    }

    /** Adds who sits where. */
    Members withSeats(Room room) {
        Map<String, Object> seats = new LinkedHashMap<>();
        for (Seat seat : Seat.values()) {
            seats.put(seat.label(), room.player(seat).map(Members::player).orElse(null));
        }
        return with("seats", seats);
    }

    /** Adds who sits where if that has changed. */
    Members withSeatsIf(boolean changed, Room room) {
        return changed ? withSeats(room) : this;
    }

    private static Map<String, Object> player(Player player) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("name", player.name());
        members.put("connected", player.connected());
        return members;
    }

    Map<String, Object> object() {
        return object;
    }
}
