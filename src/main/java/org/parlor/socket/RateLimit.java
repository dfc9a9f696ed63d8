package org.parlor.socket;

import java.util.concurrent.TimeUnit;

/** A token bucket: so much a second, and some more in a burst. Not safe for use by many threads. */
public final class RateLimit {

    private final double perNano;
    private final double capacity;
    private double left;
    private long lastNanos;

    /** As many frames a second as allowed, and twice that in a burst. */
    RateLimit(int framesPerSecond, long nowNanos) {
        this(framesPerSecond, 2.0 * framesPerSecond, nowNanos);
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
        left = Math.min(capacity, left + (nowNanos - lastNanos) * perNano);
        lastNanos = nowNanos;
        if (left < cost) {
            return false;
        }
        left -= cost;
        return true;
    }
}
