package org.parlor.journal;

import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.parlor.room.JournalException;

/** The JDBC drivers that came with the application. */
final class Drivers {

    private Drivers() {}

    /**
     * Takes them off the JDK's list, on which they put themselves when they are loaded: a server would keep it, and with it the
     * class loader of an application that is long gone. The journal asks its data sources, not the list.
     */
    static void unlist() {
        DriverManager.drivers()
                .filter(driver -> driver.getClass().getClassLoader() == Drivers.class.getClassLoader())
                .forEach(Drivers::unlist);
    }

    private static void unlist(Driver driver) {
        try {
            DriverManager.deregisterDriver(driver);
        } catch (SQLException e) {
            throw new JournalException("the driver " + driver + " can't be taken off the list of drivers", e);
        }
    }
}
