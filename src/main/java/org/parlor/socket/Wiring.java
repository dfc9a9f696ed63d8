package org.parlor.socket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.parlor.game.Game;
import org.parlor.game.Games;
import org.parlor.health.ServerHealth;
import org.parlor.journal.NamedDatabase;
import org.parlor.journal.Postgres;
import org.parlor.journal.SqlJournal;
import org.parlor.journal.Sqlite;
import org.parlor.journal.Stopwatch;
import org.parlor.limit.ConnectionLimits;
import org.parlor.metrics.Metrics;
import org.parlor.room.Journal;
import org.parlor.room.JournalException;
import org.parlor.settings.Setting;
import org.parlor.settings.SettingException;
import org.parlor.settings.Settings;

/** What a server is put together from. Its games are those that a {@link ServiceLoader} finds, ours first. */
@ApplicationScoped
public class Wiring {

    @Produces
    @Singleton
    Settings settings() {
        return Settings.read(System.getenv(), System.getProperties());
    }

    @Produces
    @Singleton
    ConnectionLimits connections(Settings settings) {
        return new ConnectionLimits(
                settings.limits().connections(), settings.limits().connectionsPerAddress());
    }

    @Produces
    @Singleton
    ServerHealth health() {
        return new ServerHealth();
    }

    void close(@Disposes ServerHealth health) {
        health.close();
    }

    @Produces
    @Singleton
    Games games() {
        return new Games(ServiceLoader.load(Game.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList());
    }

    @Produces
    @Singleton
    Journal journal(Settings settings, Metrics metrics) {
        return journal(settings, Wiring::named, metrics);
    }

    /** What was set comes first, then what the server has for us, then a file of our own. */
    static Journal journal(Settings settings, Supplier<Optional<DataSource>> named, Stopwatch stopwatch) {
        return settings.jdbcUrl()
                .map(url -> database(url, stopwatch))
                .or(() -> named.get().map(database -> named(database, stopwatch)))
                .orElseGet(() -> file(settings.data(), stopwatch));
    }

    private static Optional<DataSource> named() {
        try {
            return NamedDatabase.find();
        } catch (JournalException e) {
            throw new SettingException("the server's names must be of use: " + e.getMessage(), e);
        }
    }

    private static Journal named(DataSource database, Stopwatch stopwatch) {
        try {
            return NamedDatabase.open(database, stopwatch);
        } catch (JournalException e) {
            throw new SettingException(
                    "the data source " + NamedDatabase.NAME + " must name a database that works: " + e.getMessage(), e);
        }
    }

    private static Journal database(String url, Stopwatch stopwatch) {
        try {
            return Postgres.open(url, stopwatch);
        } catch (JournalException e) {
            throw new SettingException(
                    Setting.PARLOR_JDBC_URL + " must name a database that works: " + e.getMessage(), e);
        }
    }

    private static Journal file(Path folder, Stopwatch stopwatch) {
        try {
            return Sqlite.open(folder, stopwatch);
        } catch (JournalException e) {
            throw new SettingException(
                    Setting.PARLOR_DATA + " must name a folder that can be written: " + e.getMessage(), e);
        }
    }

    void close(@Disposes Journal journal) throws IOException {
        ((SqlJournal) journal).close();
    }
}
