package org.parlor.embedded;

import jakarta.websocket.DeploymentException;
import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.util.Set;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.parlor.app.AppModule;
import org.parlor.app.RoomThreads;
import org.parlor.app.StoreModule;
import org.parlor.health.ServerHealth;
import org.parlor.http.Admission;
import org.parlor.http.HttpBounds;
import org.parlor.http.HttpModule;
import org.parlor.http.Resources;
import org.parlor.limit.ConnectionLimits;
import org.parlor.limit.Deadlines;
import org.parlor.limit.MemoryBudget;
import org.parlor.metrics.Metrics;
import org.parlor.protocol.FrameReader;
import org.parlor.settings.Limits;
import org.parlor.settings.Setting;
import org.parlor.settings.SettingException;
import org.parlor.settings.Settings;
import org.parlor.websocket.HandshakeClient;
import org.parlor.websocket.RoomEndpoint;
import org.parlor.websocket.Rooms;

/** A running embedded server. */
public final class Server implements AutoCloseable {

    private static final String ANY_ADDRESS = "0.0.0.0";
    private static final int UNFINISHED_SHARE = 16;

    private final WeldContainer beans;
    private final TyrusOnGrizzly tyrus;

    private Server(WeldContainer beans, TyrusOnGrizzly tyrus) {
        this.beans = beans;
        this.tyrus = tyrus;
    }

    /**
     * Starts a server that takes its settings from the environment and the system properties.
     *
     * @throws SettingException if a setting can't be used; the message names it
     */
    public static Server start() throws IOException, DeploymentException {
        // The beans are named one by one: a scan would find them in a folder of classes but not inside a nested
        // archive.
        WeldContainer beans = new Weld()
                .disableDiscovery()
                // Main stops in its own order: sessions first, then the store, then the port.
                .property(Weld.SHUTDOWN_HOOK_SYSTEM_PROPERTY, false)
                .beanClasses(
                        AppModule.class,
                        StoreModule.class,
                        RoomThreads.class,
                        Rooms.class,
                        HandshakeClient.class,
                        RoomEndpoint.class,
                        Metrics.class,
                        HttpModule.class)
                .initialize();
        try {
            Settings settings = beans.select(Settings.class).get();
            TyrusOnGrizzly tyrus = new TyrusOnGrizzly(ANY_ADDRESS, settings.port(), Set.of(RoomEndpoint.class));
            listen(tyrus, settings, beans);
            return new Server(beans, tyrus);
        } catch (IOException | DeploymentException | RuntimeException e) {
            beans.shutdown();
            throw e;
        }
    }

    private static void listen(TyrusOnGrizzly tyrus, Settings settings, WeldContainer beans)
            throws IOException, DeploymentException {
        Admission admission = beans.select(Admission.class).get();
        HttpBounds http = beans.select(HttpBounds.class).get();
        try {
            tyrus.start(
                    new ResourceHandler(beans.select(Resources.class).get(), admission, http),
                    admission,
                    beans.select(HandshakeClient.class).get(),
                    guard(settings, http.deadlines()),
                    new WebSocketBounds(
                            FrameReader.LARGEST_MESSAGE,
                            settings.limits().framesPerSecond(),
                            http.deadlines(),
                            new MemoryBudget(Runtime.getRuntime().maxMemory() / UNFINISHED_SHARE)));
        } catch (BindException e) {
            throw new SettingException(
                    Setting.PARLOR_PORT + ": port " + settings.port() + " can't be used, set another one: "
                            + e.getMessage(),
                    e);
        }
    }

    /** Rooms are not all that connections are for: some more may be open. */
    private static ConnectionGuard guard(Settings settings, Deadlines deadlines) {
        ConnectionLimits limits = new ConnectionLimits(
                more(settings.limits().connections()), more(settings.limits().connectionsPerAddress()));
        return new ConnectionGuard(
                limits,
                address -> settings.trustedProxies().stream().anyMatch(proxy -> proxy.contains(address)),
                deadlines);
    }

    private static int more(int limit) {
        return limit == Limits.OFF ? ConnectionLimits.OFF : limit + limit / 4 + 32;
    }

    /** Whether it can go on. */
    ServerHealth health() {
        return beans.select(ServerHealth.class).get();
    }

    /** Where people find the page. */
    public URI address() {
        return URI.create("http://localhost:" + tyrus.getPort() + "/");
    }

    /** Sends everyone away to come back later, stores what was decided, and stops. */
    @Override
    public void close() {
        beans.shutdown();
        tyrus.stop();
    }
}
