package org.parlor.websocket;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.websocket.HandshakeResponse;
import jakarta.websocket.Session;
import jakarta.websocket.server.HandshakeRequest;
import jakarta.websocket.server.ServerEndpointConfig;

/**
 * Has CDI make the endpoints, because servers differ in whether they inject into one that they made themselves; and notes when
 * a connection was asked for, by whom, and for what: who asks first for a new room founds it, whose connection is ready first or
 * not.
 */
public class Handshake extends ServerEndpointConfig.Configurator {

    private static final String ASKED_AT = "org.parlor.asked-at";
    private static final String CLIENT = "org.parlor.client";
    private static final String UNKNOWN = "unknown";

    @Override
    public void modifyHandshake(ServerEndpointConfig config, HandshakeRequest request, HandshakeResponse response) {
        HandshakeClient client = CDI.current().select(HandshakeClient.class).get();
        config.getUserProperties().put(ASKED_AT, System.nanoTime());
        config.getUserProperties().put(CLIENT, client.address().orElse(UNKNOWN));
        String path = request.getRequestURI().getPath();
        String room = path.substring(path.lastIndexOf('/') + 1);
        CDI.current().select(Rooms.class).get().expect(Address.of(room, request.getParameterMap()));
    }

    /**
     * When the server began to answer the handshake of a session that is opened now. What is noted there is the session's own
     * (Jakarta WebSocket 2.1, 3.1.7); a server that forgets it is taken to have begun now.
     */
    static long askedNanos(Session session) {
        return session.getUserProperties().get(ASKED_AT) instanceof Long asked ? asked : System.nanoTime();
    }

    /** The address of the client of a session that is opened now; all whose address is not known are one client. */
    static String client(Session session) {
        return session.getUserProperties().get(CLIENT) instanceof String client ? client : UNKNOWN;
    }

    @Override
    public <T> T getEndpointInstance(Class<T> endpoint) {
        return CDI.current().select(endpoint).get();
    }
}
