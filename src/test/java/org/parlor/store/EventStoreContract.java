package org.parlor.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.parlor.log.Append.Result.OVERTAKEN;
import static org.parlor.log.Append.Result.STORED;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parlor.log.Append;
import org.parlor.log.CommandId;
import org.parlor.log.EventStore;
import org.parlor.log.RefusedCommand;
import org.parlor.log.StoreException;
import org.parlor.log.StoredEvent;

/** What every store promises of logs, on whatever database. */
abstract class EventStoreContract extends StoreTest {

    @Test
    void aRoomThatWasNeverStoredHasNoLog() {
        assertThat(store().read("r", -1)).isEmpty();
        assertThat(store().refusals("r")).isEmpty();
    }

    @Test
    void whatWasAppendedIsRead() throws Exception {
        StoredEvent secret =
                new StoredEvent(1, 1_795_792_550_665L, "seated", 7, "{\"a\":1}", Optional.of("0a1b"), Optional.empty());
        StoredEvent asked = event(2, new CommandId(3, "my id"));
        assertThat(get(store().append(append("r", event(0), secret)))).isEqualTo(STORED);
        assertThat(get(store().append(append("r", asked)))).isEqualTo(STORED);
        assertThat(store().read("r", -1)).containsExactly(event(0), secret, asked);
    }

    @Test
    void anAppendOfNothingStoresNothingAndTellsThatTheStoreCould() throws Exception {
        get(store().append(append("r", events(0, 1))));
        assertThat(get(store().append(Append.nothing()))).isEqualTo(STORED);
        assertThat(store().read("", -1)).isEmpty();
        assertThat(store().read("r", -1)).hasSize(2);
        assertThat(ask("SELECT count(*) FROM room")).containsExactly("1");
    }

    @Test
    void onlyWhatCameAfterIsRead() throws Exception {
        get(store().append(append("r", events(0, 4))));
        assertThat(store().read("r", 2)).containsExactly(event(3), event(4));
        assertThat(store().read("r", 4)).isEmpty();
        assertThat(store().read("r", 99)).isEmpty();
    }

