package org.parlor.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
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
    private static final String DELETE_ANSWER = "DELETE FROM answer WHERE room = ? AND player = ? AND id = ?";
    private static final String SELECT_ANSWER =
            "SELECT seq, reason, detail FROM answer WHERE room = ? AND player = ? AND id = ?";

    /** Needs what an insert needs, and changes nothing. */
    private static final String PROBE = "DELETE FROM log WHERE 1 = 0";

    private final Connection connection;

    LogTable(Connection connection) {
        this.connection = connection;
    }

    /**
     * Inserts appends, each unless one of its commands was answered before or another writer has the first of its numbers
     * already. Whoever has the first has the right to the rest, since a log has no gaps; so the answers and the first lines
     * of all go first, and only the answers of losers need to be undone. Three round trips to the database, however many
     * appends there are. An append of nothing makes sure that there is a database to write to.
     *
     * @return for each append whether it was inserted
     */
    boolean[] insert(List<Append> appends) throws SQLException {
        if (appends.stream().anyMatch(it -> it.lines().isEmpty() && it.answers().isEmpty())) {
            probe();
        }
        List<List<Answer>> fresh = insertAnswers(appends);
        boolean[] won = new boolean[appends.size()];
        for (int i = 0; i < won.length; i++) {
            won[i] = fresh.get(i).size() == appends.get(i).answers().size();
        }
        insertFirstLines(appends, won);
        try (PreparedStatement line = connection.prepareStatement(INSERT_LINE);
                PreparedStatement delete = connection.prepareStatement(DELETE_ANSWER)) {
            for (int i = 0; i < won.length; i++) {
                String room = appends.get(i).room();
                for (Line later : won[i] ? rest(appends.get(i).lines()) : List.<Line>of()) {
                    add(room, later, line);
                }
                for (Answer undone : won[i] ? List.<Answer>of() : fresh.get(i)) {
                    identify(room, undone.key(), delete);
                    delete.addBatch();
                }
            }
            line.executeBatch();
            delete.executeBatch();
        }
        return won;
    }

    private static List<Line> rest(List<Line> lines) {
        return lines.subList(Math.min(1, lines.size()), lines.size());
    }

    private void probe() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(PROBE);
        }
    }

    /** Returns for each append those of its answers that were not there before. */
    private List<List<Answer>> insertAnswers(List<Append> appends) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT_ANSWER)) {
            for (Append append : appends) {
                for (Answer given : append.answers()) {
                    add(append.room(), given, insert);
                }
            }
            int[] inserted = insert.executeBatch();
            List<List<Answer>> fresh = new ArrayList<>();
            int next = 0;
            for (Append append : appends) {
                List<Answer> mine = new ArrayList<>();
                for (Answer given : append.answers()) {
                    if (isInserted(inserted[next++])) {
                        mine.add(given);
                    }
                }
                fresh.add(mine);
            }
            return fresh;
        }
    }

    /** Those that lose here are no longer among the winners. */
    private void insertFirstLines(List<Append> appends, boolean[] won) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT_LINE)) {
            List<Integer> asked = new ArrayList<>();
            for (int i = 0; i < won.length; i++) {
                if (won[i] && !appends.get(i).lines().isEmpty()) {
                    add(appends.get(i).room(), appends.get(i).lines().get(0), insert);
                    asked.add(i);
                }
            }
            int[] inserted = insert.executeBatch();
            for (int k = 0; k < inserted.length; k++) {
                won[asked.get(k)] = isInserted(inserted[k]);
            }
        }
    }

    private static boolean isInserted(int count) throws SQLException {
        if (count == Statement.SUCCESS_NO_INFO) {
            throw new SQLException("the database driver does not tell what it inserted; take reWriteBatchedInserts=true"
                    + " out of the database's address");
        }
        return count > 0;
    }

    private static void add(String room, Line line, PreparedStatement insert) throws SQLException {
        insert.setString(1, room);
        insert.setLong(2, line.seq());
        insert.setString(3, line.text());
        insert.setString(4, line.secret().orElse(null));
        insert.addBatch();
    }

    private static void add(String room, Answer answer, PreparedStatement insert) throws SQLException {
        identify(room, answer.key(), insert);
        insert.setLong(4, answer.seq());
        insert.setString(5, answer.refusal().map(it -> it.reason().label()).orElse(null));
        insert.setString(6, answer.refusal().map(Refusal::detail).orElse(null));
        insert.addBatch();
    }

    private static void identify(String room, Answer.Key command, PreparedStatement statement) throws SQLException {
        statement.setString(1, room);
        statement.setInt(2, command.player());
        statement.setString(3, command.id());
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

    List<Answer> answers(String room, Collection<Answer.Key> commands) throws SQLException {
        List<Answer> answers = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(SELECT_ANSWER)) {
            for (Answer.Key command : commands) {
                identify(room, command, select);
                try (ResultSet rows = select.executeQuery()) {
                    if (rows.next()) {
                        answers.add(answer(command, rows));
                    }
                }
            }
        }
        return answers;
    }

    private static Answer answer(Answer.Key command, ResultSet row) throws SQLException {
        Optional<String> reason = Optional.ofNullable(row.getString(2));
        String detail = row.getString(3);
        Optional<Refusal> refusal = reason.map(label -> new Refusal(Refusal.Reason.of(label), detail));
        return new Answer(command.player(), command.id(), row.getLong(1), refusal);
    }
}
