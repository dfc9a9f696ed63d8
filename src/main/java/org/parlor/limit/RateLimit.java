package org.parlor.limit;

import java.util.concurrent.TimeUnit;

/** A token bucket: so much a second, and some more in a burst. Not safe for use by many threads. */
public final class RateLimit {

    private final double perNano;
    private final double capacity;
    private double left;
    private long lastNanos;

    /** As much a second as allowed, and twice that in a burst. */
    public RateLimit(int perSecond, long nowNanos) {
        this(perSecond, 2.0 * perSecond, nowNanos);
    }

    /** A full bucket. */
    public RateLimit(double perSecond, double burst, long nowNanos) {
        this.perNano = perSecond / TimeUnit.SECONDS.toNanos(1);
        this.capacity = burst;
        this.left = capacity;
        this.lastNanos = nowNanos;
    }

    /** Counts something that weighs as much as {@code cost} usual ones; false if it is one too many. */
    public boolean allows(int cost, long nowNanos) {
        refill(nowNanos);
        if (left < cost) {
            return false;
        }
        left -= cost;
        return true;
    }

    /** Counts what was allowed before its cost was known, also if there is not as much left. */
    public void charge(long cost, long nowNanos) {
        refill(nowNanos);
        left -= cost;
    }

    private void refill(long nowNanos) {
        left = Math.min(capacity, left + (nowNanos - lastNanos) * perNano);
        lastNanos = nowNanos;
    }
}
