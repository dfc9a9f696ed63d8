package org.parlor.limit;

import java.util.concurrent.atomic.AtomicLong;

/** The memory that clients may take up with something, all together. Safe for use by many threads. */
public final class MemoryBudget {

    private final long most;
    private final AtomicLong taken = new AtomicLong();

    /** A budget of so many bytes. */
    public MemoryBudget(long most) {
        this.most = most;
    }

    /** Takes so many bytes, or none if there are not as many left. */
    public boolean take(long bytes) {
        if (taken.addAndGet(bytes) <= most) {
            return true;
        }
        taken.addAndGet(-bytes);
        return false;
    }

    /** Gives back what was taken. */
    public void giveBack(long bytes) {
        taken.addAndGet(-bytes);
    }
}
