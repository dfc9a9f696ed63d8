package org.parlor.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.parlor.settings.AddressRange;
import org.parlor.socket.RateLimit;

/** A {@link RateLimit} for each client, so that one can't use up what the others need. Safe for use by many threads. */
final class ClientLimits {

    /** So many are known at once, those who asked last; whoever was forgotten begins anew. */
    static final int MOST_CLIENTS = 10_000;

    private final double perSecond;
    private final double burst;
    private final LongSupplier nanos;
    private final Map<String, RateLimit> limits = new LinkedHashMap<>(16, 0.75F, true);

    /**
     * Limits that are the same for everyone.
     *
     * @param nanos a clock that never goes back
     */
    ClientLimits(double perSecond, double burst, LongSupplier nanos) {
        this.perSecond = perSecond;
        this.burst = burst;
        this.nanos = nanos;
    }

    /** Counts a request of the client at this address; false if it is one too many. */
    synchronized boolean allow(String client) {
        long now = nanos.getAsLong();
        boolean allowed = limits.computeIfAbsent(network(client), unknown -> new RateLimit(perSecond, burst, now))
                .allows(1, now);
        if (limits.size() > MOST_CLIENTS) {
            limits.remove(limits.keySet().iterator().next());
        }
        return allowed;
    }

    /** Whoever has one address of IPv6 has all that begin with the same 64 bits (RFC 4291, 2.5.4), so they are one client. */
    private static String network(String client) {
        return AddressRange.of(client + "/64").map(AddressRange::toString).orElse(client);
    }
}
