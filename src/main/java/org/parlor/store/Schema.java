package org.parlor.store;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.parlor.log.StoreException;

/** The tables of the store. */
final class Schema {

    /** The tables that this version knows. */
    private static final MigrationVersion OURS = MigrationVersion.fromVersion("2");

    private Schema() {}

    /**
     * Brings the tables of an older version up to date, or makes them. Whatever kills the server meanwhile, the next start finds the
     * tables as they were or as they are to be.
     *
     * @throws StoreException if the database can't be used, or was written by a newer version
     */
    static void bringUpToDate(DataSource database) {
        LibraryLogging.quieten();
        try {
            // In a thread of its own, since Flyway's JSON reader leaves a buffer with the thread. One of a server's own
            // threads would keep it, and with it the class loader of an application that is long gone.
            CompletableFuture.runAsync(() -> migrate(database), task -> new Thread(task, "parlor-schema").start())
                    .join();
        } catch (CompletionException e) {
            throw new StoreException(
                    "the schema of the database can't be brought up to date: "
                            + e.getCause().getMessage(),
                    e.getCause());
        }
    }

    private static void migrate(DataSource database) {
        // Of class loaders by IBM, Flyway wants a file in a folder that is empty here, and logs an error without it.
        Flyway flyway = Flyway.configure(new ClassLoader(Schema.class.getClassLoader()) {})
                .dataSource(database)
                .locations(new String[0])
                .javaMigrations(new V1__Log(), new V2__Events())
                .table("schema_history")
                .load();
        MigrationInfo current = flyway.info().current();
        if (current != null && current.getVersion().compareTo(OURS) > 0) {
            throw new IllegalStateException("it was written by a newer version of Parlor, with tables of version "
                    + current.getVersion() + "; this one knows " + OURS + ": use the newer one");
        }
        if (current != null && flyway.info().pending().length > 0) {
            FileCopy.ofSchema(current.getVersion().getVersion(), database);
        }
        flyway.migrate();
    }
}
