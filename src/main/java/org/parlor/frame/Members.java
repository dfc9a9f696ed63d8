package org.parlor.frame;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.parlor.game.Seat;
import org.parlor.room.Dice;
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

    /** Adds a member that is true, or none. */
    Members withFlag(String name, boolean flag) {
        return flag ? with(name, true) : this;
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

    /** Adds what is told of the dice beforehand, in games with chance. */
    Members withCommitment(Room room) {
        return withAny("dice", room.dice().map(Members::commitment));
    }

    /** Adds all that the dice of the game which begins depend on, save for their seed; in games with chance. */
    Members withDice(Room room) {
        return withAny("dice", room.dice().map(dice -> {
            Map<String, Object> members = commitment(dice);
            Map<String, Object> entropy = new LinkedHashMap<>();
            for (Seat seat : Seat.values()) {
                entropy.put(seat.label(), dice.entropy().get(seat));
            }
            members.put("entropy", entropy);
            return members;
        }));
    }

    private static Map<String, Object> commitment(Dice dice) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("round", dice.round());
        members.put("commitment", dice.commitment());
        return members;
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
