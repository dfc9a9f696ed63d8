package org.parlor.limit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** A {@link RateLimit} for each client, so that one can't use up what the others need. Safe for use by many threads. */
public final class ClientLimits {

    /** So many are known at once, those who asked last; whoever was forgotten begins anew. */
    static final int MOST_CLIENTS = 10_000;

    private final double perSecond;
    private final double burst;
    private final LongSupplier nanos;
    private final Map<ClientNetwork, RateLimit> limits = new LinkedHashMap<>(16, 0.75F, true);

    /**
     * Limits that are the same for everyone.
     *
     * @param nanos a clock that never goes back
     */
    public ClientLimits(double perSecond, double burst, LongSupplier nanos) {
        this.perSecond = perSecond;
        this.burst = burst;
        this.nanos = nanos;
    }

    /** Counts a request of the client at this address; false if it is one too many. */
    public synchronized boolean allow(String client) {
        long now = nanos.getAsLong();
        return limit(client, now).allows(1, now);
    }

    /** Counts what a request that was allowed turned out to cost, as much as it may be. */
    public synchronized void charge(String client, long cost) {
        long now = nanos.getAsLong();
        limit(client, now).charge(cost, now);
    }

    private RateLimit limit(String client, long now) {
        RateLimit limit =
                limits.computeIfAbsent(ClientNetwork.of(client), unknown -> new RateLimit(perSecond, burst, now));
        if (limits.size() > MOST_CLIENTS) {
            limits.remove(limits.keySet().iterator().next());
        }
        return limit;
    }
}
