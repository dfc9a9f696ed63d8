package org.parlor.health;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;
import org.parlor.limit.Deadlines;
import org.parlor.room.ServedTime;
import org.parlor.store.StoreMetrics;

/**
 * Knows when this server stood still: before it started, while its clock ticked late, and while its store took nothing. Whoever was
 * away or thinking then was so through no fault of theirs. Safe for use by many threads.
 */
public final class StallWatch implements ServedTime, StoreMetrics {

    private static final Logger LOG = System.getLogger(StallWatch.class.getName());

    /** How often the time is looked at. */
    private static final Duration TICK = Duration.ofMillis(250);

    /** What takes so long is still usual. */
    private static final long USUAL_MILLIS = 500;

    /** The log tells of a stall from this length on. */
    private static final long REMARKABLE_MILLIS = 2_000;

    /**
     * How long the server may have stood still before it started, which it can't know. Longer would mean that a clock of days never
     * runs out on a server that is started anew each night.
     */
    private static final long LONGEST_UNKNOWN_MILLIS = Duration.ofHours(1).toMillis();

    /** So many stalls are remembered; older ones are older than any patience. */
    private static final int REMEMBERED = 256;

    private final Clock clock;
    private final Deadlines deadlines;
    private final Deque<Stall> stalls = new ArrayDeque<>();
    private Runnable probe = () -> {};
    private long lastTick;
    private long probedAt;
    private OptionalLong writingSince = OptionalLong.empty();
    private OptionalLong failingSince = OptionalLong.empty();

    /** A time in which the server stood still, in milliseconds since 1970. */
    private record Stall(long from, long to) {

        long within(long since, long now) {
            return Math.max(0, Math.min(to, now) - Math.max(from, since));
        }
    }

    /**
     * A watch that begins now.
     *
     * @param deadlines bring its ticks; what holds them up holds up the rooms too
     */
    public StallWatch(Clock clock, Deadlines deadlines) {
        this.clock = clock;
        this.deadlines = deadlines;
        lastTick = clock.millis();
        stalls.add(new Stall(lastTick - LONGEST_UNKNOWN_MILLIS, lastTick));
    }

    /**
     * Watches from now on.
     *
     * @param probe asks the store to take something, so that the end of a failure is noticed also if nobody plays; does not wait
     */
    public void start(Runnable probe) {
        synchronized (this) {
            this.probe = probe;
            long now = clock.millis();
            // The store was opened meanwhile, which may take minutes if its tables change.
            stalls.addLast(new Stall(lastTick, now));
            lastTick = now;
        }
        deadlines.after(TICK, this::tick);
    }

    private void tick() {
        Runnable due = () -> {};
        synchronized (this) {
            long now = clock.millis();
            if (isLate(now)) {
                note(lastTick, now);
            }
            lastTick = now;
            if (failingSince.isPresent()
                    && now - probedAt >= Duration.ofSeconds(1).toMillis()) {
                probedAt = now;
                due = probe;
            }
        }
        due.run();
        deadlines.after(TICK, this::tick);
    }

    private boolean isLate(long now) {
        return now - lastTick > TICK.toMillis() + USUAL_MILLIS;
    }

    private void note(long from, long to) {
        stalls.addLast(new Stall(from, to));
        if (stalls.size() > REMEMBERED) {
            stalls.removeFirst();
        }
        if (to - from >= REMARKABLE_MILLIS) {
            LOG.log(
                    Level.WARNING,
                    "nothing could be done for {0} ms: this time counts against nobody; look for long pauses of the"
                            + " machine, of garbage collection or of the database",
                    to - from);
        }
    }

    @Override
    public synchronized void writing() {
        writingSince = OptionalLong.of(clock.millis());
    }

    @Override
    public synchronized void committed(int appends, long nanos) {
        long now = clock.millis();
        long since = failingSince.orElse(writingSince.orElse(now));
        if (failingSince.isPresent() || now - since > USUAL_MILLIS) {
            note(since, now);
        }
        failingSince = OptionalLong.empty();
        writingSince = OptionalLong.empty();
    }

    @Override
    public synchronized void failed(int appends) {
        long now = clock.millis();
        failingSince = OptionalLong.of(failingSince.orElse(writingSince.orElse(now)));
        writingSince = OptionalLong.empty();
    }

    @Override
    public synchronized long between(long since, long now) {
        if (now <= since) {
            return 0;
        }
        List<Stall> known = new ArrayList<>();
        for (Stall stall : stalls) {
            if (stall.within(since, now) > 0) {
                known.add(stall);
            }
        }
        ongoing(now).ifPresent(from -> known.add(new Stall(from, now)));
        return now - since - lengthOfAll(known, since, now);
    }

    /** Since when the server stands still, if it does: a tick is overdue, or the store takes nothing. */
    private OptionalLong ongoing(long now) {
        long since = failingSince.orElse(writingSince.orElse(now));
        boolean stuck = failingSince.isPresent() || now - since > USUAL_MILLIS;
        long from = Math.min(stuck ? since : now, isLate(now) ? lastTick : now);
        return from < now ? OptionalLong.of(from) : OptionalLong.empty();
    }

    /** Stalls may lie in one another: what they have in common counts once. */
    private static long lengthOfAll(List<Stall> some, long since, long now) {
        some.sort(Comparator.comparingLong(Stall::from));
        long length = 0;
        long end = since;
        for (Stall stall : some) {
            length += new Stall(Math.max(end, stall.from()), stall.to()).within(since, now);
            end = Math.max(end, stall.to());
        }
        return length;
    }
}
