package org.parlor.http;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * Takes the JDBC drivers that came with the application off the JDK's list when the application ends. They put themselves on it
 * when they are loaded, and some servers would keep them there, and with them the class loader of an application that is
 * long gone.
 */
@WebListener
public class JdbcDriversListener implements ServletContextListener {

    private static final Logger LOG = System.getLogger(JdbcDriversListener.class.getName());

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        // To ask for the drivers loads those that this application has not used yet, which is seen in the second answer
        // only.
        DriverManager.drivers().forEach(driver -> {});
        DriverManager.drivers()
                .filter(driver -> driver.getClass().getClassLoader() == JdbcDriversListener.class.getClassLoader())
                .forEach(JdbcDriversListener::unlist);
    }

    private static void unlist(Driver driver) {
        try {
            DriverManager.deregisterDriver(driver);
        } catch (SQLException e) {
            LOG.log(Level.WARNING, "the driver " + driver + " stays on the JDK's list of drivers", e);
        }
    }
}
