package org.parlor.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import org.parlor.log.StoreException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** The embedded store: one SQLite file, synced at every commit. */
public final class Sqlite {

    /** More than all threads that read, so that the one that writes never waits for them. */
    private static final int CONNECTIONS = 3 + Runtime.getRuntime().availableProcessors();

    private static final int BUSY_MILLIS = 5_000;

    private Sqlite() {}

    /**
     * Opens {@code parlor.db} in a folder, which is made if it is missing.
     *
     * @throws StoreException if the folder can't be written or holds something else under that name
     */
    public static SqlEventStore open(Path folder, Executor completions, StoreMetrics metrics) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new StoreException("the folder " + folder + " can't be made", e);
        }
        if (!Files.isWritable(folder)) {
            throw new StoreException("the folder " + folder + " can't be written", null);
        }
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        // FULL syncs the write-ahead log at every commit: a confirmed move survives a power cut.
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setBusyTimeout(BUSY_MILLIS);
        // A transaction that begins by reading can't become a writer when another was first; ours all write.
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        SQLiteDataSource file = new SQLiteDataSource(config);
        // As a URI, since a question mark in a plain path would begin the driver's options.
        file.setUrl("jdbc:sqlite:" + folder.resolve("parlor.db").toUri());
        Schema.bringUpToDate(file);
        HikariConfig pool = new HikariConfig();
        pool.setDataSource(file);
        pool.setMaximumPoolSize(CONNECTIONS);
        pool.setPoolName("parlor");
        try {
            HikariDataSource database = new HikariDataSource(pool);
            return SqlEventStore.open(
                    "SQLite in " + folder, database, database::evictConnection, database, completions, metrics);
        } catch (RuntimeException e) {
            throw new StoreException("the store in " + folder + " can't be opened: " + e.getMessage(), e);
        }
    }
}
