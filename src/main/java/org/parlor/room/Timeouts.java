package org.parlor.room;

import java.time.Duration;
import java.util.Optional;
import org.parlor.game.Seat;

/** What happens when a room's deadline has passed: a position changes by itself, or a player is out of time. */
final class Timeouts {

    private Timeouts() {}

    static Decision decide(Room room, CommandContext context) {
        Changes changes = Changes.of(room, context.now());
        if (room.match().isOn()) {
            Optional<Seat> late = room.match().clock().running().stream()
                    .filter(seat -> isOutOfTime(room, seat, context))
                    .findFirst();
            if (late.isPresent()) {
                Withdrawals.of(late.get(), "timeout", changes);
            } else if (isStale(room, context)) {
                changes.then(new Event.TimedOut()).automatically();
            }
        }
        return changes.accepted(context.player());
    }

    /** Whether a seat has no time left, whatever it could still be given back. */
    static boolean isOutOfTime(Room room, Seat seat, CommandContext context) {
        Clock clock = room.match().clock();
        if (!clock.running().contains(seat)) {
            return false;
        }
        long elapsed = context.served().between(clock.since().get(seat), context.now());
        return elapsed >= clock.left(seat) + Clock.LAG_QUOTA;
    }

    private static boolean isStale(Room room, CommandContext context) {
        Optional<Duration> limit = room.position().timeLimit();
        return limit.isPresent()
                && context.served().between(room.match().changed().at(), context.now())
                        >= limit.get().toMillis();
    }
}
