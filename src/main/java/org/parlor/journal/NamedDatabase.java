package org.parlor.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.naming.Context;
import javax.naming.InitialContext;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;
import javax.naming.NoInitialContextException;
import javax.sql.DataSource;
import org.parlor.room.JournalException;

/** The journal in a database that the server knows by a name (JNDI), and whose connections are the server's business. */
public final class NamedDatabase {

    /** The application's own name for it, and the server's. */
    public static final String NAME = "jdbc/parlor";

    private static final List<String> PLACES = List.of("java:comp/env/" + NAME, NAME);

    /** Whose SQL the journal speaks, as the drivers call them. */
    private static final Set<String> PRODUCTS = Set.of("PostgreSQL", "SQLite");

    private NamedDatabase() {}

    /**
     * Looks for {@value #NAME}; empty if this server has none, or no names at all.
     *
     * @throws JournalException if something is there that is no data source or can't be had
     */
    public static Optional<DataSource> find() {
        try {
            return find(new InitialContext());
        } catch (NamingException e) {
            throw new JournalException("names can't be looked up: " + e.getMessage(), e);
        }
    }

    static Optional<DataSource> find(Context names) {
        return PLACES.stream()
                .flatMap(place -> lookUp(names, place).stream())
                .findFirst()
                .map(found -> {
                    if (found instanceof DataSource database) {
                        return database;
                    }
                    throw new JournalException(NAME + " is no data source", null);
                });
    }

    // The names are constants: nobody outside can have another one looked up.
    @SuppressWarnings("BanJNDI")
    private static Optional<Object> lookUp(Context names, String place) {
        try {
            return Optional.ofNullable(names.lookup(place));
        } catch (NamingException e) {
            if (isAbsence(e)) {
                return Optional.empty();
            }
            throw new JournalException(place + " can't be looked up: " + e.getMessage(), e);
        }
    }

    /** Some servers wrap the news that a name is not there. */
    private static boolean isAbsence(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof NameNotFoundException || cause instanceof NoInitialContextException) {
                return true;
            }
        }
        return false;
    }

    /**
     * Opens the journal there.
     *
     * @throws JournalException if the database can't be reached, is of an unknown kind, or its schema can't be brought up to
     *     date
     */
    public static SqlJournal open(DataSource database, Stopwatch stopwatch) {
        String product = product(database);
        if (!PRODUCTS.contains(product)) {
            throw new JournalException("the journal needs PostgreSQL or SQLite, not " + product, null);
        }
        return SqlJournal.open(product + " from " + NAME, database, NamedDatabase::discard, () -> {}, stopwatch);
    }

    /** Tells the server's pool that a connection is of no more use (JDBC 4.3, 10.1.1), then gives it back. */
    private static void discard(Connection broken) {
        try (broken) {
            broken.abort(Runnable::run);
        } catch (SQLException e) {
            throw new JournalException("a broken connection can't be given up", e);
        }
    }

    private static String product(DataSource database) {
        try (Connection connection = database.getConnection()) {
            return connection.getMetaData().getDatabaseProductName();
        } catch (SQLException e) {
            throw new JournalException("the database can't be reached: " + e.getMessage(), e);
        }
    }
}
