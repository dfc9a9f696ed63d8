package org.glassfish.tyrus.container.grizzly.server;

import org.glassfish.grizzly.http.server.AddOn;
import org.glassfish.tyrus.spi.ServerContainer;

/**
 * Opens the one door of Tyrus that is shut by oversight: its add-on for Grizzly is public "to allow other developers use this",
 * but its constructor is visible in its own package only. With it, one Grizzly server serves pages and WebSockets on one port.
 */
public final class OpenWebSocketAddOn {

    private OpenWebSocketAddOn() {}

    /** The add-on that hands WebSocket connections of a listener to a Tyrus container. */
    public static AddOn of(ServerContainer container, String contextPath) {
        return new WebSocketAddOn(container, contextPath);
    }
}
