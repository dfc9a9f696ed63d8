package org.parlor.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parlor.log.Append.Result.OVERTAKEN;
import static org.parlor.log.Append.Result.STORED;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.parlor.log.Append;
import org.parlor.log.DirectoryEntry;
import org.parlor.log.DirectoryEntry.SeatEntry;
import org.parlor.log.StoredEvent;

/** What every store promises of the directory, on whatever database. */
abstract class DirectoryContract extends StoreTest {

    private static final SeatEntry ANN = new SeatEntry("black", "Ann", Optional.of("0a1b2c3d"));
    private static final SeatEntry BOB = new SeatEntry("white", "\u4e94 '\ud83d\ude00", Optional.empty());

    private static DirectoryEntry entry(String status, OptionalLong deadline, long changedAt, SeatEntry... seats) {
        return new DirectoryEntry(
                "gomoku",
                Map.of("size", "15", "rule", "renju"),
                status,
                List.of(seats),
                deadline,
                changedAt,
                Optional.empty());
    }

    private static DirectoryEntry due(long deadline) {
        return entry("playing", OptionalLong.of(deadline), 1);
    }

    private List<String> row(String room) throws SQLException {
        return ask(
                "SELECT name, game, options, status, deadline, changed, outcome FROM room WHERE name = '" + room + "'");
    }

    private List<String> seats(String room) throws SQLException {
        return ask("SELECT seat.seat, seat.name, guest FROM seat JOIN room ON room.id = seat.room WHERE room.name = '"
                + room + "' ORDER BY seat.seat");
    }

    @Test
    void aRoomHasARowFromItsFirstEventOn() throws Exception {
        get(store().append(append("r", events(0, 1), entry("waiting", OptionalLong.empty(), 1001, ANN))));
        assertThat(row("r")).containsExactly("r|gomoku|rule=renju&size=15|waiting|null|1001|null");
        assertThat(seats("r")).containsExactly("black|Ann|0a1b2c3d");
        get(store().append(append("another", event(0))));
        assertThat(row("another")).containsExactly("another|null|null|null|null|null|null");
    }

    @Test
    void theRowSaysWhatTheLatestEntrySays() throws Exception {
        get(store().append(append("r", events(0, 1), entry("waiting", OptionalLong.empty(), 1001, ANN))));
        get(store().append(append("r", events(2, 3), entry("playing", OptionalLong.of(99_000), 1003, ANN, BOB))));
        assertThat(row("r")).containsExactly("r|gomoku|rule=renju&size=15|playing|99000|1003|null");
        assertThat(seats("r")).containsExactly("black|Ann|0a1b2c3d", "white|\u4e94 '\ud83d\ude00|null");
        DirectoryEntry over = new DirectoryEntry(
                "gomoku",
                Map.of(),
                "over",
                List.of(BOB),
                OptionalLong.empty(),
                1004,
                Optional.of("five black=1 white=2"));
        get(store().append(append("r", events(4, 4), over)));
        assertThat(row("r")).containsExactly("r|gomoku||over|null|1004|five black=1 white=2");
        assertThat(seats("r")).containsExactly("white|\u4e94 '\ud83d\ude00|null");
    }

    @Test
    void playersWhoChangeSeatsAreFoundWhereTheySit() throws Exception {
        get(store().append(append("r", events(0, 0), entry("playing", OptionalLong.empty(), 1, ANN, BOB))));
        SeatEntry ann = new SeatEntry("white", ANN.name(), ANN.guest());
        SeatEntry bob = new SeatEntry("black", BOB.name(), BOB.guest());
        get(store().append(append("r", events(1, 1), entry("playing", OptionalLong.empty(), 2, bob, ann))));
        assertThat(seats("r")).containsExactly("black|\u4e94 '\ud83d\ude00|null", "white|Ann|0a1b2c3d");
        assertThat(ask("SELECT room.name FROM seat JOIN room ON room.id = seat.room WHERE guest = '0a1b2c3d'"))
                .containsExactly("r");
    }

    @Test
    void whatDoesNotTouchTheDirectoryLeavesItAsItIs() throws Exception {
        get(store().append(append("r", events(0, 0), entry("playing", OptionalLong.of(7), 1, ANN))));
        List<String> before = row("r");
        get(store().append(append("r", event(1))));
        get(store().append(refusal("r", refused(1, 0, 1))));
        get(store().append(append("other", events(0, 0), entry("over", OptionalLong.empty(), 2, BOB))));
        assertThat(row("r")).isEqualTo(before);
        assertThat(seats("r")).containsExactly("black|Ann|0a1b2c3d");
    }

