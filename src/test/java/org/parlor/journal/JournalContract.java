package org.parlor.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parlor.room.Answer;
import org.parlor.room.Journal;
import org.parlor.room.JournalException;
import org.parlor.room.Line;
import org.parlor.room.Refusal;

/** What every journal promises, on whatever database. */
abstract class JournalContract {

    private static final int SECONDS = 30;

    private final List<SqlJournal> opened = new ArrayList<>();
    private SqlJournal journal;

    /** Opens the database of this test, the same one at every call. */
    abstract SqlJournal open();

    @BeforeEach
    void openJournal() {
        journal = another();
    }

    @AfterEach
    void closeJournals() throws IOException {
        for (SqlJournal it : opened) {
            it.close();
        }
    }

    /** A further journal on the same database, as another server has it. */
    private SqlJournal another() {
        SqlJournal another = open();
        opened.add(another);
        return another;
    }

    static Line line(long seq) {
        return new Line(seq, "{\"seq\":" + seq + "}", Optional.empty());
    }

    private static List<Line> lines(long first, long last) {
        return LongStream.rangeClosed(first, last)
                .mapToObj(JournalContract::line)
                .toList();
    }

    static <T> T get(CompletionStage<T> stage) throws InterruptedException, ExecutionException, TimeoutException {
        return stage.toCompletableFuture().get(SECONDS, TimeUnit.SECONDS);
    }

    private static boolean append(Journal journal, String room, List<Line> lines) throws Exception {
        return get(journal.append(room, lines, List.of()));
    }

    @Test
    void aRoomThatWasNeverStoredHasNoLog() {
        assertThat(journal.read("r", -1)).isEmpty();
        assertThat(journal.answers("r", List.of(new Answer.Key(1, "1")))).isEmpty();
    }

    @Test
    void whatWasAppendedIsRead() throws Exception {
        Line secret = new Line(1, "{\"type\":\"seated\"}", Optional.of("0a1b"));
        assertThat(append(journal, "r", List.of(line(0), secret))).isTrue();
        assertThat(append(journal, "r", List.of(line(2)))).isTrue();
        assertThat(journal.read("r", -1)).containsExactly(line(0), secret, line(2));
    }

    @Test
    void anAppendOfNothingStoresNothingAndTellsThatTheJournalCould() throws Exception {
        append(journal, "r", lines(0, 1));
        assertThat(append(journal, "", List.of())).isTrue();
        assertThat(journal.read("", -1)).isEmpty();
        assertThat(journal.read("r", -1)).hasSize(2);
    }

    @Test
    void onlyWhatCameAfterIsRead() throws Exception {
        append(journal, "r", lines(0, 4));
        assertThat(journal.read("r", 2)).containsExactly(line(3), line(4));
        assertThat(journal.read("r", 4)).isEmpty();
        assertThat(journal.read("r", 99)).isEmpty();
    }

