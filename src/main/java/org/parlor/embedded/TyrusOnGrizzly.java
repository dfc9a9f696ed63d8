package org.parlor.embedded;

import jakarta.websocket.DeploymentException;
import jakarta.websocket.server.ServerEndpointConfig;
import java.io.IOException;
import java.util.Set;
import org.glassfish.grizzly.filterchain.FilterChainBuilder;
import org.glassfish.grizzly.http.server.HttpHandler;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.grizzly.http.server.HttpServerFilter;
import org.glassfish.grizzly.http.server.NetworkListener;
import org.glassfish.grizzly.nio.transport.TCPNIOTransport;
import org.glassfish.grizzly.strategies.WorkerThreadIOStrategy;
import org.glassfish.tyrus.core.TyrusWebSocketEngine;
import org.glassfish.tyrus.server.TyrusServerContainer;
import org.glassfish.tyrus.spi.WebSocketEngine;
import org.parlor.http.Admission;
import org.parlor.limit.WorkQueue;
import org.parlor.websocket.HandshakeClient;

/** A Tyrus container on a Grizzly server that also serves resources and the page, which Tyrus' own server can't do from a class path. */
final class TyrusOnGrizzly extends TyrusServerContainer {

    /** What may wait on one connection before its next answer is made, in bytes. */
    private static final int MOST_PENDING_BYTES = 64 * 1024;

    private final WebSocketEngine engine = TyrusWebSocketEngine.builder(this).build();
    private final HttpServer http = new HttpServer();
    private final NetworkListener listener;

    /** Half of the processors are left to the games, however many come. Those who wait are bounded as connections. */
    private final WorkQueue handshakes = new WorkQueue(
            "parlor-handshakes", Math.max(1, Runtime.getRuntime().availableProcessors() / 2), Integer.MAX_VALUE);

    TyrusOnGrizzly(String host, int port, Set<Class<?>> endpoints) {
        super(endpoints);
        listener = new NetworkListener("parlor", host, port);
    }

    @Override
    public void register(Class<?> endpoint) throws DeploymentException {
        engine.register(endpoint, "/");
    }

    @Override
    public void register(ServerEndpointConfig endpoint) throws DeploymentException {
        engine.register(endpoint, "/");
    }

    @Override
    public WebSocketEngine getWebSocketEngine() {
        return engine;
    }

    /** Starts listening once the endpoints are there. */
    void start(
            HttpHandler handler,
            Admission admission,
            HandshakeClient client,
            ConnectionGuard guard,
            WebSocketBounds bounds)
            throws IOException, DeploymentException {
        start("/", listener.getPort());
        http.addListener(listener);
        TCPNIOTransport transport = listener.getTransport();
        transport.setIOStrategy(WorkerThreadIOStrategy.getInstance());
        transport.getAsyncQueueIO().getWriter().setMaxPendingBytesPerConnection(MOST_PENDING_BYTES);
        WebSocketFilter sockets = new WebSocketFilter(engine, admission, client, guard, bounds, handshakes);
        listener.registerAddOn((network, chain) -> insert(chain, sockets, guard));
        http.getServerConfiguration()
                .setDefaultErrorPageGenerator((request, status, reason, about, cause) -> ErrorPage.of(status, reason));
        http.getServerConfiguration().addHttpHandler(handler, "/");
        http.start();
    }

    /** Between the filters that Grizzly has put there: the transport, HTTP, time-outs, requests. */
    private static void insert(FilterChainBuilder chain, WebSocketFilter sockets, ConnectionGuard guard) {
        int requests = chain.indexOfType(HttpServerFilter.class);
        chain.add(requests, new UpgradeOffers());
        chain.add(requests, sockets);
        chain.add(requests, guard.afterHttp());
        chain.add(1, guard.beforeHttp());
    }

    /** The port that is really used. */
    @Override
    public int getPort() {
        return listener.getPort();
    }

    @Override
    public void stop() {
        super.stop();
        http.shutdownNow();
        handshakes.close();
    }
}
