package org.parlor.journal;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.parlor.room.JournalException;

/** The journal's tables. */
final class Schema {

    private Schema() {}

    /**
     * Brings the tables of an older version up to date, or makes them.
     *
     * @throws JournalException if the database can't be used
     */
    static void bringUpToDate(DataSource database) {
        try {
            // In a thread of its own, since Flyway's JSON reader leaves a buffer with the thread. One of a server's own
            // threads
            // would keep it, and with it the class loader of an application that is long gone.
            CompletableFuture.runAsync(() -> migrate(database), task -> new Thread(task, "parlor-schema").start())
                    .join();
        } catch (CompletionException e) {
            throw new JournalException("the journal's schema can't be brought up to date", e.getCause());
        }
    }

    private static void migrate(DataSource database) {
        // Of class loaders by IBM, Flyway wants a file in a folder that is empty here, and logs an error without it.
        Flyway.configure(new ClassLoader(Schema.class.getClassLoader()) {})
                .dataSource(database)
                .locations(new String[0])
                .javaMigrations(new V1__Log())
                .table("schema_history")
                .load()
                .migrate();
    }
}