    @Test
    void roomsAreKeptApart() throws Exception {
        append(journal, "r", lines(0, 1));
        append(journal, "R", lines(0, 2));
        append(journal, "r_", lines(0, 3));
        assertThat(journal.read("r", -1)).hasSize(2);
        assertThat(journal.read("R", -1)).hasSize(3);
        assertThat(journal.read("r_", -1)).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u4e94\u5b50\u68cb",
                "\ud83d\ude00",
                "caf\u00e9 \u0645\u0631\u062d\u0628\u0627",
                "'; DROP TABLE log; --",
                "line\nbreak\ttab\\",
                ""
            })
    void anyTextIsReadAsItWasWritten(String text) throws Exception {
        Line line = new Line(0, text, Optional.of(text));
        Answer answer = new Answer(1, "id " + text, 0, Optional.of(new Refusal(Refusal.Reason.BAD_MOVE, text)));
        assertThat(get(journal.append("r", List.of(line), List.of(answer)))).isTrue();
        assertThat(journal.read("r", -1)).containsExactly(line);
        assertThat(journal.answers("r", List.of(answer.key()))).containsExactly(answer);
    }

    @Test
    void aLongLineIsReadAsItWasWritten() throws Exception {
        Line line = new Line(0, "\u4e94".repeat(100_000), Optional.empty());
        append(journal, "r", List.of(line));
        assertThat(journal.read("r", -1)).containsExactly(line);
    }

    @Test
    void answersAreReadAsTheyWereKept() throws Exception {
        List<Answer> answers = new ArrayList<>();
        answers.add(new Answer(1, "1", 4, Optional.empty()));
        answers.add(new Answer(2, "1", 5, Optional.empty()));
        for (Refusal.Reason reason : Refusal.Reason.values()) {
            answers.add(new Answer(1, reason.label(), 5, Optional.of(new Refusal(reason, "because"))));
        }
        assertThat(get(journal.append("r", List.of(line(0)), answers))).isTrue();
        List<Answer.Key> commands = answers.stream().map(Answer::key).toList();
        assertThat(journal.answers("r", commands)).containsExactlyInAnyOrderElementsOf(answers);
        assertThat(journal.answers("another", commands)).isEmpty();
        assertThat(journal.answers("r", List.of(new Answer.Key(2, "2")))).isEmpty();
    }

    @Test
    void answersCanBeKeptWithoutAnEvent() throws Exception {
        Answer answer = new Answer(1, "1", 0, Optional.of(new Refusal(Refusal.Reason.NOT_YOUR_TURN, "wait")));
        append(journal, "r", lines(0, 0));
        assertThat(get(journal.append("r", List.of(), List.of(answer)))).isTrue();
        assertThat(journal.answers("r", List.of(answer.key()))).containsExactly(answer);
        assertThat(journal.read("r", -1)).hasSize(1);
    }

    @Test
    void aCommandThatWasAnsweredIsNotStoredASecondTime() throws Exception {
        Answer first = new Answer(1, "1", 1, Optional.empty());
        Answer other = new Answer(1, "2", 2, Optional.empty());
        get(journal.append("r", lines(0, 1), List.of(first)));
        for (List<Line> next : List.of(lines(2, 3), List.<Line>of())) {
            Answer second = new Answer(1, "1", 2, Optional.empty());
            assertThat(get(journal.append("r", next, List.of(other, second)))).isFalse();
            assertThat(journal.read("r", -1)).isEqualTo(lines(0, 1));
            assertThat(journal.answers("r", List.of(first.key(), other.key()))).containsExactly(first);
        }
        assertThat(get(journal.append("r", lines(2, 2), List.of(other)))).isTrue();
        assertThat(get(journal.append("another", lines(0, 0), List.of(first)))).isTrue();
    }

    @Test
    void ofTwoServersThatAnswerTheSameCommandOneIsFirst() throws Exception {
        SqlJournal other = another();
        append(journal, "r", lines(0, 0));
        int commands = 100;
        List<Future<Integer>> wins =
                inThreads(List.of(() -> answer(journal, 1, commands), () -> answer(other, 2, commands)));
        int all = wins.get(0).get(SECONDS, TimeUnit.SECONDS) + wins.get(1).get(SECONDS, TimeUnit.SECONDS);
        assertThat(all).isEqualTo(commands);
    }

    private static int answer(Journal journal, long seq, int commands) throws Exception {
        int wins = 0;
        for (int i = 0; i < commands; i++) {
            Answer answer = new Answer(1, "id" + i, seq, Optional.empty());
            wins += get(journal.append("r", List.of(), List.of(answer))) ? 1 : 0;
        }
        return wins;
    }

    @Test
    void ofTwoWritersWithTheSameNumberOneIsFirst() throws Exception {
        SqlJournal other = another();
        append(journal, "r", lines(0, 0));
        assertThat(append(other, "r", List.of(new Line(1, "theirs", Optional.empty()))))
                .isTrue();
        assertThat(append(journal, "r", List.of(new Line(1, "ours", Optional.empty()))))
                .isFalse();
        assertThat(journal.read("r", 0)).containsExactly(new Line(1, "theirs", Optional.empty()));
        assertThat(append(journal, "r", List.of(new Line(2, "ours", Optional.empty()))))
                .isTrue();
        assertThat(other.read("r", -1)).hasSize(3);
    }

    @Test
    void whoeverComesSecondStoresNothingAtAll() throws Exception {
        SqlJournal other = another();
        append(journal, "r", lines(0, 1));
        Answer answer = new Answer(1, "1", 1, Optional.empty());
        assertThat(get(other.append("r", lines(1, 5), List.of(answer)))).isFalse();
        assertThat(journal.read("r", -1)).isEqualTo(lines(0, 1));
        assertThat(journal.answers("r", List.of(answer.key()))).isEmpty();
    }

    @Test
    void twoServersThatRaceMakeOneLogWithoutGaps() throws Exception {
        SqlJournal other = another();
        List<Future<Integer>> wins = inThreads(List.of(() -> race(journal, "one"), () -> race(other, "two")));
        int all = wins.get(0).get(SECONDS, TimeUnit.SECONDS) + wins.get(1).get(SECONDS, TimeUnit.SECONDS);
        assertThat(all).isEqualTo(100);
        assertThat(journal.read("r", -1))
                .extracting(Line::seq)
                .containsExactlyElementsOf(LongStream.range(0, 100).boxed().toList());
    }

    private static int race(Journal journal, String name) throws Exception {
        int wins = 0;
        for (long seq = 0; seq < 100; seq++) {
            if (append(journal, "r", List.of(new Line(seq, name, Optional.empty())))) {
                wins++;
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
            assertThat(journal.read("room" + room, -1)).isEqualTo(lines(0, 199));
        }
    }

    /** Appends without waiting, so that many appends of one room share a commit. */
    private int fill(String room) throws Exception {
        List<CompletionStage<Boolean>> stages = new ArrayList<>();
        for (long seq = 0; seq < 200; seq++) {
            stages.add(journal.append(room, List.of(line(seq)), List.of()));
        }
        int stored = 0;
        for (CompletionStage<Boolean> stage : stages) {
            stored += get(stage) ? 1 : 0;
        }
        return stored;
    }

    @Test
    void anAppendThatTheDatabaseRejectsFailsWithAJournalException() {
        Line bad = new Line(0, null, Optional.empty());
        assertThatThrownBy(() -> get(journal.append("r", List.of(bad), List.of())))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(JournalException.class);
    }

    @Test
    void anAppendThatTheDatabaseRejectsStoresNothingAndTheNextOneWorks() throws Exception {
        Line bad = new Line(1, null, Optional.empty());
        assertThat(journal.append("r", List.of(line(0), bad), List.of())).failsWithin(Duration.ofSeconds(SECONDS));
        assertThat(journal.read("r", -1)).isEmpty();
        assertThat(append(journal, "r", lines(0, 0))).isTrue();
    }

    @Test
    void closingCommitsWhatWaits() throws Exception {
        List<CompletionStage<Boolean>> stages = new ArrayList<>();
        for (long seq = 0; seq < 2000; seq++) {
            stages.add(journal.append("r", List.of(line(seq)), List.of()));
        }
        journal.close();
        assertThat(stages).allSatisfy(stage -> assertThat(get(stage)).isTrue());
        assertThat(another().read("r", -1)).isEqualTo(lines(0, 1999));
    }

    @Test
    void aClosedJournalFailsWhatIsAppended() throws Exception {
        journal.close();
        assertThatThrownBy(() -> get(journal.append("r", lines(0, 0), List.of())))
                .hasCauseInstanceOf(JournalException.class);
        assertThatThrownBy(() -> journal.read("r", -1)).isInstanceOf(JournalException.class);
        assertThatThrownBy(() -> journal.answers("r", List.of())).isInstanceOf(JournalException.class);
    }

    @Test
    void closingTwiceDoesNothing() throws Exception {
        journal.close();
        journal.close();
        assertThat(another().read("r", -1)).isEmpty();
    }

    @Test
    void everyAppendIsAnsweredWheneverTheJournalCloses() throws Exception {
        List<Future<Integer>> writers = inThreads(IntStream.range(0, 4)
                .<Callable<Integer>>mapToObj(room -> () -> fillUntilClosed("room" + room))
                .toList());
        append(journal, "r", lines(0, 0));
        journal.close();
        SqlJournal reopened = another();
        for (int room = 0; room < 4; room++) {
            assertThat(reopened.read("room" + room, -1))
                    .hasSize(writers.get(room).get(SECONDS, TimeUnit.SECONDS));
        }
    }

    private int fillUntilClosed(String room) throws Exception {
        for (int seq = 0; ; seq++) {
            try {
                append(journal, room, List.of(line(seq)));
            } catch (ExecutionException closed) {
                assertThat(closed).hasCauseInstanceOf(JournalException.class);
                return seq;
            }
        }
    }

    @Test
    void reopeningFindsEverything() throws Exception {
        Answer answer = new Answer(1, "1", 1, Optional.empty());
        get(journal.append("r", lines(0, 3), List.of(answer)));
        journal.close();
        SqlJournal reopened = another();
        assertThat(reopened.read("r", -1)).isEqualTo(lines(0, 3));
        assertThat(reopened.answers("r", List.of(answer.key()))).containsExactly(answer);
        assertThat(append(reopened, "r", lines(4, 4))).isTrue();
    }

    private static <T> List<Future<T>> inThreads(Collection<? extends Callable<T>> tasks) {
        ExecutorService threads = Executors.newFixedThreadPool(tasks.size());
        try {
            List<Future<T>> futures = new ArrayList<>();
            tasks.forEach(task -> futures.add(threads.submit(task)));
            return futures;
        } finally {
            threads.shutdown();
        }
    }
}
