package org.parlor.arquillian;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jboss.arquillian.container.spi.client.container.DeployableContainer;
import org.jboss.arquillian.container.spi.client.container.DeploymentException;
import org.jboss.arquillian.container.spi.client.protocol.ProtocolDescription;
import org.jboss.arquillian.container.spi.client.protocol.metadata.HTTPContext;
import org.jboss.arquillian.container.spi.client.protocol.metadata.ProtocolMetaData;
import org.jboss.arquillian.container.spi.client.protocol.metadata.Servlet;
import org.jboss.shrinkwrap.api.Archive;
import org.parlor.embedded.Server;
import org.parlor.settings.Setting;

/** The embedded server as a container: a deployment is a server of its own on a free port, with the real beans. */
public class EmbeddedContainer implements DeployableContainer<EmbeddedConfiguration> {

    private Path data;
    private Server server;

    @Override
    public Class<EmbeddedConfiguration> getConfigurationClass() {
        return EmbeddedConfiguration.class;
    }

    @Override
    public ProtocolDescription getDefaultProtocol() {
        return new ProtocolDescription("Servlet 5.0");
    }

    @Override
    public ProtocolMetaData deploy(Archive<?> archive) throws DeploymentException {
        try {
            data = Files.createTempDirectory("parlor");
            System.setProperty(Setting.PARLOR_PORT.property(), "0");
            System.setProperty(Setting.PARLOR_DATA.property(), data.toString());
            server = Server.start();
        } catch (IOException | jakarta.websocket.DeploymentException e) {
            throw new DeploymentException("the embedded server does not start", e);
        }
        URI address = server.address();
        HTTPContext http = new HTTPContext(address.getHost(), address.getPort());
        http.add(new Servlet("page", "/"));
        return new ProtocolMetaData().addContext(http);
    }

    @Override
    public void undeploy(Archive<?> archive) throws DeploymentException {
        server.close();
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new DeploymentException("the journal of the test can't be removed", e);
        }
    }
}
