package org.parlor.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** A database as the first version of Parlor left it. */
public final class FirstSchema {

    static final List<String> ROOMS = List.of("dice", "gomoku", "opening", "position");
    static final int REFUSALS = 300;

    private static final Path LOGS = Path.of("src", "test", "resources", "org", "parlor", "protocol");

    private FirstSchema() {}

    /** What a room's log held: a text, and after a tab what was secret, where a hyphen stands for nothing. */
    static List<String> log(String room) throws IOException {
        return Files.readAllLines(LOGS.resolve("version-1-" + room + ".tsv"));
    }

    /** Makes the tables, and so many copies of a few rooms. */
    public static void write(DataSource database, int copies) throws SQLException, IOException {
        Flyway.configure()
                .dataSource(database)
                .locations(new String[0])
                .javaMigrations(new V1__Log())
                .table("schema_history")
                .load()
                .migrate();
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            for (int i = 0; i < copies; i++) {
                for (String room : ROOMS) {
                    writeLog(connection, room, i == 0 ? room : room + i);
                }
            }
            writeAnswers(connection);
            connection.commit();
        }
    }

    private static void writeLog(Connection connection, String log, String room) throws SQLException, IOException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO log VALUES (?, ?, ?, ?)")) {
            List<String> lines = log(log);
            for (int seq = 0; seq < lines.size(); seq++) {
                List<String> columns = List.of(lines.get(seq).split("\t", 2));
                insert.setString(1, room);
                insert.setLong(2, seq);
                insert.setString(3, columns.get(0));
                insert.setString(4, columns.get(1).equals("-") ? null : columns.get(1));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** One command of player 1 was carried out as event 4, and many of player 2 were refused. */
    private static void writeAnswers(Connection connection) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO answer VALUES ('gomoku', ?, ?, 4, ?, ?)")) {
            insert.setInt(1, 1);
            insert.setString(2, "done");
            insert.setNull(3, Types.VARCHAR);
            insert.setNull(4, Types.VARCHAR);
            insert.execute();
            for (int id : IntStream.range(0, REFUSALS).toArray()) {
                insert.setInt(1, 2);
                insert.setString(2, "refused-" + id);
                insert.setString(3, "not-your-turn");
                insert.setString(4, "it is black's turn; wait for its move");
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
