package org.parlor.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.parlor.log.RefusedCommand;

/**
 * The second schema: events apart from what follows from them, the latest refusals alone, and a directory of the rooms. What the
 * first schema held becomes events of version 1, all in one transaction. Its tables stay in PostgreSQL under another name; of a file
 * {@link Schema} made a copy before.
 */
final class V2__Events extends BaseJavaMigration {

    private static final String ROOM =
            """
            CREATE TABLE room (
              id       %s,
              name     VARCHAR(64) NOT NULL UNIQUE,
              game     TEXT,
              options  TEXT,
              status   VARCHAR(16),
              deadline BIGINT,
              changed  BIGINT,
              outcome  TEXT)
            """;

    /** No foreign keys: rows are only ever inserted for a room that was found, and a check would lock its row at each move. */
    private static final String SEAT =
            """
            CREATE TABLE seat (
              room  BIGINT      NOT NULL,
              seat  VARCHAR(64) NOT NULL,
              name  TEXT        NOT NULL,
              guest VARCHAR(64),
              PRIMARY KEY (room, seat))
            """;

    private static final String EVENT =
            """
            CREATE TABLE event (
              position %s,
              room     BIGINT      NOT NULL,
              seq      BIGINT      NOT NULL,
              at       BIGINT      NOT NULL,
              type     VARCHAR(32) NOT NULL,
              version  INTEGER     NOT NULL,
              body     TEXT        NOT NULL,
              secret   TEXT,
              player   INTEGER,
              command  VARCHAR(64),
              UNIQUE (room, seq))
            """;

    private static final String REFUSAL =
            """
            CREATE TABLE refusal (
              room   BIGINT      NOT NULL,
              player INTEGER     NOT NULL,
              slot   INTEGER     NOT NULL,
              number BIGINT      NOT NULL,
              id     VARCHAR(64) NOT NULL,
              seq    BIGINT      NOT NULL,
              reason VARCHAR(40) NOT NULL,
              detail TEXT        NOT NULL,
              PRIMARY KEY (room, player, slot))
            """;

    private static final List<String> INDEXES = List.of(
            "CREATE INDEX room_deadline ON room (deadline) WHERE deadline IS NOT NULL",
            "CREATE INDEX seat_guest ON seat (guest) WHERE guest IS NOT NULL");

    /** Their deadline is long past, so that each is opened soon, and its row filled with the rest. */
    private static final String OLD_ROOMS =
            "INSERT INTO room (name, deadline) SELECT DISTINCT room, 0 FROM log ORDER BY room";

    private static final String OLD_EVENTS =
            """
            INSERT INTO event (room, seq, at, type, version, body, secret, player, command)
            SELECT room.id, log.seq, CAST(%s AS BIGINT), %s, 1, log.event, log.secret, asked.player, asked.id
              FROM log
              JOIN room ON room.name = log.room
              LEFT JOIN (SELECT room, seq, player, id,
                                ROW_NUMBER() OVER (PARTITION BY room, seq ORDER BY %s) AS nth
                           FROM answer
                          WHERE reason IS NULL) AS asked
                ON asked.room = log.room AND asked.seq = log.seq AND asked.nth = 1
             ORDER BY room.id, log.seq
            """;

    private static final String OLD_REFUSALS =
            """
            INSERT INTO refusal (room, player, slot, number, id, seq, reason, detail)
            SELECT room.id, refused.player, (refused.older %% %d), refused.older, refused.id, refused.seq,
                   refused.reason, refused.detail
              FROM (SELECT answer.*,
                           ROW_NUMBER() OVER (PARTITION BY room, player ORDER BY seq, %s) - 1 AS older,
                           COUNT(*) OVER (PARTITION BY room, player) AS all_of_them
                      FROM answer
                     WHERE reason IS NOT NULL) AS refused
              JOIN room ON room.name = refused.room
             WHERE refused.older >= refused.all_of_them - %d
            """;

    private static final List<String> OLD_TABLES = List.of("log", "answer");

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        Dialect dialect = Dialect.of(connection).orElseThrow();
        try (Statement statement = connection.createStatement()) {
            statement.execute(ROOM.formatted(dialect.identity()));
            statement.execute(SEAT);
            statement.execute(EVENT.formatted(dialect.identity()));
            statement.execute(REFUSAL);
            for (String index : INDEXES) {
                statement.execute(index);
            }
            statement.execute(OLD_ROOMS);
            statement.execute(OLD_EVENTS.formatted(
                    dialect.memberOfJson("log.event", "at"),
                    dialect.memberOfJson("log.event", "type"),
                    dialect.rowOrder()));
            statement.execute(OLD_REFUSALS.formatted(RefusedCommand.KEPT, dialect.rowOrder(), RefusedCommand.KEPT));
            for (String table : OLD_TABLES) {
                retire(table, dialect, statement);
            }
        }
    }

    private static void retire(String table, Dialect dialect, Statement statement) throws SQLException {
        boolean isCopied = dialect == Dialect.SQLITE;
        try (ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
            isCopied |= rows.next() && rows.getLong(1) == 0;
        }
        statement.execute(
                isCopied ? "DROP TABLE " + table : "ALTER TABLE " + table + " RENAME TO " + table + "_of_schema_1");
    }
}
