package org.parlor.http;

import java.util.Optional;
import org.parlor.limit.ConnectionLimits;

/** Who may open a room: the pages of some origins, and as many connections as there is room for. Safe for use by many threads. */
public final class Admission {

    private static final Response FULL = Response.busy(
            503, "There are as many connections as this server allows, in all or from your address; come back later.");

    private final Origins origins;
    private final ConnectionLimits limits;
    private final Proxies proxies;

    Admission(Origins origins, ConnectionLimits limits, Proxies proxies) {
        this.origins = origins;
        this.limits = limits;
        this.proxies = proxies;
    }

    /**
     * What to answer in place of a WebSocket handshake, or of anything else that could open a room; empty if it may go on, or
     * only asks to read.
     *
     * @param scheme of the connection, {@code http} or {@code https}
     */
    public Optional<Response> refuse(RequestHead head, String scheme) {
        Optional<Response> foreign = origins.refuse(head.peer(), scheme, head.method(), head.headers());
        return foreign.isPresent() || hasRoom(head) ? foreign : Optional.of(FULL);
    }

    /** Whether there is nothing to {@link #refuse}. */
    public boolean admits(RequestHead head, String scheme) {
        return origins.allow(head.peer(), scheme, head.method(), head.headers()) && hasRoom(head);
    }

    private boolean hasRoom(RequestHead head) {
        return !"websocket".equalsIgnoreCase(head.headers().get("upgrade")) || limits.hasRoom(client(head));
    }

    /** The IP address of who asks, as far as it is known. */
    public String client(RequestHead head) {
        return proxies.client(head.peer(), head.headers());
    }
}
