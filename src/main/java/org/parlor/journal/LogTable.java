package org.parlor.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parlor.room.Answer;
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
    private static final String SELECT_ANSWERS = "SELECT player, id, seq, reason, detail FROM answer WHERE room = ?";

    private final Connection connection;

    LogTable(Connection connection) {
        this.connection = connection;
    }

    /**
     * Inserts an append unless another writer has the first of its numbers already. Whoever has the first has the right to
     * the rest, since a log has no gaps, so nothing needs to be undone.
     *
     * @return whether the lines were inserted
     */
    boolean insert(Append append) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT_LINE)) {
            for (Line line : append.lines()) {
                insert.setString(1, append.room());
                insert.setLong(2, line.seq());
                insert.setString(3, line.text());
                insert.setString(4, line.secret().orElse(null));
                if (insert.executeUpdate() == 0) {
                    return false;
                }
            }
        }
        insertAnswers(append);
        return true;
    }

    private void insertAnswers(Append append) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT_ANSWER)) {
            for (Answer answer : append.answers()) {
                insert.setString(1, append.room());
                insert.setInt(2, answer.player());
                insert.setString(3, answer.id());
                insert.setLong(4, answer.seq());
                if (answer.refusal().isPresent()) {
                    insert.setString(5, answer.refusal().get().reason().label());
                    insert.setString(6, answer.refusal().get().detail());
                } else {
                    insert.setNull(5, Types.VARCHAR);
                    insert.setNull(6, Types.VARCHAR);
                }
                insert.executeUpdate();
            }
        }
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
            return answers;
        }
    }
}
