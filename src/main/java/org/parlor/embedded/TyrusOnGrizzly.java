package org.parlor.embedded;

import jakarta.websocket.DeploymentException;
import jakarta.websocket.server.ServerEndpointConfig;
import java.io.IOException;
import java.util.Set;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.grizzly.http.server.HttpServerFilter;
import org.glassfish.grizzly.http.server.NetworkListener;
import org.glassfish.grizzly.strategies.WorkerThreadIOStrategy;
import org.glassfish.tyrus.container.grizzly.server.OpenWebSocketAddOn;
import org.glassfish.tyrus.core.TyrusWebSocketEngine;
import org.glassfish.tyrus.server.TyrusServerContainer;
import org.glassfish.tyrus.spi.WebSocketEngine;
import org.parlor.web.Origins;
import org.parlor.web.Resources;

/** A Tyrus container on a Grizzly server that also serves resources and the page, which Tyrus' own server can't do from a class path. */
final class TyrusOnGrizzly extends TyrusServerContainer {

    private final WebSocketEngine engine;
    private final HttpServer http = new HttpServer();
    private final NetworkListener listener;
    private final Resources resources;
    private final Origins origins;

    TyrusOnGrizzly(String host, int port, Set<Class<?>> endpoints, Resources resources, Origins origins) {
        super(endpoints);
        this.engine = new OriginEngine(TyrusWebSocketEngine.builder(this).build(), origins);
        this.resources = resources;
        this.origins = origins;
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
    void start() throws IOException, DeploymentException {
        start("/", listener.getPort());
        http.addListener(listener);
        listener.getTransport().setIOStrategy(WorkerThreadIOStrategy.getInstance());
        listener.registerAddOn(OpenWebSocketAddOn.of(this, "/"));
        listener.registerAddOn(
                (network, chain) -> chain.add(chain.indexOfType(HttpServerFilter.class), new UpgradeOffers()));
        http.getServerConfiguration()
                .setDefaultErrorPageGenerator((request, status, reason, about, cause) -> errorPage(status, reason));
        http.getServerConfiguration().addHttpHandler(new ResourceHandler(resources, origins, new PageHandler()), "/");
        http.start();
    }

    /** Grizzly's own page would tell everyone its version, and what was thrown. */
    private static String errorPage(int status, String reason) {
        return """
                <!doctype html>
                <html lang="en">
                <title>%1$d %2$s</title>
                <p>%1$d %2$s. <a href="/">To the start page of Parlor</a></p>
                """
                .formatted(status, reason);
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
    }
}
