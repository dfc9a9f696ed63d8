package org.parlor.app;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Executor;
import org.parlor.limit.DeadlineThread;
import org.parlor.limit.Deadlines;
import org.parlor.limit.WorkQueue;
import org.parlor.runtime.Timers;

/** The threads of the rooms, besides those of the server that bring what clients send. */
@ApplicationScoped
public class RoomThreads {

    private static final int READS_WAITING = 10_000;

    private final Deadlines deadlines = new DeadlineThread("parlor-timer");
    private final WorkQueue rooms;
    private final WorkQueue readers;

    RoomThreads() {
        int processors = Runtime.getRuntime().availableProcessors();
        rooms = new WorkQueue("parlor-rooms", processors, Integer.MAX_VALUE);
        // Half of the processors are left to the games, whatever people want to read.
        readers = new WorkQueue("parlor-readers", Math.max(1, processors / 2), READS_WAITING);
    }

    /** Whatever waits for a time. Its tasks don't wait. */
    Deadlines deadlines() {
        return deadlines;
    }

    /** Run what is due in rooms, at the time. */
    Timers timers() {
        return (time, task) -> {
            Deadlines.Deadline deadline = deadlines.after(time, () -> rooms.execute(task));
            return deadline::cancel;
        };
    }

    /** Runs what follows a commit, and what is due in rooms. */
    Executor rooms() {
        return rooms;
    }

    /** Runs what waits for the store to be read. */
    Executor readers() {
        return readers;
    }

    @PreDestroy
    void close() {
        deadlines.close();
        rooms.close();
        readers.close();
    }
}
