package org.parlor.limit;

import java.time.Duration;

/** Ends what takes too long. */
public interface Deadlines extends AutoCloseable {

    /** What is to happen at a time. */
    @FunctionalInterface
    interface Deadline {

        /** It was not too late after all. Does nothing if it was. */
        void cancel();
    }

    /**
     * Does something once the time is over, unless it is cancelled by then.
     *
     * @param task does not wait
     */
    Deadline after(Duration time, Runnable task);

    /** Nothing happens any more. */
    @Override
    void close();
}
