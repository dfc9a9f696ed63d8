package org.parlor.websocket;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.parlor.limit.Deadlines;
import org.parlor.limit.Deadlines.Deadline;
import org.parlor.runtime.CloseReason;

/**
 * Finds out whether a connection is dead or stuck. No server does this by itself. Each connection has one deadline in a queue, which
 * moves on while it is heard of; nobody walks over all of them.
 */
final class Heartbeat {

    /** A connection that was silent this long is asked for a sign of life. */
    static final long ASK_NANOS = TimeUnit.SECONDS.toNanos(20);

    /** A connection that was silent this long is dead. */
    static final long DEAD_NANOS = TimeUnit.SECONDS.toNanos(30);

    /** Who comes to a server that is all but full must have taken a seat back by then. */
    static final long RETURN_NANOS = TimeUnit.SECONDS.toNanos(10);

    /** How often a connection is looked after that may be stuck, or must do something soon. */
    private static final long LOOK_NANOS = TimeUnit.SECONDS.toNanos(5);

    /** If a look comes so late, the server stood still, and the silence was its own. */
    private static final long STALL_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final Outbox outbox;
    private final Deadlines deadlines;
    private final boolean mustReturn;
    private final LongSupplier nanos;
    private final long openedAt;
    private volatile long heardAt;
    private volatile Deadline next = () -> {};
    private long due;
    private boolean asked;
    private volatile boolean stopped;

    /**
     * The heartbeat of a connection that has just been opened.
     *
     * @param mustReturn whether its player must take a seat back soon
     * @param nanos a clock that never goes back
     */
    Heartbeat(Outbox outbox, Deadlines deadlines, boolean mustReturn, LongSupplier nanos) {
        this.outbox = outbox;
        this.deadlines = deadlines;
        this.mustReturn = mustReturn;
        this.nanos = nanos;
        this.openedAt = nanos.getAsLong();
        this.heardAt = openedAt;
    }

    /** Looks after the connection from now on. */
    void start() {
        lookIn(mustReturn ? RETURN_NANOS : LOOK_NANOS);
    }

    /** The other side gave a sign of life. */
    void heard(long nowNanos) {
        heardAt = nowNanos;
    }

    /** The connection is no more. */
    void stop() {
        stopped = true;
        next.cancel();
    }

    private void lookIn(long time) {
        due = nanos.getAsLong() + time;
        next = deadlines.after(Duration.ofNanos(time), this::look);
        if (stopped) {
            next.cancel();
        }
    }

    private void look() {
        long now = nanos.getAsLong();
        if (now - due > STALL_NANOS) {
            heardAt = Math.max(heardAt, now - ASK_NANOS);
            asked = false;
        }
        if (stopped || outbox.isGone()) {
            return;
        }
        outbox.cutIfStuck(now);
        if (mustReturn && now - openedAt >= RETURN_NANOS && !outbox.isSeated()) {
            outbox.close(CloseReason.FULL);
        }
        lookIn(lookAt(now));
    }

    /** Asks or gives up, and returns when to look again. */
    private long lookAt(long now) {
        long silence = now - heardAt;
        if (silence >= DEAD_NANOS) {
            outbox.cut();
        } else if (silence >= ASK_NANOS && !asked) {
            asked = true;
            outbox.ping();
        } else if (silence < ASK_NANOS) {
            asked = false;
        }
        long until = silence < ASK_NANOS ? ASK_NANOS - silence : DEAD_NANOS - silence;
        return outbox.isSending() ? Math.min(LOOK_NANOS, Math.max(1, until)) : Math.max(1, until);
    }
}
