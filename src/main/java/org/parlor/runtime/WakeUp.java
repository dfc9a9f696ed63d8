package org.parlor.runtime;

import java.time.Duration;
import java.util.Optional;

/** When a room has to be looked after by itself: the earliest of the times that were asked for. Guarded by the lock of its room. */
final class WakeUp {

    /** What is overdue, because the server stood still, is looked at so often. */
    private static final Duration OVERDUE = Duration.ofMillis(200);

    private final RoomServices services;
    private final Runnable task;
    private Optional<Timers.Timer> timer = Optional.empty();
    private long at = Long.MAX_VALUE;

    /** Nothing is due; when something is, this is run, without the lock. */
    WakeUp(RoomServices services, Runnable task) {
        this.services = services;
        this.task = task;
    }

    /** Wakes the room no later than this; milliseconds since 1970. */
    void at(long time) {
        if (time < at) {
            cancel();
            at = time;
            long left = time - services.now();
            timer = Optional.of(services.timers().after(left > 0 ? Duration.ofMillis(left) : OVERDUE, task));
        }
    }

    /** Wakes the room no later than after this time. */
    void within(Duration time) {
        at(services.now() + time.toMillis());
    }

    /** The room is awake, or need not wake any more. */
    void cancel() {
        timer.ifPresent(Timers.Timer::cancel);
        timer = Optional.empty();
        at = Long.MAX_VALUE;
    }
}
