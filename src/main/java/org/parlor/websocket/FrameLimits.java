package org.parlor.websocket;

import java.util.Optional;
import org.parlor.limit.RateLimit;
import org.parlor.room.Command;
import org.parlor.room.Refusal;
import org.parlor.room.Refusal.Reason;
import org.parlor.room.SeatCommand;
import org.parlor.settings.Limits;

/** How much one connection may ask for. Used by one thread at a time. */
final class FrameLimits {

    /** A list of all legal moves costs the server as much as many moves. */
    private static final int LEGAL_COST = 20;

    /** So does a look into the log. */
    private static final int RESUME_COST = 20;

    private static final double MINUTE_SECONDS = 60;

    /** So many minutes' chat may be said at once. */
    private static final double MINUTES_IN_A_BURST = 2;

    private static final Refusal TOO_MUCH_TALK =
            new Refusal(Reason.SLOW_DOWN, "you say too much at once; say it again in a second");

    private final RateLimit frames;
    private final RateLimit words;

    /** The limits of a connection that is opened now. */
    FrameLimits(Limits limits, long nowNanos) {
        frames = new RateLimit(limits.framesPerSecond(), nowNanos);
        words = new RateLimit(
                limits.chatPerMinute() / MINUTE_SECONDS, limits.chatPerMinute() * MINUTES_IN_A_BURST, nowNanos);
    }

    /** What a command weighs, compared to a move. */
    static int cost(Command command) {
        if (command instanceof Command.Legal) {
            return LEGAL_COST;
        }
        return command instanceof SeatCommand.Resume ? RESUME_COST : 1;
    }

    /** Counts a frame; false if it is one too many. */
    boolean allow(int cost, long nowNanos) {
        return frames.allows(cost, nowNanos);
    }

    /** Counts chat; what to answer if it is too much. */
    Optional<Refusal> refuseWords(long nowNanos) {
        return words.allows(1, nowNanos) ? Optional.empty() : Optional.of(TOO_MUCH_TALK);
    }
}
