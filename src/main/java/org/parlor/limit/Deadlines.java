package org.parlor.limit;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Ends what takes too long: deadlines wait in a queue ordered by time. Safe for use by many threads. */
public final class Deadlines implements AutoCloseable {

    private static final Logger LOG = System.getLogger(Deadlines.class.getName());

    private final ScheduledThreadPoolExecutor queue;

    /** What is to happen at a time. */
    @FunctionalInterface
    public interface Deadline {

        /** It was not too late after all. Does nothing if it was. */
        void cancel();
    }

    /** Deadlines that a thread of this name minds. */
    public Deadlines(String name) {
        queue = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
        queue.setRemoveOnCancelPolicy(true);
        queue.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /**
     * Does something once the time is over, unless it is cancelled by then.
     *
     * @param task does not wait
     */
    public Deadline after(Duration time, Runnable task) {
        Future<?> scheduled = queue.schedule(() -> run(task), time.toNanos(), TimeUnit.NANOSECONDS);
        return () -> scheduled.cancel(false);
    }

    private static void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error e) {
            LOG.log(Level.ERROR, "what took too long could not be ended", e);
        }
    }

    @Override
    public void close() {
        queue.shutdownNow();
    }
}
