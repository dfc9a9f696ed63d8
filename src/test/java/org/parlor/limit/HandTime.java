package org.parlor.limit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Time that passes when a test says so, and deadlines by it. Safe for use by many threads. */
public final class HandTime implements Deadlines {

    /** When it begins, milliseconds since 1970. */
    public static final long START = 1_731_000_000_000L;

    private final List<Task> tasks = new ArrayList<>();
    private Duration passed = Duration.ZERO;

    private record Task(Duration due, Runnable task) {}

    @Override
    public synchronized Deadline after(Duration time, Runnable task) {
        Task waiting = new Task(passed.plus(time), task);
        tasks.add(waiting);
        return () -> cancel(waiting);
    }

    private synchronized void cancel(Task task) {
        tasks.remove(task);
    }

    @Override
    public synchronized void close() {
        tasks.clear();
    }

    /** Lets time pass: whatever is due happens when it is. */
    public void pass(Duration time) {
        Duration end = passed().plus(time);
        for (Optional<Task> next = next(end); next.isPresent(); next = next(end)) {
            next.get().task().run();
        }
        reach(end);
    }

    /** Everything stands still for this time: nothing happens, and then happens late. */
    public void standStill(Duration time) {
        reach(passed().plus(time));
        pass(Duration.ZERO);
    }

    private synchronized Duration passed() {
        return passed;
    }

    private synchronized void reach(Duration time) {
        passed = passed.compareTo(time) > 0 ? passed : time;
    }

    /** Takes out what is due first until then. */
    private synchronized Optional<Task> next(Duration end) {
        Optional<Task> next =
                tasks.stream().filter(task -> task.due().compareTo(end) <= 0).min(Comparator.comparing(Task::due));
        next.ifPresent(task -> {
            tasks.remove(task);
            reach(task.due());
        });
        return next;
    }

    /** How much has to be done some time. */
    public synchronized int waiting() {
        return tasks.size();
    }

    /** As {@link System#nanoTime} tells it. */
    public long nanos() {
        return passed().toNanos();
    }

    /** Milliseconds since 1970. */
    public long millis() {
        return START + passed().toMillis();
    }

    /** A clock that shows this time. */
    public Clock clock() {
        return new Clock() {
            @Override
            public Instant instant() {
                return Instant.ofEpochMilli(HandTime.this.millis());
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
    }
}
