package org.parlor.socket;

import jakarta.inject.Inject;
import jakarta.servlet.GenericServlet;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.UnavailableException;
import jakarta.servlet.annotation.WebListener;

/**
 * Sends everyone away before a container that takes the application away closes their sessions with a reason of its own. CDI and
 * listeners hear of the end too late for that; servlets are destroyed before any listener is called (Jakarta Servlet 6.0, 4.4 and
 * 11.3), so the listener adds a servlet that no address leads to.
 */
@WebListener
public class Farewell implements ServletContextListener {

    @Inject
    private Rooms rooms;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        event.getServletContext().addServlet("farewell", new LastServlet(rooms)).setLoadOnStartup(1);
    }

    private static final class LastServlet extends GenericServlet {

        private static final long serialVersionUID = 1;

        private final transient Rooms rooms;

        LastServlet(Rooms rooms) {
            this.rooms = rooms;
        }

        @Override
        public void service(ServletRequest request, ServletResponse response) throws UnavailableException {
            throw new UnavailableException("this servlet has no address");
        }

        @Override
        public void destroy() {
            rooms.sendEveryoneAway();
        }
    }
}
