package org.parlor.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javax.naming.Context;
import javax.naming.InitialContext;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;
import javax.naming.NoInitialContextException;
import javax.sql.DataSource;
import org.parlor.log.StoreException;

/** A store in a database that the server knows by a name (JNDI), and whose connections are the server's business. */
public final class JndiDataSource {

    /** The application's own name for it, and the server's. */
    public static final String NAME = "jdbc/parlor";

    private static final List<String> PLACES = List.of("java:comp/env/" + NAME, NAME);

    private JndiDataSource() {}

    /**
     * Looks for {@value #NAME}; empty if this server has none, or no names at all.
     *
     * @throws StoreException if something is there that is no data source or can't be had
     */
    public static Optional<DataSource> find() {
        try {
            return find(new InitialContext());
        } catch (NamingException e) {
            throw new StoreException("names can't be looked up: " + e.getMessage(), e);
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
                    throw new StoreException(NAME + " is no data source", null);
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
            throw new StoreException(place + " can't be looked up: " + e.getMessage(), e);
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
     * Opens the store there.
     *
     * @throws StoreException if the database can't be reached, is of an unknown kind, or its schema can't be brought up to
     *     date
     */
    public static SqlEventStore open(DataSource database, Executor completions, StoreMetrics metrics) {
        Dialect dialect = dialect(database);
        Schema.bringUpToDate(database);
        return SqlEventStore.open(
                dialect + " from " + NAME, database, JndiDataSource::discard, () -> {}, completions, metrics);
    }

    /** Tells the server's pool that a connection is of no more use (JDBC 4.3, 10.1.1), then gives it back. */
    private static void discard(Connection broken) {
        try (broken) {
            broken.abort(Runnable::run);
        } catch (SQLException e) {
            throw new StoreException("a broken connection can't be given up", e);
        }
    }

    private static Dialect dialect(DataSource database) {
        try (Connection connection = database.getConnection()) {
            String product = connection.getMetaData().getDatabaseProductName();
            return Dialect.of(connection)
                    .orElseThrow(() -> new StoreException("Parlor needs PostgreSQL or SQLite, not " + product, null));
        } catch (SQLException e) {
            throw new StoreException("the database can't be reached: " + e.getMessage(), e);
        }
    }
}
