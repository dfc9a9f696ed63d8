package org.parlor.arquillian;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jboss.arquillian.container.spi.client.container.DeployableContainer;
import org.jboss.arquillian.container.spi.client.container.DeploymentException;
import org.jboss.arquillian.container.spi.client.container.LifecycleException;
import org.jboss.arquillian.container.spi.client.protocol.ProtocolDescription;
import org.jboss.arquillian.container.spi.client.protocol.metadata.HTTPContext;
import org.jboss.arquillian.container.spi.client.protocol.metadata.ProtocolMetaData;
import org.jboss.arquillian.container.spi.client.protocol.metadata.Servlet;
import org.jboss.shrinkwrap.api.Archive;
import org.parlor.embedded.Server;
import org.parlor.settings.Setting;

/** The embedded server as a container: a deployment is a server with the real beans, on a port that was free at the first. */
public class EmbeddedContainer implements DeployableContainer<EmbeddedConfiguration> {

    private Path data;
    private Server server;
    private boolean deployed;
    private int port;

    @Override
    public Class<EmbeddedConfiguration> getConfigurationClass() {
        return EmbeddedConfiguration.class;
    }

    @Override
    public ProtocolDescription getDefaultProtocol() {
        return new ProtocolDescription("Servlet 5.0");
    }

    @Override
    public void setup(EmbeddedConfiguration configuration) {
        try {
            data = Files.createTempDirectory(Path.of("target"), "embedded-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        System.setProperty(Setting.PARLOR_DATA.property(), data.toString());
    }

    @Override
    public ProtocolMetaData deploy(Archive<?> archive) throws DeploymentException {
        try {
            run();
        } catch (LifecycleException e) {
            throw new DeploymentException("the application can't be deployed", e);
        }
        deployed = true;
        HTTPContext http = new HTTPContext(server.address().getHost(), port);
        http.add(new Servlet("page", "/"));
        return new ProtocolMetaData().addContext(http);
    }

    @Override
    public void undeploy(Archive<?> archive) {
        server.close();
        deployed = false;
    }

    @Override
    public void stop() throws LifecycleException {
        if (deployed) {
            server.close();
        }
    }

    @Override
    public void start() throws LifecycleException {
        if (deployed) {
            run();
        }
    }

    private void run() throws LifecycleException {
        System.setProperty(Setting.PARLOR_PORT.property(), String.valueOf(port));
        try {
            server = Server.start();
            port = server.address().getPort();
        } catch (IOException | jakarta.websocket.DeploymentException e) {
            throw new LifecycleException("the embedded server does not start", e);
        }
    }
}
