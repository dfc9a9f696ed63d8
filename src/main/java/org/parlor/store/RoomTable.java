package org.parlor.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.parlor.log.Append;
import org.parlor.log.DirectoryEntry;
import org.parlor.log.DirectoryEntry.SeatEntry;

/** The SQL of the directory, in the words that SQLite and PostgreSQL share. */
final class RoomTable {

    private static final String INSERT = "INSERT INTO room (name) VALUES (?) ON CONFLICT DO NOTHING";

    private static final String UPDATE =
            """
            UPDATE room SET game = ?, options = ?, status = ?, deadline = ?, changed = ?, outcome = ? WHERE name = ?
            """;

    private static final String DELETE_SEATS = "DELETE FROM seat WHERE room = (SELECT id FROM room WHERE name = ?)";
    private static final String INSERT_SEAT =
            "INSERT INTO seat (room, seat, name, guest) SELECT id, ?, ?, ? FROM room WHERE name = ?";
    private static final String SELECT_DUE = "SELECT name FROM room WHERE deadline <= ? ORDER BY deadline LIMIT ?";

    private final Connection connection;

    RoomTable(Connection connection) {
        this.connection = connection;
    }

    /** Makes rows for the rooms whose logs begin here, if there are none. */
    void insertNew(List<Append> appends) throws SQLException {
        List<String> rooms =
                appends.stream().filter(Append::isFirst).map(Append::room).toList();
        if (rooms.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (String room : rooms) {
                insert.setString(1, room);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** Says of rooms what is new of them. */
    void update(List<Append> appends) throws SQLException {
        List<Append> changed =
                appends.stream().filter(append -> append.entry().isPresent()).toList();
        if (changed.isEmpty()) {
            return;
        }
        try (PreparedStatement update = connection.prepareStatement(UPDATE);
                PreparedStatement delete = connection.prepareStatement(DELETE_SEATS);
                PreparedStatement insert = connection.prepareStatement(INSERT_SEAT)) {
            for (Append append : changed) {
                DirectoryEntry entry = append.entry().orElseThrow();
                addUpdate(append.room(), entry, update);
                delete.setString(1, append.room());
                delete.addBatch();
                for (SeatEntry seat : entry.seats()) {
                    addSeat(append.room(), seat, insert);
                }
            }
            update.executeBatch();
            delete.executeBatch();
            insert.executeBatch();
        }
    }

    private static void addUpdate(String room, DirectoryEntry entry, PreparedStatement update) throws SQLException {
        update.setString(1, entry.game());
        update.setString(2, inWords(entry.options()));
        update.setString(3, entry.status());
        setTime(4, entry.deadline(), update);
        update.setLong(5, entry.changedAt());
        update.setString(6, entry.outcome().orElse(null));
        update.setString(7, room);
        update.addBatch();
    }

    /** As in an address: names and values of options have neither of the signs between them. */
    private static String inWords(Map<String, String> options) {
        return new TreeMap<>(options)
                .entrySet().stream()
                        .map(option -> option.getKey() + "=" + option.getValue())
                        .collect(Collectors.joining("&"));
    }

    private static void setTime(int place, OptionalLong time, PreparedStatement statement) throws SQLException {
        if (time.isPresent()) {
            statement.setLong(place, time.getAsLong());
        } else {
            statement.setNull(place, Types.BIGINT);
        }
    }

    private static void addSeat(String room, SeatEntry seat, PreparedStatement insert) throws SQLException {
        insert.setString(1, seat.seat());
        insert.setString(2, seat.name());
        insert.setString(3, seat.guest().orElse(null));
        insert.setString(4, room);
        insert.addBatch();
    }

    /** The rooms in which something may be due until then. */
    List<String> due(long until, int most) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT_DUE)) {
            select.setLong(1, until);
            select.setInt(2, most);
            List<String> rooms = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    rooms.add(rows.getString(1));
                }
            }
            return rooms;
        }
    }
}
