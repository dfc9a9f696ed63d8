package org.parlor.embedded;

import jakarta.websocket.DeploymentException;
import jakarta.websocket.server.ServerEndpointConfig;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.glassfish.tyrus.core.RequestContext;
import org.glassfish.tyrus.spi.Connection;
import org.glassfish.tyrus.spi.UpgradeRequest;
import org.glassfish.tyrus.spi.UpgradeResponse;
import org.glassfish.tyrus.spi.WebSocketEngine;
import org.glassfish.tyrus.spi.Writer;
import org.parlor.web.Origins;

/**
 * Holds foreign pages off the rooms, as {@link org.parlor.web.OriginFilter} does in a container: it does not take their
 * handshakes for any, so that {@link ResourceHandler} answers.
 */
final class OriginEngine implements WebSocketEngine {

    private static final UpgradeInfo NO_HANDSHAKE = new UpgradeInfo() {
        @Override
        public UpgradeStatus getStatus() {
            return UpgradeStatus.NOT_APPLICABLE;
        }

        @Override
        public Connection createConnection(Writer writer, Connection.CloseListener listener) {
            throw new IllegalStateException("there is no handshake");
        }
    };

    private final WebSocketEngine engine;
    private final Origins origins;

    OriginEngine(WebSocketEngine engine, Origins origins) {
        this.engine = engine;
        this.origins = origins;
    }

    @Override
    public UpgradeInfo upgrade(UpgradeRequest request, UpgradeResponse response) {
        String peer = request instanceof RequestContext context ? context.getRemoteAddr() : "";
        return origins.allow(peer, request.isSecure() ? "https" : "http", "GET", headers(request))
                ? engine.upgrade(request, response)
                : NO_HANDSHAKE;
    }

    private static Map<String, String> headers(UpgradeRequest request) {
        return request.getHeaders().entrySet().stream()
                .collect(Collectors.toMap(
                        header -> header.getKey().toLowerCase(Locale.ROOT),
                        header -> String.join(", ", header.getValue()),
                        (one, same) -> one));
    }

    @Override
    public void register(Class<?> endpoint, String contextPath) throws DeploymentException {
        engine.register(endpoint, contextPath);
    }

    @Override
    public void register(ServerEndpointConfig endpoint, String contextPath) throws DeploymentException {
        engine.register(endpoint, contextPath);
    }
}
