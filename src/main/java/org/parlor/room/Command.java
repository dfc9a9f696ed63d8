package org.parlor.room;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.parlor.game.Seat;

/** What someone in a room can ask for. */
public sealed interface Command permits Seating, Play, Bargain, Command.Say, Command.Legal {

    /**
     * Decides on this command without carrying it out.
     *
     * @param room the state before
     * @param sender who asks
     * @return events to log, or why not; the same for the same arguments
     */
    Decision decide(Room room, Sender sender);

    /** Whether carrying this out can change who the sending connection is. */
    default boolean rebinds() {
        return false;
    }

    /** The word for this command, as on the wire: {@code move}. */
    default String label() {
        return getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    /** Chat. {@code text} has 1 to 500 characters. */
    record Say(String text) implements Command {
        @Override
        public Decision decide(Room room, Sender sender) {
            Optional<Seat> seat = room.seatOf(sender.player());
            if (room.isFull() || (seat.isEmpty() && room.isKeptForPlayers())) {
                return new Decision.Refused(Refusal.FULL);
            }
            Optional<String> name = seat.flatMap(room::player).map(Player::name);
            return new Decision.Accepted(List.of(new Event.Said(seat, name, text)), sender.player());
        }
    }

    /** Asks which moves may be played now. */
    record Legal() implements Command {
        @Override
        public Decision decide(Room room, Sender sender) {
            return room.status() == Status.PLAYING
                    ? new Decision.Told(room.position().legal(), room.position().forbidden())
                    : new Decision.Told(List.of(), List.of());
        }
    }
}
