package org.parlor.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.parlor.store.FirstSchema;
import org.sqlite.SQLiteDataSource;

/** A server that is killed while it makes an old database a new one finds it at the next start as it was or as it is to be. */
class KilledMigrationIT {

    private static final int COPIES = 2_000;
    private static final long SOME_BYTES = 1 << 20;
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);
    private static final long LOOK = TimeUnit.MICROSECONDS.toNanos(200);

    @TempDir
    private static Path template;

    @TempDir
    private Path data;

    private static long events;

    /** How far the migration is when the server is killed. */
    enum Moment {
        /** The copy is being made. */
        COPYING {
            @Override
            boolean hasCome(Path data) {
                return size(data.resolve("parlor.db.unfinished")) > 0;
            }
        },
        /** The copy is there. */
        COPIED {
            @Override
            boolean hasCome(Path data) {
                return Files.exists(data.resolve("parlor.db.schema-1"));
            }
        },
        /** Some of it is written, and nothing is committed. */
        WRITING {
            @Override
            boolean hasCome(Path data) {
                return Files.exists(data.resolve("parlor.db.schema-1"))
                        && size(data.resolve("parlor.db-wal")) + size(data.resolve("parlor.db-journal")) > SOME_BYTES;
            }
        };

        abstract boolean hasCome(Path data);

        private static long size(Path file) {
            try {
                return Files.exists(file) ? Files.size(file) : 0;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @BeforeAll
    static void writeManyGames() throws Exception {
        SQLiteDataSource file = new SQLiteDataSource();
        file.setUrl("jdbc:sqlite:" + template.resolve("parlor.db").toUri());
        FirstSchema.write(file, COPIES);
        events = count(template.resolve("parlor.db"), "log");
    }

    @ParameterizedTest
    @EnumSource
    void theNextStartGoesOn(Moment moment) throws Exception {
        Files.copy(template.resolve("parlor.db"), data.resolve("parlor.db"));
        Map<String, String> settings = Map.of("PARLOR_PORT", "0", "PARLOR_DATA", data.toString());
        try (ServerProcess killed = ServerProcess.start(settings)) {
            await(() -> moment.hasCome(data));
            killed.kill();
        }
        try (ServerProcess server = ServerProcess.start(settings)) {
            server.awaitReady();
        }
        assertThat(count(data.resolve("parlor.db"), "event")).isGreaterThanOrEqualTo(events);
        assertThat(count(data.resolve("parlor.db"), "event WHERE version = 1")).isEqualTo(events);
        assertThat(count(data.resolve("parlor.db.schema-1"), "log")).isEqualTo(events);
        assertThat(data.resolve("parlor.db.unfinished")).doesNotExist();
    }

    private static void await(BooleanSupplier come) {
        long start = System.nanoTime();
        while (!come.getAsBoolean()) {
            assertThat(System.nanoTime() - start).isLessThan(PATIENCE);
            LockSupport.parkNanos(LOOK);
        }
    }

    private static long count(Path file, String table) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file.toUri());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }
}
