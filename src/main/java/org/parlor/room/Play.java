package org.parlor.room;

import static org.parlor.room.Decision.refuse;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.parlor.game.Result;
import org.parlor.game.Ruling;
import org.parlor.game.Seat;
import org.parlor.room.Refusal.Reason;

/** What a player does in a game that is on. */
public sealed interface Play extends Command {

    /** What a seated player asks of a game that is on. */
    Decision decide(Room room, Seat seat, Sender sender);

    @Override
    default Decision decide(Room room, Sender sender) {
        Optional<Seat> seat = room.seatOf(sender.player());
        if (seat.isEmpty()) {
            return refuse(Reason.NOT_SEATED, "only players may do that; sit down first, or resume with your token");
        }
        return switch (room.status()) {
            case WAITING ->
                refuse(Reason.NOT_STARTED, "the game starts when both seats are taken; wait for an opponent");
            case OVER -> refuse(Reason.GAME_OVER, "the game is over; offer a rematch");
            case PLAYING -> decide(room, seat.get(), sender);
        };
    }

    /** The result of resigning. */
    static Result resignation(Seat loser) {
        return Result.win(loser.other(), "resignation", List.of());
    }

    /** Plays a move, in the game's notation. */
    record Move(String move) implements Play {
        @Override
        public Decision decide(Room room, Seat seat, Sender sender) {
            if (room.position().toMove().filter(seat::equals).isEmpty()) {
                return refuse(Reason.NOT_YOUR_TURN, "it is " + seat.other().label() + "'s turn; wait for its move");
            }
            Ruling ruling = room.position().play(move);
            if (ruling instanceof Ruling.Illegal illegal) {
                return new Decision.Refused(Refusal.of(illegal));
            }
            Ruling.Legal legal = (Ruling.Legal) ruling;
            return new Decision.Accepted(
                    Course.of(room, List.of(new Event.Moved(seat, legal.move()))), sender.player());
        }
    }

    /** Takes the win against a player who has been away for too long. It never happens by itself. */
    record Claim() implements Play {
        @Override
        public Decision decide(Room room, Seat seat, Sender sender) {
            Optional<Duration> away = room.player(seat.other()).orElseThrow().away(sender.now());
            if (away.isEmpty()) {
                return refuse(Reason.TOO_EARLY, "your opponent is here; claim when they have been away for too long");
            }
            Duration left = sender.patience().minus(away.get());
            if (!left.isNegative() && !left.isZero()) {
                return refuse(
                        Reason.TOO_EARLY,
                        "your opponent may still come back; claim again in " + (left.toSeconds() + 1) + " s");
            }
            Result result = Result.win(seat, "abandonment", List.of());
            return new Decision.Accepted(List.of(new Event.Ended(result)), sender.player());
        }
    }

    /** Gives the game up. */
    record Resign() implements Play {
        @Override
        public Decision decide(Room room, Seat seat, Sender sender) {
            return new Decision.Accepted(List.of(new Event.Ended(resignation(seat))), sender.player());
        }
    }
}