    @Test
    void whoeverComesSecondChangesNothingInTheDirectory() throws Exception {
        SqlEventStore other = another();
        get(store().append(append("r", events(0, 1), entry("over", OptionalLong.empty(), 2, ANN))));
        assertThat(get(other.append(append("r", events(1, 1), entry("playing", OptionalLong.of(3), 3, BOB)))))
                .isEqualTo(OVERTAKEN);
        assertThat(row("r")).containsExactly("r|gomoku|rule=renju&size=15|over|null|2|null");
        assertThat(seats("r")).containsExactly("black|Ann|0a1b2c3d");
    }

    /** A room that comes back from the store may have nothing to log, but a deadline that the directory does not know. */
    @Test
    void anEntryIsTakenWithoutAnEvent() throws Exception {
        get(store().append(append("r", events(0, 0), due(5))));
        assertThat(get(store().append(append("r", List.of(), due(9))))).isEqualTo(STORED);
        assertThat(store().due(8, 10)).isEmpty();
        assertThat(store().due(9, 10)).containsExactly("r");
    }

    /** Whichever of two servers wins an event, the directory speaks of the state after the last one. */
    @Test
    void ofTwoServersThatRaceTheDirectoryKeepsWhatTheLatestEventsSay() throws Exception {
        SqlEventStore other = another();
        List<Future<Integer>> wins = inThreads(List.of(() -> race(store(), "one"), () -> race(other, "two")));
        assertThat(wins.get(0).get(SECONDS, TimeUnit.SECONDS) + wins.get(1).get(SECONDS, TimeUnit.SECONDS))
                .isEqualTo(100);
        List<StoredEvent> log = store().read("r", -1);
        String winner = log.get(log.size() - 1).body();
        assertThat(row("r")).containsExactly("r|gomoku|rule=renju&size=15|playing|null|99|null");
        assertThat(seats("r")).containsExactly("black|" + winner + "|null");
    }

    private static int race(SqlEventStore store, String name) throws Exception {
        int wins = 0;
        for (long seq = 0; seq < 100; seq++) {
            SeatEntry seat = new SeatEntry("black", name, Optional.empty());
            DirectoryEntry entry = entry("playing", OptionalLong.empty(), seq, seat);
            wins += get(store.append(append("r", List.of(event(seq, name)), entry))) == STORED ? 1 : 0;
        }
        return wins;
    }

    @Test
    void whatIsDueIsFoundTheLongestDueFirst() throws Exception {
        get(store().append(append("later", events(0, 0), due(300))));
        get(store().append(append("first", events(0, 0), due(-1))));
        get(store().append(append("second", events(0, 0), due(200))));
        get(store().append(append("never", events(0, 0), entry("waiting", OptionalLong.empty(), 1))));
        get(store().append(append("unknown", event(0))));
        assertThat(store().due(199, 10)).containsExactly("first");
        assertThat(store().due(200, 10)).containsExactly("first", "second");
        assertThat(store().due(Long.MAX_VALUE, 10)).containsExactly("first", "second", "later");
        assertThat(store().due(Long.MAX_VALUE, 2)).containsExactly("first", "second");
        assertThat(store().due(-2, 10)).isEmpty();
    }

    @Test
    void whatWasDueAndIsNotAnyMoreIsNotFound() throws Exception {
        get(store().append(append("r", events(0, 0), due(100))));
        get(store().append(append("r", events(1, 1), due(500))));
        assertThat(store().due(499, 10)).isEmpty();
        get(store().append(append("r", events(2, 2), entry("over", OptionalLong.empty(), 3))));
        assertThat(store().due(Long.MAX_VALUE, 10)).isEmpty();
    }

    @Test
    void twoServersThatWriteTheDirectoryOfTheSameRoomsNeverWaitForEachOther() throws Exception {
        SqlEventStore other = another();
        List<String> rooms = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            rooms.add("room" + i);
            get(store().append(append("room" + i, event(0))));
        }
        inThreads(List.of(() -> writeAll(store(), rooms), () -> writeAll(other, rooms)))
                .forEach(stored -> assertThat(stored)
                        .succeedsWithin(Duration.ofSeconds(SECONDS))
                        .isEqualTo(400));
    }

    private static int writeAll(SqlEventStore store, List<String> rooms) throws Exception {
        int stored = 0;
        for (int i = 0; i < 20; i++) {
            List<CompletionStage<Append.Result>> results = new ArrayList<>();
            for (String room : rooms) {
                results.add(store.append(append(room, List.of(), entry("playing", OptionalLong.of(i), i, ANN, BOB))));
            }
            for (CompletionStage<Append.Result> result : results) {
                stored += get(result) == STORED ? 1 : 0;
            }
        }
        return stored;
    }
}
