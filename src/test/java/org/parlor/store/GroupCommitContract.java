package org.parlor.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parlor.log.Append.Result.OVERTAKEN;
import static org.parlor.log.Append.Result.STORED;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parlor.log.Append;
import org.parlor.log.DirectoryEntry;

/** What becomes of appends that share a commit, on whatever database. */
abstract class GroupCommitContract extends StoreTest {

    private final CountDownLatch holding = new CountDownLatch(1);
    private final CountDownLatch together = new CountDownLatch(1);
    private final BlockingQueue<Integer> commits = new LinkedBlockingQueue<>();
    private SqlEventStore held;

    /** The writer stops at its first commit, so that whatever is appended meanwhile goes into the second. */
    @BeforeEach
    void holdTheWriter() throws IOException, InterruptedException {
        held = reopened(new StoreMetrics() {
            @Override
            public void writing() {
                holding.countDown();
                awaitAll();
            }

            @Override
            public void committed(int appends, long nanos) {
                commits.add(appends);
            }
        });
        held.append(Append.nothing());
        holding.await();
    }

    private void awaitAll() {
        try {
            together.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Append.Result> commitTogether(List<Append> appends) throws Exception {
        List<CompletionStage<Append.Result>> stages = new ArrayList<>();
        appends.forEach(append -> stages.add(held.append(append)));
        together.countDown();
        List<Append.Result> results = new ArrayList<>();
        for (CompletionStage<Append.Result> stage : stages) {
            results.add(get(stage));
        }
        return results;
    }

    private static DirectoryEntry entry(String status) {
        return new DirectoryEntry("gomoku", Map.of(), status, List.of(), OptionalLong.empty(), 1, Optional.empty());
    }

    @Test
    void whateverWaitsSharesACommit() throws Exception {
        List<Append> appends = new ArrayList<>();
        for (int room = 0; room < 300; room++) {
            appends.add(append("room" + room, events(0, room % 4)));
        }
        assertThat(commitTogether(appends)).hasSize(300).containsOnly(STORED);
        assertThat(commits).containsExactly(1, 300);
        for (int room = 0; room < 300; room++) {
            assertThat(held.read("room" + room, -1)).isEqualTo(events(0, room % 4));
        }
    }

    @Test
    void ofThoseThatShareACommitEachIsStoredOrOvertakenByItself() throws Exception {
        SqlEventStore other = another();
        for (String room : List.of("b", "d", "f")) {
            get(other.append(append(room, event(0), event(1, "theirs"))));
        }
        List<Append> appends = new ArrayList<>();
        for (String room : List.of("f", "a", "d", "c", "b", "e")) {
            boolean late = List.of("b", "d", "f").contains(room);
            appends.add(new Append(
                    room,
                    late ? events(1, 3) : events(0, 3),
                    List.of(refused(1, 0, 3)),
                    Optional.of(entry("playing"))));
        }
        assertThat(commitTogether(appends)).containsExactly(OVERTAKEN, STORED, OVERTAKEN, STORED, OVERTAKEN, STORED);
        for (String room : List.of("a", "c", "e")) {
            assertThat(held.read(room, -1)).isEqualTo(events(0, 3));
            assertThat(held.refusals(room)).containsExactly(refused(1, 0, 3));
        }
        for (String room : List.of("b", "d", "f")) {
            assertThat(held.read(room, -1)).containsExactly(event(0), event(1, "theirs"));
            assertThat(held.refusals(room)).isEmpty();
        }
        assertThat(ask("SELECT name FROM room WHERE status = 'playing' ORDER BY name"))
                .containsExactly("a", "c", "e");
    }

    @Test
    void refusalsThatShareACommitAreKeptOrOvertakenEachByItself() throws Exception {
        SqlEventStore other = another();
        get(other.append(append("a", event(0))));
        get(other.append(append("b", event(0), event(1))));
        get(other.append(append("c", event(0))));
        List<Append> appends = List.of(
                refusal("c", refused(1, 0, 0), refused(1, 1, 0)),
                refusal("b", refused(1, 0, 0), refused(1, 1, 0), refused(2, 0, 0)),
                refusal("a", refused(2, 0, 0)),
                append("d", event(0)),
                Append.nothing());
        assertThat(commitTogether(appends)).containsExactly(STORED, OVERTAKEN, STORED, STORED, STORED);
        assertThat(held.refusals("a")).containsExactly(refused(2, 0, 0));
        assertThat(held.refusals("b")).isEmpty();
        assertThat(held.refusals("c")).hasSize(2);
    }

    @Test
    void ofTwoThatOpenTheSameRoomInOneCommitTheFirstWins() throws Exception {
        List<Append> appends = List.of(
                append("r", event(0, "one"), event(1, "one")),
                append("r", event(0, "two"), event(1, "two"), event(2, "two")));
        assertThat(commitTogether(appends)).containsExactly(STORED, OVERTAKEN);
        assertThat(held.read("r", -1)).containsExactly(event(0, "one"), event(1, "one"));
    }

    @Test
    void oneThatTheDatabaseRejectsFailsAllThatShareItsCommitAndStoresNoneOfThem() throws Exception {
        CompletionStage<Append.Result> good = held.append(append("good", event(0)));
        CompletionStage<Append.Result> bad = held.append(append("bad", event(0, (String) null)));
        together.countDown();
        assertThat(good).failsWithin(Duration.ofSeconds(SECONDS));
        assertThat(bad).failsWithin(Duration.ofSeconds(SECONDS));
        assertThat(held.read("good", -1)).isEmpty();
        assertThat(get(held.append(append("good", event(0))))).isEqualTo(STORED);
    }
}
