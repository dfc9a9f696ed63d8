package org.parlor.socket;

import java.util.concurrent.TimeUnit;

/** A token bucket: as many frames a second as allowed, and twice that in a burst. Not safe for use by many threads. */
final class RateLimit {

    private final double perNano;
    private final double capacity;
    private double left;
    private long lastNanos;

    RateLimit(int framesPerSecond, long nowNanos) {
        this.perNano = (double) framesPerSecond / TimeUnit.SECONDS.toNanos(1);
        this.capacity = 2.0 * framesPerSecond;
        this.left = capacity;
        this.lastNanos = nowNanos;
    }

    /** Counts a frame that weighs as much as {@code cost} usual ones; false if it is one too many. */
    boolean allows(int cost, long nowNanos) {
        left = Math.min(capacity, left + (nowNanos - lastNanos) * perNano);
        lastNanos = nowNanos;
        if (left < cost) {
            return false;
        }
        left -= cost;
        return true;
    }
}
