package org.parlor.store;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** What the libraries below the store tell of every start and stop, which is of no interest until something goes wrong. */
final class LibraryLogging {

    /** Held, because the log's own memory of a level ends with the last reference to its logger. */
    private static final List<Logger> LOGGERS = Stream.of(
                    "org.flywaydb", "com.zaxxer.hikari.HikariDataSource", "com.zaxxer.hikari.pool.HikariPool")
            .map(Logger::getLogger)
            .toList();

    private LibraryLogging() {}

    /** Warnings and errors only, unless somebody has set a level for these. */
    static void quieten() {
        LOGGERS.stream().filter(logger -> logger.getLevel() == null).forEach(logger -> logger.setLevel(Level.WARNING));
    }
}
