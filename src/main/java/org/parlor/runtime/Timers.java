package org.parlor.runtime;

import java.time.Duration;

/** Wakes what waits for a time. Safe for use by many threads. */
public interface Timers {

    /** What is to happen at a time. */
    interface Timer {

        /** It need not happen any more. Does nothing if it did. */
        void cancel();
    }

    /** Does something once the time is over, on a thread of the room's kind; never before this method returns. */
    Timer after(Duration time, Runnable task);
}
