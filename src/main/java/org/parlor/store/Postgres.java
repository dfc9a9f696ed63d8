package org.parlor.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.concurrent.Executor;
import org.parlor.log.StoreException;
import org.postgresql.ds.PGSimpleDataSource;

/** A store in a PostgreSQL database, which several servers may share. */
public final class Postgres {

    /** More than all threads that read, so that the one that writes never waits for them. */
    private static final int CONNECTIONS = 6 + Runtime.getRuntime().availableProcessors();

    private static final long PATIENCE_MILLIS = 3_000;
    private static final int SOCKET_SECONDS = 10;

    private Postgres() {}

    /**
     * Connects to a database.
     *
     * @param url {@code jdbc:postgresql://host:5432/database?user=…&password=…}
     * @throws StoreException if the database can't be reached or its schema can't be brought up to date
     */
    public static SqlEventStore open(String url, Executor completions, StoreMetrics metrics) {
        bringUpToDate(url);
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(url);
        pool.setDriverClassName("org.postgresql.Driver");
        pool.setMaximumPoolSize(CONNECTIONS);
        // A player waits for this: better to say soon that nothing was stored than to keep the room waiting.
        pool.setConnectionTimeout(PATIENCE_MILLIS);
        pool.setPoolName("parlor");
        pool.addDataSourceProperty("ApplicationName", "parlor");
        pool.addDataSourceProperty("tcpKeepAlive", "true");
        // As a text: the driver pays no heed to a number.
        pool.addDataSourceProperty("socketTimeout", String.valueOf(SOCKET_SECONDS));
        try {
            HikariDataSource database = new HikariDataSource(pool);
            return SqlEventStore.open(
                    "PostgreSQL", database, database::evictConnection, database, completions, metrics);
        } catch (RuntimeException e) {
            throw new StoreException("the database can't be used: " + e.getMessage(), e);
        }
    }

    /** By a connection of its own: a large database may take longer than a player can wait. */
    private static void bringUpToDate(String url) {
        PGSimpleDataSource database = new PGSimpleDataSource();
        try {
            database.setURL(url);
        } catch (IllegalArgumentException e) {
            throw new StoreException("the address must begin with jdbc:postgresql://", e);
        }
        Schema.bringUpToDate(database);
    }
}
