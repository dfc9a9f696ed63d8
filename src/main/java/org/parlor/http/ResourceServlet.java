package org.parlor.http;

import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.parlor.log.EventStore;
import org.parlor.websocket.Rooms;

/**
 * Hands HTTP requests of a container to the resources. It has patterns of its own for each, so that the container goes on
 * serving the files of the page.
 *
 * <p>It also sends everyone away before a container that takes the application away closes the sessions with a reason of its
 * own. CDI and listeners hear of the end too late for that; servlets are destroyed before any listener is called (Jakarta
 * Servlet 6.0, 11.3).
 */
@WebServlet(
        urlPatterns = {"/rooms/*", "/health/live", "/health/ready", "/metrics", "/games", "/records", "/records/*"},
        asyncSupported = true,
        loadOnStartup = 1)
public class ResourceServlet extends HttpServlet {

    private static final long serialVersionUID = 1;
    private static final Logger LOG = System.getLogger(ResourceServlet.class.getName());

    @Inject
    private transient Resources resources;

    @Inject
    private transient HttpBounds bounds;

    @Inject
    private transient Rooms rooms;

    @Inject
    private transient EventStore store;

    @Override
    public void init() {
        LOG.log(Level.INFO, "Parlor is ready: version={0} context={1} store=\"{2}\"", Version.read(), context(), store);
    }

    private String context() {
        String path = getServletContext().getContextPath();
        return path.isEmpty() ? "/" : path;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) {
        AsyncContext async = Servlets.startAsync(request, response);
        resources
                .answer(Servlets.head(request), new BodyListener(request, bounds))
                .thenAccept(answer -> send(answer, request, async));
    }

    private void send(Response answer, HttpServletRequest request, AsyncContext async) {
        try {
            Servlets.send(answer, request, async, bounds);
        } catch (IOException | RuntimeException e) {
            // Containers differ in what they throw for a client that has gone.
            LOG.log(Level.DEBUG, "an answer could not be sent", e);
            async.complete();
        }
    }

    @Override
    public void destroy() {
        rooms.sendEveryoneAway();
        LOG.log(Level.INFO, "Parlor has stopped: context={0}", context());
    }
}
