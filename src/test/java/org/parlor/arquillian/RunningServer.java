package org.parlor.arquillian;

import java.io.IOException;
import org.jboss.arquillian.container.spi.Container;
import org.jboss.arquillian.container.spi.client.container.LifecycleException;

/**
 * The server that the suite started, to be stopped and started again with what is deployed in it. Arquillian's own controller
 * does that only to servers that it does not start by itself.
 */
public final class RunningServer {

    private final Container<?> container;

    RunningServer(Container<?> container) {
        this.container = container;
    }

    /** Stops the server as an operator does, and waits for it. */
    public void stop() throws LifecycleException {
        container.stop();
    }

    /** Starts the server and waits for it; what was deployed may take a moment more. */
    public void start() throws LifecycleException, IOException, InterruptedException {
        container.start();
        // Some adapters start their server when they deploy to it, and not before.
        String command = System.getProperty("suite.start", "");
        if (!command.isEmpty()) {
            int exit = new ProcessBuilder(command.split(" ", -1))
                    .inheritIO()
                    .start()
                    .waitFor();
            if (exit != 0) {
                throw new LifecycleException(command + " ended with " + exit);
            }
        }
    }
}
