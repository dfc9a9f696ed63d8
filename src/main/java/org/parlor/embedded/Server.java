package org.parlor.embedded;

import jakarta.websocket.DeploymentException;
import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.util.Set;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.parlor.metrics.Metrics;
import org.parlor.settings.Setting;
import org.parlor.settings.SettingException;
import org.parlor.settings.Settings;
import org.parlor.socket.Heartbeat;
import org.parlor.socket.RoomEndpoint;
import org.parlor.socket.Rooms;
import org.parlor.socket.Wiring;
import org.parlor.web.Origins;
import org.parlor.web.Resources;
import org.parlor.web.Site;

/** A running embedded server. */
public final class Server implements AutoCloseable {

    private static final String ANY_ADDRESS = "0.0.0.0";

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
                // Main stops in its own order: sessions first, then the journal, then the port.
                .property(Weld.SHUTDOWN_HOOK_SYSTEM_PROPERTY, false)
                .beanClasses(Wiring.class, Rooms.class, Heartbeat.class, RoomEndpoint.class, Metrics.class, Site.class)
                .initialize();
        try {
            int port = beans.select(Settings.class).get().port();
            TyrusOnGrizzly tyrus = new TyrusOnGrizzly(
                    ANY_ADDRESS,
                    port,
                    Set.of(RoomEndpoint.class),
                    beans.select(Resources.class).get(),
                    beans.select(Origins.class).get());
            listen(tyrus, port);
            return new Server(beans, tyrus);
        } catch (IOException | DeploymentException | RuntimeException e) {
            beans.shutdown();
            throw e;
        }
    }

    private static void listen(TyrusOnGrizzly tyrus, int port) throws IOException, DeploymentException {
        try {
            tyrus.start();
        } catch (BindException e) {
            throw new SettingException(
                    Setting.PARLOR_PORT + ": port " + port + " can't be used, set another one: " + e.getMessage(), e);
        }
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
