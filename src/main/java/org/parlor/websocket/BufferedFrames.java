package org.parlor.websocket;

import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What waits to be sent on all connections together. If it is too much, whoever holds most of it goes, so that who does not read
 * costs nobody else the connection. Safe for use by many threads.
 */
final class BufferedFrames {

    /** Who holds less, in bytes, is not counted. */
    static final int WORTH_COUNTING = 4096;

    private final long most;
    private final Executor closer;
    private final AtomicLong bytes = new AtomicLong();
    private final Set<Outbox> holders = ConcurrentHashMap.newKeySet();

    /**
     * At most so many bytes.
     *
     * @param closer runs closes
     */
    BufferedFrames(long most, Executor closer) {
        this.most = most;
        this.closer = closer;
    }

    /**
     * More waits now in an outbox, or less if negative. Called under the outbox's lock.
     *
     * @param counted what counts of it from now on
     */
    void changed(Outbox outbox, long by, long counted) {
        if (counted > 0) {
            holders.add(outbox);
        } else {
            holders.remove(outbox);
        }
        if (bytes.addAndGet(by) > most && by > 0) {
            closer.execute(this::relieve);
        }
    }

    private void relieve() {
        if (bytes.get() > most) {
            holders.stream().max(Comparator.comparingLong(Outbox::heldBytes)).ifPresent(Outbox::overflow);
        }
    }
}
