package org.parlor.journal;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.parlor.room.JournalException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** The embedded journal: one SQLite file, synced at every commit. */
public final class Sqlite {

    private static final int CONNECTIONS = 4;
    private static final int BUSY_MILLIS = 5_000;

    private Sqlite() {}

    /**
     * Opens {@code parlor.db} in a folder, which is made if it is missing.
     *
     * @throws JournalException if the folder can't be written or holds something else under that name
     */
    public static SqlJournal open(Path folder, Stopwatch stopwatch) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new JournalException("the folder " + folder + " can't be made", e);
        }
        if (!Files.isWritable(folder)) {
            throw new JournalException("the folder " + folder + " can't be written", null);
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
        Chatter.quieten();
        HikariConfig pool = new HikariConfig();
        pool.setDataSource(file);
        pool.setMaximumPoolSize(CONNECTIONS);
        pool.setPoolName("parlor");
        try {
            HikariDataSource database = new HikariDataSource(pool);
            return SqlJournal.open("SQLite in " + folder, database, database::evictConnection, database, stopwatch);
        } catch (RuntimeException e) {
            throw new JournalException("the journal in " + folder + " can't be opened: " + e.getMessage(), e);
        }
    }
}
