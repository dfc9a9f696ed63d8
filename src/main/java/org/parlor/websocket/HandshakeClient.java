package org.parlor.websocket;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Tells an endpoint whose handshake is being answered, which Jakarta WebSocket does not. Whoever knows the address says it before
 * the handshake is answered, on the same thread; where nobody does, no address is known.
 */
@ApplicationScoped
public class HandshakeClient {

    private final ThreadLocal<String> current = new ThreadLocal<>();

    /** This thread begins to answer a handshake of the client at this address. */
    public void begin(String address) {
        current.set(address);
    }

    /** The handshake is answered. */
    public void end() {
        current.remove();
    }

    /** The address of the client whose handshake this thread answers. */
    Optional<String> address() {
        return Optional.ofNullable(current.get());
    }
}
