package org.parlor.socket;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.websocket.HandshakeResponse;
import jakarta.websocket.Session;
import jakarta.websocket.server.HandshakeRequest;
import jakarta.websocket.server.ServerEndpointConfig;

/**
 * Has CDI make the endpoints, because servers differ in whether they inject into one that they made themselves; and notes when
 * a connection was asked for.
 */
public class Handshake extends ServerEndpointConfig.Configurator {

    private static final String ASKED_AT = "org.parlor.asked-at";

    @Override
    public void modifyHandshake(ServerEndpointConfig config, HandshakeRequest request, HandshakeResponse response) {
        config.getUserProperties().put(ASKED_AT, System.nanoTime());
    }

    /**
     * When the server began to answer the handshake of a session that is opened now. What is noted there is the session's own
     * (Jakarta WebSocket 2.1, 3.1.7); a server that forgets it is taken to have begun now.
     */
    static long askedNanos(Session session) {
        return session.getUserProperties().get(ASKED_AT) instanceof Long asked ? asked : System.nanoTime();
    }

    @Override
    public <T> T getEndpointInstance(Class<T> endpoint) {
        return CDI.current().select(endpoint).get();
    }
}
