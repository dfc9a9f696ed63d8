package org.parlor.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parlor.log.Append;
import org.parlor.log.CommandId;
import org.parlor.log.RefusedCommand;
import org.parlor.log.StoredEvent;

/** The SQL of events and refusals, in the words that SQLite and PostgreSQL share. */
final class EventTable {

    private static final String INSERT_EVENT =
            """
            INSERT INTO event (room, seq, at, type, version, body, secret, player, command)
            SELECT id, ?, ?, ?, ?, ?, ?, ?, ? FROM room WHERE name = ?
            ON CONFLICT DO NOTHING
            """;

    /** Where the log goes on already, nothing is inserted: what was decided on an older state might be decided otherwise now. */
    private static final String INSERT_REFUSAL =
            """
            INSERT INTO refusal (room, player, slot, number, id, seq, reason, detail)
            SELECT id, ?, ?, ?, ?, ?, ?, ? FROM room
             WHERE name = ? AND NOT EXISTS (SELECT 1 FROM event WHERE event.room = room.id AND event.seq > ?)
            ON CONFLICT (room, player, slot) DO UPDATE
               SET number = excluded.number, id = excluded.id, seq = excluded.seq,
                   reason = excluded.reason, detail = excluded.detail
            """;

    private static final String SELECT_EVENTS =
            """
            SELECT seq, at, type, version, body, secret, player, command FROM event
             WHERE room = (SELECT id FROM room WHERE name = ?) AND seq > ? ORDER BY seq
            """;

    private static final String SELECT_REFUSALS =
            """
            SELECT player, id, number, seq, reason, detail FROM refusal
             WHERE room = (SELECT id FROM room WHERE name = ?)
            """;

    /** Needs what an insert needs, and changes nothing. */
    private static final String PROBE = "DELETE FROM event WHERE 1 = 0";

    private final Connection connection;

    EventTable(Connection connection) {
        this.connection = connection;
    }

    /** Makes sure that there is a database to write to. */
    void probe() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(PROBE);
        }
    }

    /**
     * Inserts events and refusals of rooms, each append unless another writer has the first of its numbers already. Whoever has the
     * first has the right to the rest, since a log has no gaps; so the first of each are asked for, and then the rest is inserted.
     * As many round trips to the database, however many appends there are.
     *
     * @return for each append whether it was inserted
     */
    boolean[] insert(List<Append> appends) throws SQLException {
        boolean[] won = new boolean[appends.size()];
        List<Append> winners = new ArrayList<>();
        try (PreparedStatement first = connection.prepareStatement(INSERT_EVENT)) {
            int[] inserted = insertFirst(appends, first);
            int next = 0;
            for (int i = 0; i < won.length; i++) {
                won[i] = appends.get(i).events().isEmpty() || isInserted(inserted[next++]);
                if (won[i]) {
                    winners.add(appends.get(i));
                }
            }
            insertRest(winners, first);
        }
        insertRefusals(appends, won);
        return won;
    }

    private static int[] insertFirst(List<Append> appends, PreparedStatement insert) throws SQLException {
        for (Append append : appends) {
            if (!append.events().isEmpty()) {
                add(append.room(), append.events().get(0), insert);
            }
        }
        return insert.executeBatch();
    }

    private static void insertRest(List<Append> winners, PreparedStatement insert) throws SQLException {
        boolean isThereMore = false;
        for (Append append : winners) {
            for (StoredEvent event : append.events()
                    .subList(
                            Math.min(1, append.events().size()), append.events().size())) {
                add(append.room(), event, insert);
                isThereMore = true;
            }
        }
        if (isThereMore) {
            insert.executeBatch();
        }
    }

    /** Who has refusals alone can still lose. */
    private void insertRefusals(List<Append> appends, boolean[] won) throws SQLException {
        List<Integer> asked = new ArrayList<>();
        for (int i = 0; i < won.length; i++) {
            if (won[i] && !appends.get(i).refusals().isEmpty()) {
                asked.add(i);
            }
        }
        if (asked.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(INSERT_REFUSAL)) {
            for (int i : asked) {
                for (RefusedCommand refused : appends.get(i).refusals()) {
                    add(appends.get(i), refused, insert);
                }
            }
            int[] inserted = insert.executeBatch();
            int next = 0;
            for (int i : asked) {
                won[i] = isInserted(inserted[next]);
                next += appends.get(i).refusals().size();
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

    private static void add(String room, StoredEvent event, PreparedStatement insert) throws SQLException {
        insert.setLong(1, event.seq());
        insert.setLong(2, event.at());
        insert.setString(3, event.type());
        insert.setInt(4, event.version());
        insert.setString(5, event.body());
        insert.setString(6, event.secret().orElse(null));
        if (event.command().isPresent()) {
            insert.setInt(7, event.command().get().player());
            insert.setString(8, event.command().get().id());
        } else {
            insert.setNull(7, Types.INTEGER);
            insert.setNull(8, Types.VARCHAR);
        }
        insert.setString(9, room);
        insert.addBatch();
    }

    private static void add(Append append, RefusedCommand refused, PreparedStatement insert) throws SQLException {
        insert.setInt(1, refused.command().player());
        insert.setInt(2, refused.slot());
        insert.setLong(3, refused.number());
        insert.setString(4, refused.command().id());
        insert.setLong(5, refused.seq());
        insert.setString(6, refused.reason());
        insert.setString(7, refused.detail());
        insert.setString(8, append.room());
        insert.setLong(9, append.end());
        insert.addBatch();
    }

    List<StoredEvent> events(String room, long since) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT_EVENTS)) {
            select.setString(1, room);
            select.setLong(2, since);
            List<StoredEvent> events = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    events.add(event(rows));
                }
            }
            return events;
        }
    }

    private static StoredEvent event(ResultSet row) throws SQLException {
        Optional<String> id = Optional.ofNullable(row.getString(8));
        int player = row.getInt(7);
        return new StoredEvent(
                row.getLong(1),
                row.getLong(2),
                row.getString(3),
                row.getInt(4),
                row.getString(5),
                Optional.ofNullable(row.getString(6)),
                id.map(it -> new CommandId(player, it)));
    }

    List<RefusedCommand> refusals(String room) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT_REFUSALS)) {
            select.setString(1, room);
            List<RefusedCommand> refusals = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    CommandId command = new CommandId(rows.getInt(1), rows.getString(2));
                    refusals.add(new RefusedCommand(
                            command, rows.getLong(3), rows.getLong(4), rows.getString(5), rows.getString(6)));
                }
            }
            return refusals;
        }
    }
}
