package org.parlor.store;

import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/**
 * The first schema: events as the texts that clients got, and an answer for each command. Written in Java because servers differ in
 * how a library may list the files of a WAR; the SQL is what SQLite and PostgreSQL both understand. Flyway reads version and
 * description from the name of the class.
 */
final class V1__Log extends BaseJavaMigration {

    private static final String LOG =
            """
            CREATE TABLE log (
              room   VARCHAR(64) NOT NULL,
              seq    BIGINT      NOT NULL,
              event  TEXT        NOT NULL,
              secret TEXT,
              PRIMARY KEY (room, seq))
            """;

    private static final String ANSWER =
            """
            CREATE TABLE answer (
              room   VARCHAR(64) NOT NULL,
              player INTEGER     NOT NULL,
              id     VARCHAR(64) NOT NULL,
              seq    BIGINT      NOT NULL,
              reason VARCHAR(40),
              detail TEXT,
              PRIMARY KEY (room, player, id))
            """;

    @Override
    public void migrate(Context context) throws SQLException {
        try (Statement statement = context.getConnection().createStatement()) {
            statement.execute(LOG);
            statement.execute(ANSWER);
        }
    }
}
