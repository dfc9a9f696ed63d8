package org.parlor.metrics;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import org.parlor.runtime.CloseReason;

/** What one connection counts. Safe for use by many threads. */
public final class ConnectionMeter {

    private final ConnectionMeters all;
    private final long askedNanos;
    private final long openedNanos;
    private final LongAdder received = new LongAdder();
    private final LongAdder sent = new LongAdder();
    private final AtomicBoolean closed = new AtomicBoolean();

    ConnectionMeter(ConnectionMeters all, long askedNanos, long openedNanos) {
        this.all = all;
        this.askedNanos = askedNanos;
        this.openedNanos = openedNanos;
        all.opened();
    }

    /** The client has its {@code welcome}, as far as the server can tell. */
    public void welcomed() {
        all.setUp(System.nanoTime() - askedNanos);
    }

    /** A frame of so many bytes came in. */
    public void received(int bytes) {
        received.add(bytes);
        all.received(bytes);
    }

    /** A frame of so many bytes went out. */
    public void sent(int bytes) {
        sent.add(bytes);
        all.sent(bytes);
    }

    /** The server closes the connection. */
    public void sentAway(CloseReason reason) {
        all.sentAway(reason);
    }

    /** The connection is no more. Calling again does nothing. */
    public void closed() {
        if (closed.compareAndSet(false, true)) {
            all.closed(System.nanoTime() - openedNanos, received.sum(), sent.sum());
        }
    }
}
