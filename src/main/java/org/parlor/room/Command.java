package org.parlor.room;

import java.util.List;
import java.util.Optional;
import org.parlor.game.Position;
import org.parlor.game.Seat;

/** What someone in a room can ask for. */
public sealed interface Command
        permits SeatCommand, PlayCommand, OfferCommand, Command.Say, Command.Legal, Command.TimeUp {

    /**
     * Decides on this command without carrying it out.
     *
     * @param room the state before
     * @param context who asks, and when
     * @return events to log, or why not; the same for the same arguments
     */
    Decision decide(Room room, CommandContext context);

    /** Whether carrying this out can change who the sending connection is. */
    default boolean changesIdentity() {
        return false;
    }

    /** The word for this command, as on the wire: {@code move}. */
    String label();

    /** Chat. {@code text} has 1 to 500 characters. */
    record Say(String text) implements Command {
        @Override
        public String label() {
            return "say";
        }

        @Override
        public Decision decide(Room room, CommandContext context) {
            Optional<Seat> seat = room.seatOf(context.player());
            if (room.isFull() || (seat.isEmpty() && room.isKeptForPlayers())) {
                return new Decision.Refused(Refusal.FULL);
            }
            Optional<String> name = seat.flatMap(room::player).map(Player::name);
            return Changes.of(room, context.now())
                    .then(new Event.Said(seat, name, text))
                    .accepted(context.player());
        }
    }

    /** Asks which moves may be played now: by the sender's own seat if it is due, else by the seat to move. */
    record Legal() implements Command {
        @Override
        public String label() {
            return "legal";
        }

        @Override
        public Decision decide(Room room, CommandContext context) {
            if (!room.match().isOn()) {
                return new Decision.LegalMoves(List.of(), List.of(), true);
            }
            Position position = room.position();
            Optional<Seat> mine = room.seatOf(context.player()).filter(position.due()::contains);
            if (room.config().hasSecrets()) {
                return new Decision.LegalMoves(mine.map(position::legal).orElse(List.of()), List.of(), false);
            }
            return new Decision.LegalMoves(
                    mine.or(position::toMove).map(position::legal).orElse(List.of()), position.forbidden(), true);
        }
    }

    /** The {@linkplain Room#deadline() deadline} may have passed. The server asks for this, never a client. */
    record TimeUp() implements Command {
        @Override
        public String label() {
            return "timeup";
        }

        @Override
        public Decision decide(Room room, CommandContext context) {
            return Timeouts.decide(room, context);
        }
    }
}
