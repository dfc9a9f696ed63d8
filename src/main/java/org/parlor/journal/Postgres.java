package org.parlor.journal;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.parlor.room.JournalException;

/** The journal in a PostgreSQL database, which several servers may share. */
public final class Postgres {

    private static final int CONNECTIONS = 8;
    private static final long PATIENCE_MILLIS = 3_000;
    private static final int SOCKET_SECONDS = 10;

    private Postgres() {}

    /**
     * Connects to a database.
     *
     * @param url {@code jdbc:postgresql://host:5432/database?user=…&password=…}
     * @throws JournalException if the database can't be reached or its schema can't be brought up to date
     */
    public static SqlJournal open(String url, Stopwatch stopwatch) {
        Chatter.quieten();
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(url);
        pool.setDriverClassName("org.postgresql.Driver");
        pool.setMaximumPoolSize(CONNECTIONS);
        // A player waits for this: better to say soon that nothing was stored than to keep the room waiting.
        pool.setConnectionTimeout(PATIENCE_MILLIS);
        pool.setPoolName("parlor");
        pool.addDataSourceProperty("ApplicationName", "parlor");
        pool.addDataSourceProperty("tcpKeepAlive", "true");
        pool.addDataSourceProperty("socketTimeout", SOCKET_SECONDS);
        try {
            HikariDataSource database = new HikariDataSource(pool);
            return SqlJournal.open("PostgreSQL", database, database::evictConnection, database, stopwatch);
        } catch (RuntimeException e) {
            throw new JournalException("the database can't be used: " + e.getMessage(), e);
        }
    }
}