    @Test
    void roomsAreKeptApart() throws Exception {
        get(store().append(append("r", events(0, 1))));
        get(store().append(append("R", events(0, 2))));
        get(store().append(append("r_", events(0, 3))));
        assertThat(store().read("r", -1)).hasSize(2);
        assertThat(store().read("R", -1)).hasSize(3);
        assertThat(store().read("r_", -1)).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u4e94\u5b50\u68cb",
                "\ud83d\ude00",
                "caf\u00e9 \u0645\u0631\u062d\u0628\u0627",
                "'; DROP TABLE event; --",
                "line\nbreak\ttab\\",
                ""
            })
    void anyTextIsReadAsItWasWritten(String text) throws Exception {
        CommandId command = new CommandId(1, "id " + text);
        StoredEvent event = new StoredEvent(0, 0, "said", 2, text, Optional.of(text), Optional.of(command));
        RefusedCommand refused = new RefusedCommand(command, 0, 0, "bad-move", text);
        Append append = new Append("r", List.of(event), List.of(refused), Optional.empty());
        assertThat(get(store().append(append))).isEqualTo(STORED);
        assertThat(store().read("r", -1)).containsExactly(event);
        assertThat(store().refusals("r")).containsExactly(refused);
    }

    @Test
    void aLongBodyIsReadAsItWasWritten() throws Exception {
        StoredEvent event = event(0, "\u4e94".repeat(100_000));
        get(store().append(append("r", event)));
        assertThat(store().read("r", -1)).containsExactly(event);
    }

    @Test
    void ofTwoWritersWithTheSameNumberOneIsFirst() throws Exception {
        SqlEventStore other = another();
        get(store().append(append("r", event(0))));
        assertThat(get(other.append(append("r", event(1, "theirs"))))).isEqualTo(STORED);
        assertThat(get(store().append(append("r", event(1, "ours"))))).isEqualTo(OVERTAKEN);
        assertThat(store().read("r", 0)).containsExactly(event(1, "theirs"));
        assertThat(get(store().append(append("r", event(2, "ours"))))).isEqualTo(STORED);
        assertThat(other.read("r", -1)).hasSize(3);
    }

    @Test
    void whoeverComesSecondStoresNothingAtAll() throws Exception {
        SqlEventStore other = another();
        get(store().append(append("r", events(0, 1))));
        Append late = new Append("r", events(1, 5), List.of(refused(1, 0, 5)), Optional.empty());
        assertThat(get(other.append(late))).isEqualTo(OVERTAKEN);
        assertThat(store().read("r", -1)).isEqualTo(events(0, 1));
        assertThat(store().refusals("r")).isEmpty();
    }

    @Test
    void ofTwoWhoOpenTheSameRoomOneIsFirst() throws Exception {
        SqlEventStore other = another();
        assertThat(get(store().append(append("r", event(0, "ours"), event(1))))).isEqualTo(STORED);
        assertThat(get(other.append(append("r", event(0, "theirs"), event(1))))).isEqualTo(OVERTAKEN);
        assertThat(store().read("r", -1)).containsExactly(event(0, "ours"), event(1));
        assertThat(ask("SELECT name FROM room")).containsExactly("r");
    }

    @Test
    void twoServersThatRaceMakeOneLogWithoutGaps() throws Exception {
        SqlEventStore other = another();
        List<Future<Integer>> wins = inThreads(List.of(() -> race(store(), "one"), () -> race(other, "two")));
        int all = wins.get(0).get(SECONDS, TimeUnit.SECONDS) + wins.get(1).get(SECONDS, TimeUnit.SECONDS);
        assertThat(all).isEqualTo(100);
        assertThat(store().read("r", -1))
                .extracting(StoredEvent::seq)
                .containsExactlyElementsOf(LongStream.range(0, 100).boxed().toList());
    }

    private static int race(EventStore store, String name) throws Exception {
        int wins = 0;
        for (long seq = 0; seq < 100; seq++) {
            wins += get(store.append(append("r", event(seq, name)))) == STORED ? 1 : 0;
        }
        return wins;
    }

    /** Each has many rooms in every commit, and whoever wins the first event of two wins the second too. */
    @Test
    void twoServersThatRaceForManyRoomsNeverWaitForEachOther() throws Exception {
        SqlEventStore other = another();
        List<String> rooms =
                IntStream.range(0, 20).mapToObj(room -> "room" + room).toList();
        List<String> backwards = new ArrayList<>(rooms);
        Collections.reverse(backwards);
        List<Future<Integer>> wins =
                inThreads(List.of(() -> race(store(), rooms, "one"), () -> race(other, backwards, "two")));
        int all = wins.get(0).get(SECONDS, TimeUnit.SECONDS) + wins.get(1).get(SECONDS, TimeUnit.SECONDS);
        assertThat(all).isEqualTo(20 * 20);
        for (String room : rooms) {
            List<StoredEvent> log = store().read(room, -1);
            assertThat(log).hasSize(40);
            for (int i = 0; i < 40; i += 2) {
                assertThat(log.get(i + 1).body()).isEqualTo(log.get(i).body());
            }
        }
    }

    private static int race(EventStore store, List<String> rooms, String name) throws Exception {
        int wins = 0;
        for (long seq = 0; seq < 40; seq += 2) {
            List<CompletionStage<Append.Result>> results = new ArrayList<>();
            for (String room : rooms) {
                results.add(store.append(append(room, event(seq, name), event(seq + 1, name))));
            }
            for (CompletionStage<Append.Result> result : results) {
                wins += get(result) == STORED ? 1 : 0;
            }
        }
        return wins;
    }

    @Test
    void manyRoomsAppendAtOnceEachInItsOrder() throws Exception {
        List<Future<Integer>> rooms = inThreads(IntStream.range(0, 8)
                .<Callable<Integer>>mapToObj(room -> () -> fill("room" + room))
                .toList());
        for (Future<Integer> room : rooms) {
            assertThat(room.get(SECONDS, TimeUnit.SECONDS)).isEqualTo(200);
        }
        for (int room = 0; room < 8; room++) {
            assertThat(store().read("room" + room, -1)).isEqualTo(events(0, 199));
        }
    }

    /** Appends without waiting, so that many appends of one room share a commit. */
    private int fill(String room) throws Exception {
        List<CompletionStage<Append.Result>> results = new ArrayList<>();
        for (long seq = 0; seq < 200; seq++) {
            results.add(store().append(append(room, event(seq))));
        }
        int stored = 0;
        for (CompletionStage<Append.Result> result : results) {
            stored += get(result) == STORED ? 1 : 0;
        }
        return stored;
    }

    @Test
    void anAppendThatTheDatabaseRejectsFailsWithAStoreException() {
        assertThatThrownBy(() -> get(store().append(append("r", event(0, (String) null)))))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(StoreException.class);
    }

    @Test
    void anAppendThatTheDatabaseRejectsStoresNothingAndTheNextOneWorks() throws Exception {
        assertThat(store().append(append("r", event(0), event(1, (String) null))))
                .failsWithin(Duration.ofSeconds(SECONDS));
        assertThat(store().read("r", -1)).isEmpty();
        assertThat(ask("SELECT count(*) FROM room")).containsExactly("0");
        assertThat(get(store().append(append("r", event(0))))).isEqualTo(STORED);
    }

    @Test
    void closingCommitsWhatWaits() throws Exception {
        List<CompletionStage<Append.Result>> results = new ArrayList<>();
        for (long seq = 0; seq < 2000; seq++) {
            results.add(store().append(append("r", event(seq))));
        }
        store().close();
        assertThat(results).allSatisfy(result -> assertThat(get(result)).isEqualTo(STORED));
        assertThat(reopened(StoreMetrics.NONE).read("r", -1)).isEqualTo(events(0, 1999));
    }

    @Test
    void aClosedStoreFailsWhatIsAsked() throws Exception {
        store().close();
        assertThatThrownBy(() -> get(store().append(append("r", event(0))))).hasCauseInstanceOf(StoreException.class);
        assertThatThrownBy(() -> store().read("r", -1)).isInstanceOf(StoreException.class);
        assertThatThrownBy(() -> store().refusals("r")).isInstanceOf(StoreException.class);
        assertThatThrownBy(() -> store().due(0, 1)).isInstanceOf(StoreException.class);
    }

    @Test
    void closingTwiceDoesNothing() throws Exception {
        store().close();
        store().close();
        assertThat(reopened(StoreMetrics.NONE).read("r", -1)).isEmpty();
    }

    @Test
    void everyAppendIsAnsweredWheneverTheStoreCloses() throws Exception {
        List<Future<Integer>> writers = inThreads(IntStream.range(0, 4)
                .<Callable<Integer>>mapToObj(room -> () -> fillUntilClosed(store(), "room" + room))
                .toList());
        get(store().append(append("r", event(0))));
        SqlEventStore reopened = reopened(StoreMetrics.NONE);
        for (int room = 0; room < 4; room++) {
            assertThat(reopened.read("room" + room, -1))
                    .hasSize(writers.get(room).get(SECONDS, TimeUnit.SECONDS));
        }
    }

    private static int fillUntilClosed(EventStore store, String room) throws Exception {
        for (int seq = 0; ; seq++) {
            try {
                get(store.append(append(room, event(seq))));
            } catch (ExecutionException closed) {
                assertThat(closed).hasCauseInstanceOf(StoreException.class);
                return seq;
            }
        }
    }

    @Test
    void reopeningFindsEverything() throws Exception {
        Append append = new Append("r", events(0, 3), List.of(refused(1, 0, 3)), Optional.empty());
        get(store().append(append));
        SqlEventStore reopened = reopened(StoreMetrics.NONE);
        assertThat(reopened.read("r", -1)).isEqualTo(events(0, 3));
        assertThat(reopened.refusals("r")).isEqualTo(append.refusals());
        assertThat(get(reopened.append(append("r", event(4))))).isEqualTo(STORED);
    }
}
