package org.parlor.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.parlor.room.Answer;
import org.parlor.room.Journal;
import org.parlor.room.Line;
import org.parlor.room.Refusal;

/** The SQL of the journal, in the words that SQLite and PostgreSQL share. */
final class LogTable {

    private static final String INSERT_LINE =
            "INSERT INTO log (room, seq, event, secret) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING";
    private static final String INSERT_ANSWER =
            "INSERT INTO answer (room, player, id, seq, reason, detail) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING";
    private static final String SELECT_LINES =
            "SELECT seq, event, secret FROM log WHERE room = ? AND seq > ? ORDER BY seq";
    private static final String SELECT_ANSWERS =
            "SELECT player, id, seq, reason, detail FROM answer WHERE room = ? ORDER BY seq DESC LIMIT "
                    + Journal.ANSWERS_KEPT;

    /** Needs what an insert needs, and changes nothing. */
    private static final String PROBE = "DELETE FROM log WHERE 1 = 0";

    private final Connection connection;

    LogTable(Connection connection) {
        this.connection = connection;
    }

    /**
     * Inserts appends, each unless another writer has the first of its numbers already. Whoever has the first has the right
     * to the rest, since a log has no gaps; so the first lines of all go first, and nothing ever needs to be undone. Two
     * round trips to the database, however many appends there are. An append of nothing makes sure that there is a database
     * to write to.
     *
     * @return for each append whether it was inserted
     */
    boolean[] insert(List<Append> appends) throws SQLException {
        if (appends.stream().anyMatch(it -> it.lines().isEmpty() && it.answers().isEmpty())) {
            probe();
        }
        boolean[] won = insertFirstLines(appends);
        try (PreparedStatement line = connection.prepareStatement(INSERT_LINE);
                PreparedStatement answer = connection.prepareStatement(INSERT_ANSWER)) {
            for (int i = 0; i < won.length; i++) {
                if (won[i]) {
                    addRest(appends.get(i), line, answer);
                }
            }
            line.executeBatch();
            answer.executeBatch();
        }
        return won;
    }

    private void probe() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(PROBE);
        }
    }

    private boolean[] insertFirstLines(List<Append> appends) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT_LINE)) {
            for (Append append : appends) {
                if (!append.lines().isEmpty()) {
                    add(append.room(), append.lines().get(0), insert);
                }
            }
            int[] inserted = insert.executeBatch();
            boolean[] won = new boolean[appends.size()];
            int next = 0;
            for (int i = 0; i < won.length; i++) {
                won[i] = appends.get(i).lines().isEmpty() || isInserted(inserted[next++]);
            }
            return won;
        }
    }

    private static boolean isInserted(int count) throws SQLException {
        if (count == Statement.SUCCESS_NO_INFO) {
            throw new SQLException("the database driver does not tell what it inserted; take reWriteBatchedInserts=true"
                    + " out of the database's address");
        }
        return count > 0;
    }

    private static void addRest(Append append, PreparedStatement line, PreparedStatement answer) throws SQLException {
        for (Line later : append.lines().stream().skip(1).toList()) {
            add(append.room(), later, line);
        }
        for (Answer given : append.answers()) {
            add(append.room(), given, answer);
        }
    }

    private static void add(String room, Line line, PreparedStatement insert) throws SQLException {
        insert.setString(1, room);
        insert.setLong(2, line.seq());
        insert.setString(3, line.text());
        insert.setString(4, line.secret().orElse(null));
        insert.addBatch();
    }

    private static void add(String room, Answer answer, PreparedStatement insert) throws SQLException {
        insert.setString(1, room);
        insert.setInt(2, answer.player());
        insert.setString(3, answer.id());
        insert.setLong(4, answer.seq());
        insert.setString(5, answer.refusal().map(it -> it.reason().label()).orElse(null));
        insert.setString(6, answer.refusal().map(Refusal::detail).orElse(null));
        insert.addBatch();
    }

    List<Line> lines(String room, long since) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT_LINES)) {
            select.setString(1, room);
            select.setLong(2, since);
            List<Line> lines = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    lines.add(new Line(rows.getLong(1), rows.getString(2), Optional.ofNullable(rows.getString(3))));
                }
            }
            return lines;
        }
    }

    List<Answer> answers(String room) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT_ANSWERS)) {
            select.setString(1, room);
            List<Answer> answers = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    Optional<String> reason = Optional.ofNullable(rows.getString(4));
                    String detail = rows.getString(5);
                    answers.add(new Answer(
                            rows.getInt(1),
                            rows.getString(2),
                            rows.getLong(3),
                            reason.map(label -> new Refusal(Refusal.Reason.of(label), detail))));
                }
            }
            Collections.reverse(answers);
            return answers;
        }
    }
}
