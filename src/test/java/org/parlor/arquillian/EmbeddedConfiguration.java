package org.parlor.arquillian;

import org.jboss.arquillian.container.spi.client.container.ContainerConfiguration;

/** The embedded server takes its settings where it always does, so there is nothing to configure. */
public class EmbeddedConfiguration implements ContainerConfiguration {

    @Override
    public void validate() {
        // Nothing can be wrong with nothing.
    }
}
