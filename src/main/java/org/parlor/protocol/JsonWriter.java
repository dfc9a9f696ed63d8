package org.parlor.protocol;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parlor.fairness.Dice;
import org.parlor.game.Seat;
import org.parlor.game.Seats;
import org.parlor.game.Viewer;
import org.parlor.room.Clock;
import org.parlor.room.Guest;
import org.parlor.room.Match;
import org.parlor.room.Player;
import org.parlor.room.Room;
import org.parlor.room.Status;

/** The members of an outgoing object, in the order in which they are written. */
final class JsonWriter {

    private final Map<String, Object> object = new LinkedHashMap<>();

    JsonWriter() {}

    /** A frame of this type. */
    JsonWriter(String type) {
        object.put("type", type);
    }

    /** Adds a member; an empty {@link Optional} is written as null. */
    JsonWriter with(String name, Object value) {
        object.put(name, value instanceof Optional<?> maybe ? maybe.orElse(null) : value);
        return this;
    }

    /** Adds a member only if there is a value. */
    JsonWriter withAny(String name, Optional<?> value) {
        value.ifPresent(it -> object.put(name, it));
        return this;
    }

    /** Adds a member that is true, or none. */
    JsonWriter withFlag(String name, boolean flag) {
        return flag ? with(name, true) : this;
    }

    /** Adds the board as a viewer sees it: position, turn and clock. */
    JsonWriter withBoard(Room room, Viewer viewer) {
        return withTurn(room, viewer).withClock(room);
    }

    /** Adds the players' time, null where none is counted. */
    JsonWriter withClock(Room room) {
        return with("clock", clock(room.match().clock()));
    }

    /** Adds position and turn. */
    JsonWriter withTurn(Room room, Viewer viewer) {
        Match match = room.match();
        with("position", match.position().view(viewer).notation())
                .with("toMove", match.toMove().map(Seat::label));
        List<Seat> due = match.due();
        boolean obvious = room.config().seats().areBlackAndWhite() && due.size() < 2;
        return obvious ? this : with("due", due.stream().map(Seat::label).toList());
    }

    private static Map<String, Object> clock(Clock clock) {
        if (!clock.control().isOn() || clock.remaining().isEmpty()) {
            return null;
        }
        Map<String, Object> left = new LinkedHashMap<>();
        Map<String, Object> periods = new LinkedHashMap<>();
        clock.remaining().keySet().stream()
                .sorted((one, other) -> one.label().compareTo(other.label()))
                .forEach(seat -> {
                    left.put(seat.label(), clock.shown(seat));
                    periods.put(seat.label(), clock.remaining().get(seat).periods());
                });
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("at", clock.at());
        members.put("left", left);
        if (clock.remaining().values().stream().anyMatch(it -> it.periods() > 0)) {
            members.put("periods", periods);
        }
        members.put("running", clock.running().stream().map(Seat::label).toList());
        return members;
    }

    /** Adds what is told of the dice beforehand, in games with chance. */
    JsonWriter withCommitment(Room room) {
        return withAny("dice", room.match().dice().map(JsonWriter::commitment));
    }

    /** Adds all that the dice of the game which begins depend on, save for their seed; in games with chance. */
    JsonWriter withDice(Room room) {
        return withAny("dice", room.match().dice().map(dice -> {
            Map<String, Object> members = commitment(dice);
            Map<String, Object> entropy = new LinkedHashMap<>();
            for (Seat seat : dice.seats()) {
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
    JsonWriter withSeats(Room room) {
        Map<String, Object> seats = new LinkedHashMap<>();
        boolean agreeing = room.config().seats().start() == Seats.Start.BY_AGREEMENT && room.status() == Status.WAITING;
        for (Seat seat : room.config().seats().all()) {
            seats.put(
                    seat.label(),
                    room.player(seat).map(player -> player(player, agreeing)).orElse(null));
        }
        return with("seats", seats);
    }

    /** Adds who sits where if that has changed. */
    JsonWriter withSeatsIf(boolean changed, Room room) {
        return changed ? withSeats(room) : this;
    }

    private static Map<String, Object> player(Player player, boolean agreeing) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("name", player.name());
        members.put("connected", player.connected());
        player.guest().map(Guest::id).ifPresent(id -> members.put("player", id));
        if (agreeing) {
            members.put("ready", player.ready());
        }
        return members;
    }

    Map<String, Object> object() {
        return object;
    }
}
