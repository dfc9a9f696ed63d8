package org.parlor.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parlor.log.Append.Result.STORED;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parlor.log.StoredEvent;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** The embedded store, on a real file. */
class SqliteEventStoreTest implements TestDatabase {

    @TempDir
    private Path folder;

    private String url() {
        return "jdbc:sqlite:" + folder.resolve("parlor.db").toUri();
    }

    @Override
    public SqlEventStore open(StoreMetrics metrics) {
        return Sqlite.open(folder, Runnable::run, metrics);
    }

    /** As the application in a server whose data source names the file. */
    @Override
    public SqlEventStore openAnother() {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(5_000);
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        SQLiteDataSource file = new SQLiteDataSource(config);
        file.setUrl(url());
        return JndiDataSource.open(file, Runnable::run, StoreMetrics.NONE);
    }

    @Override
    public Connection connect() throws SQLException {
        return JDBC.createConnection(url(), new Properties());
    }

    @Nested
    class Events extends EventStoreContract {
        @Override
        TestDatabase database() {
            return SqliteEventStoreTest.this;
        }

        @Test
        void aLogWithAZeroCharacterIsReadAsItWasWritten() throws Exception {
            StoredEvent event = new StoredEvent(0, 0, "said", 2, "a\u0000b", Optional.of("c\u0000d"), Optional.empty());
            assertThat(get(store().append(append("zero", event)))).isEqualTo(STORED);
            assertThat(store().read("zero", -1)).containsExactly(event);
        }
    }

    @Nested
    class GroupCommits extends GroupCommitContract {
        @Override
        TestDatabase database() {
            return SqliteEventStoreTest.this;
        }
    }

    @Nested
    class Refusals extends RefusalContract {
        @Override
        TestDatabase database() {
            return SqliteEventStoreTest.this;
        }
    }

    @Nested
    class Directory extends DirectoryContract {
        @Override
        TestDatabase database() {
            return SqliteEventStoreTest.this;
        }
    }
}
