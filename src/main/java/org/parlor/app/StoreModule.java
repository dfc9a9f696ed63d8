package org.parlor.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.parlor.health.StallWatch;
import org.parlor.log.Append;
import org.parlor.log.EventStore;
import org.parlor.log.StoreException;
import org.parlor.metrics.Metrics;
import org.parlor.settings.Setting;
import org.parlor.settings.SettingException;
import org.parlor.settings.Settings;
import org.parlor.store.JndiDataSource;
import org.parlor.store.Postgres;
import org.parlor.store.SqlEventStore;
import org.parlor.store.Sqlite;
import org.parlor.store.StoreMetrics;

/** Where the logs are kept: what was set comes first, then what the server has for us, then a file of our own. */
@ApplicationScoped
public class StoreModule {

    @Produces
    @Singleton
    EventStore store(Settings settings, RoomThreads threads, Metrics metrics, StallWatch stalls) {
        EventStore store =
                store(settings, StoreModule::named, threads.rooms(), StoreMetrics.toAll(List.of(metrics, stalls)));
        stalls.start(() -> store.append(Append.nothing()));
        return store;
    }

    static SqlEventStore store(
            Settings settings, Supplier<Optional<DataSource>> named, Executor completions, StoreMetrics metrics) {
        return settings.jdbcUrl()
                .map(url -> database(url, completions, metrics))
                .or(() -> named.get().map(database -> named(database, completions, metrics)))
                .orElseGet(() -> file(settings.data(), completions, metrics));
    }

    private static Optional<DataSource> named() {
        try {
            return JndiDataSource.find();
        } catch (StoreException e) {
            throw new SettingException("the server's names must be of use: " + e.getMessage(), e);
        }
    }

    private static SqlEventStore named(DataSource database, Executor completions, StoreMetrics metrics) {
        try {
            return JndiDataSource.open(database, completions, metrics);
        } catch (StoreException e) {
            throw new SettingException(
                    "the data source " + JndiDataSource.NAME + " must name a database that works: " + e.getMessage(),
                    e);
        }
    }

    private static SqlEventStore database(String url, Executor completions, StoreMetrics metrics) {
        try {
            return Postgres.open(url, completions, metrics);
        } catch (StoreException e) {
            throw new SettingException(
                    Setting.PARLOR_JDBC_URL + " must name a database that works: " + e.getMessage(), e);
        }
    }

    private static SqlEventStore file(Path folder, Executor completions, StoreMetrics metrics) {
        try {
            return Sqlite.open(folder, completions, metrics);
        } catch (StoreException e) {
            throw new SettingException(
                    Setting.PARLOR_DATA + " must name a folder that can be written: " + e.getMessage(), e);
        }
    }

    void close(@Disposes EventStore store) throws IOException {
        ((SqlEventStore) store).close();
    }
}
