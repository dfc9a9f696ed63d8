package org.parlor.room;

import static org.parlor.room.Decision.refuse;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.parlor.game.Ruling;
import org.parlor.game.Seat;
import org.parlor.room.Refusal.Reason;

/** What a player does in a game that is on. */
public sealed interface PlayCommand extends Command {

    /** What a seated player asks of a game that is on. */
    Decision decide(Room room, Seat seat, CommandContext context);

    @Override
    default Decision decide(Room room, CommandContext context) {
        Optional<Seat> seat = room.seatOf(context.player());
        if (seat.isEmpty()) {
            return refuse(Reason.NOT_SEATED, "only players may do that; sit down first, or resume with your token");
        }
        return switch (room.status()) {
            case WAITING -> new Decision.Refused(Refusal.notStarted(room));
            case OVER -> refuse(Reason.GAME_OVER, "the game is over; offer a rematch");
            case PLAYING -> decide(room, seat.get(), context);
        };
    }

    /**
     * Plays a move, in the game's notation.
     *
     * @param took how long the player thought, in milliseconds, from seeing the position to the move; empty if not told
     * @param after the latest event that the player knew; empty if the move is meant whatever has happened
     */
    record Move(String move, OptionalLong took, OptionalLong after) implements PlayCommand {
        @Override
        public String label() {
            return "move";
        }

        /** Plays a move whatever has happened. */
        public Move(String move) {
            this(move, OptionalLong.empty(), OptionalLong.empty());
        }

        @Override
        public Decision decide(Room room, Seat seat, CommandContext context) {
            if (after.isPresent() && after.getAsLong() < room.match().changed().seq()) {
                return refuse(
                        Reason.TOO_LATE,
                        "the game has moved on since event " + after.getAsLong() + "; look at it and decide again");
            }
            if (!room.position().due().contains(seat)) {
                return refuse(Reason.NOT_YOUR_TURN, waitFor(room.position().due()));
            }
            if (Timeouts.isOutOfTime(room, seat, context)) {
                return refuse(Reason.TOO_LATE, "your time is over");
            }
            Ruling ruling = room.position().play(seat, move);
            if (ruling instanceof Ruling.Illegal illegal) {
                return new Decision.Refused(Refusal.of(illegal));
            }
            return Changes.of(room, context.now())
                    .moves(seat, (Ruling.Legal) ruling, false, spent(room, seat, context))
                    .automatically()
                    .accepted(context.player());
        }

        private long spent(Room room, Seat seat, CommandContext context) {
            Clock clock = room.match().clock();
            if (!clock.control().isOn()) {
                return 0;
            }
            long elapsed = context.served().between(clock.since().get(seat), context.now());
            return Math.min(Clock.charge(elapsed, took), Math.max(0, clock.left(seat)));
        }

        private static String waitFor(List<Seat> due) {
            return due.size() == 1
                    ? "it is " + due.get(0).label() + "'s turn; wait for its move"
                    : "you have decided; wait for "
                            + due.stream().map(Seat::label).collect(Collectors.joining(", "));
        }
    }

    /**
     * Takes the win against a player who has been away for too long. It never happens by itself.
     *
     * @param seat whose player is away; empty for the only one, or the first who is due
     */
    record Claim(Optional<Seat> seat) implements PlayCommand {
        @Override
        public String label() {
            return "claim";
        }

        /** Claims against whoever is away. */
        public Claim() {
            this(Optional.empty());
        }

        @Override
        public Decision decide(Room room, Seat mine, CommandContext context) {
            List<Seat> away = room.roster().taken().stream()
                    .filter(each -> !each.equals(mine) && seat.map(each::equals).orElse(true))
                    .filter(each -> !room.roster().players().get(each).connected()
                            && !room.match().isOut(each))
                    .sorted((one, other) -> Boolean.compare(isDue(room, other), isDue(room, one)))
                    .toList();
            if (away.isEmpty()) {
                return refuse(Reason.TOO_EARLY, "your opponent is here; claim when they have been away for too long");
            }
            Optional<Seat> gone = away.stream()
                    .filter(each ->
                            context.isAwayTooLong(room.roster().players().get(each)))
                    .findFirst();
            if (gone.isEmpty()) {
                Player first = room.roster().players().get(away.get(0));
                return refuse(
                        Reason.TOO_EARLY,
                        "your opponent may still come back; claim again in "
                                + context.left(first.awaySince().getAsLong()).seconds() + " s");
            }
            Changes changes = Changes.of(room, context.now());
            Withdrawals.of(gone.get(), "abandonment", changes);
            return changes.accepted(context.player());
        }

        private static boolean isDue(Room room, Seat seat) {
            return room.position().due().contains(seat);
        }
    }

    /** Gives the game up. */
    record Resign() implements PlayCommand {
        @Override
        public String label() {
            return "resign";
        }

        @Override
        public Decision decide(Room room, Seat seat, CommandContext context) {
            if (room.match().isOut(seat)) {
                return refuse(Reason.GAME_OVER, "you are out of this game; wait until the others have played it");
            }
            Changes changes = Changes.of(room, context.now());
            Withdrawals.of(seat, "resignation", changes);
            return changes.accepted(context.player());
        }
    }
}
