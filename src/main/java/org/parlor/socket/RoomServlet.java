package org.parlor.socket;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * What a room's address answers in a container when the container sees no WebSocket handshake: that it wants one, of version 13
 * (RFC 6455, 4.2.2; RFC 9110, 15.5.22).
 *
 * <p>It also sends everyone away before a container that takes the application away closes the sessions with a reason of its
 * own. CDI and listeners hear of the end too late for that; servlets are destroyed before any listener is called (Jakarta
 * Servlet 6.0, 11.3).
 */
@WebServlet(urlPatterns = "/rooms/*", loadOnStartup = 1)
public class RoomServlet extends HttpServlet {

    private static final long serialVersionUID = 1;
    private static final int UPGRADE_REQUIRED = 426;

    @Inject
    private transient Rooms rooms;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setStatus(UPGRADE_REQUIRED);
        response.setHeader("Connection", "Upgrade");
        response.setHeader("Upgrade", "websocket");
        response.setHeader("Sec-WebSocket-Version", "13");
        response.setContentType("text/plain");
        response.getWriter().println("A room speaks WebSocket, version 13.");
    }

    @Override
    public void destroy() {
        rooms.sendEveryoneAway();
    }
}
