package org.parlor.limit;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Deadlines that a thread of its own minds: they wait in a queue ordered by time. Safe for use by many threads. */
public final class DeadlineThread implements Deadlines {

    private static final Logger LOG = System.getLogger(DeadlineThread.class.getName());

    private final ScheduledThreadPoolExecutor queue;

    /** A thread of this name. */
    public DeadlineThread(String name) {
        queue = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
        queue.setRemoveOnCancelPolicy(true);
        queue.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    @Override
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
