package org.parlor.limit;

import java.util.HashMap;
import java.util.Map;

/** How many connections there may be, in total and from one client. Safe for use by many threads. */
public final class ConnectionLimits {

    /** Stands for no limit. */
    public static final int OFF = Integer.MAX_VALUE;

    /** One in so many places is kept for those who come back. */
    private static final int KEPT_SHARE = 10;

    private final int total;
    private final int perClient;
    private final Map<ClientNetwork, Integer> clients = new HashMap<>();
    private int open;

    /**
     * Limits of at least 1, or {@link #OFF}.
     *
     * @param total for all clients together
     * @param perClient for the connections from one IPv4 address or one /64 of IPv6
     */
    public ConnectionLimits(int total, int perClient) {
        this.total = total;
        this.perClient = perClient;
    }

    /** Whether the client at this address may open one more. */
    public synchronized boolean hasRoom(String address) {
        return open < total && clients.getOrDefault(ClientNetwork.of(address), 0) < perClient;
    }

    /** Counts a connection of the client at this address, unless there is no room for it. */
    public synchronized boolean enter(String address) {
        if (!hasRoom(address)) {
            return false;
        }
        open++;
        clients.merge(ClientNetwork.of(address), 1, Integer::sum);
        return true;
    }

    /** A connection that was counted is no more. */
    public synchronized void leave(String address) {
        open--;
        clients.computeIfPresent(ClientNetwork.of(address), (client, count) -> count == 1 ? null : count - 1);
    }

    /** Whether all places are taken but those that are kept for people who come back to a seat. */
    public synchronized boolean isCrowded() {
        return open > total - total / KEPT_SHARE;
    }
}
