package org.parlor.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.postgresql.ds.PGSimpleDataSource;

/** A schema of a test's own in a real PostgreSQL, which is started for the first who needs one and shared by all. */
public final class PostgresSchema implements BeforeEachCallback, AfterEachCallback {

    private final String name = "test_" + UUID.randomUUID().toString().replace("-", "");
    private EmbeddedPostgres server;

    /** Stops with the last test. */
    private record Running(EmbeddedPostgres server) implements AutoCloseable {

        static Running start() {
            try {
                return new Running(EmbeddedPostgres.builder()
                        .setPGStartupWait(Duration.ofMinutes(1))
                        .start());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            server.close();
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) throws SQLException {
        server = context.getRoot()
                .getStore(Namespace.create(PostgresSchema.class))
                .getOrComputeIfAbsent(Running.class, it -> Running.start(), Running.class)
                .server();
        execute("CREATE SCHEMA " + name);
    }

    @Override
    public void afterEach(ExtensionContext context) throws SQLException {
        execute("DROP SCHEMA " + name + " CASCADE");
    }

    String name() {
        return name;
    }

    /** The address of the schema, as a server takes it. */
    public String url() {
        return server.getJdbcUrl("postgres", "postgres") + "&currentSchema=" + name;
    }

    /** The port of the server. */
    public int port() {
        return server.getPort();
    }

    /** A connection to the schema. */
    Connection connect() throws SQLException {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setURL(url());
        return database.getConnection();
    }

    private void execute(String order) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(order);
        }
    }
}
