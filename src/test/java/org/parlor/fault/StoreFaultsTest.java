package org.parlor.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.parlor.game.Seat;
import org.parlor.log.Append;
import org.parlor.log.StoredEvent;
import org.parlor.protocol.EventBodies;
import org.parlor.room.Command;
import org.parlor.room.Event;
import org.parlor.room.PlayCommand;
import org.parlor.room.RecordedEvent;
import org.parlor.room.Refusal.Reason;
import org.parlor.room.SeatCommand;
import org.parlor.runtime.Message;
import org.parlor.runtime.RoomActor;
import org.parlor.store.FaultyDatabase;
import org.parlor.store.FaultyDatabase.Step;
import org.parlor.store.SqlEventStore;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** A room whose database fails: nobody hears of what is not stored, and it goes on by itself once the database works. */
class StoreFaultsTest {

    private static final int SECONDS = 20;

    @TempDir
    private Path folder;

    private final Listener ann = new Listener();
    private final Listener bob = new Listener();
    private FaultyDatabase database;
    private SqlEventStore store;
    private RoomHost host;
    private RoomActor room;

    @BeforeEach
    void twoSitDown() throws Exception {
        database = new FaultyDatabase(folder);
        host = RoomHost.of(completions -> store = database.open(completions));
        room = host.enter("r", ann, Map.of());
        host.enter("r", bob, Map.of());
        assertThat(ask(ann, "sit", new SeatCommand.Sit(Optional.of(Seat.BLACK), "Ann")))
                .isInstanceOf(Message.Ack.class);
        assertThat(ask(bob, "sit", new SeatCommand.Sit(Optional.of(Seat.WHITE), "Bob")))
                .isInstanceOf(Message.Ack.class);
        bob.event("\"started\"");
    }

    @AfterEach
    void close() throws IOException {
        database.works();
        store.close();
        host.close();
    }

    private Message ask(Listener who, String id, Command command) throws InterruptedException {
        room.submit(who, Optional.of(id), command);
        return who.answer(id);
    }

    static List<Throwable> troubles() {
        return List.of(
                new SQLException("the disk is full"),
                new IllegalStateException("a driver's own trouble"),
                new OutOfMemoryError("a moment of need"));
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void aCommandThatIsNotCommittedIsRefusedAndNobodyHearsOfIt(Throwable trouble) throws Exception {
        int before = bob.count();
        List<StoredEvent> stored = store.read("r", -1);
        database.onCommit(Step.failing(trouble));
        for (int tries = 0; tries < 3; tries++) {
            assertUnavailable(ask(ann, "1", new PlayCommand.Move("h8")));
        }
        database.works();
        assertThat(bob.count()).isEqualTo(before);
        assertThat(store.read("r", -1)).isEqualTo(stored);
        assertThat(ask(ann, "1", new PlayCommand.Move("h8"))).isEqualTo(new Message.Ack("1", 4));
        assertThat(ask(bob, "1", new PlayCommand.Move("h9"))).isEqualTo(new Message.Ack("1", 5));
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void aDatabaseThatCannotBeReachedRefusesAndThenGoesOn(Throwable trouble) throws Exception {
        database.onConnect(Step.failing(trouble));
        assertUnavailable(ask(ann, "1", new PlayCommand.Move("h8")));
        database.works();
        assertThat(ask(ann, "1", new PlayCommand.Move("h8"))).isEqualTo(new Message.Ack("1", 4));
    }

    /** What a database may say at a commit: every error of SQLite and every state of PostgreSQL. */
    static Stream<SQLException> errors() {
        Stream<SQLException> sqlite = Stream.of(SQLiteErrorCode.values())
                .filter(code -> code.code > SQLiteErrorCode.SQLITE_OK.code)
                .map(code -> new SQLiteException(code.message, code));
        Stream<SQLException> postgres =
                Stream.of(PSQLState.values()).map(state -> new PSQLException(state.name(), state));
        return Stream.concat(sqlite, postgres);
    }

    /** After some errors the transaction is gone already, after others it is not. */
    @Test
    void whateverTheDatabaseSaysItIsWrittenAgainWhenItWorksAgain() throws Exception {
        long seq = 3;
        for (SQLException error : errors().toList()) {
            for (Step trouble : List.of(Step.failing(error), Step.rolledBack(error))) {
                database.onCommit(trouble);
                String id = "say " + seq;
                assertUnavailable(ask(ann, id, new Command.Say("hello")));
                database.works();
                assertThat(ask(ann, id, new Command.Say("hello")))
                        .as(error.toString())
                        .isEqualTo(new Message.Ack(id, ++seq));
            }
        }
    }

    @Test
    void aDiskThatWasFullIsWrittenAgainOnceThereIsRoom() throws Exception {
        database.onCommit(Step.after("PRAGMA max_page_count = 1", "CREATE TABLE filler AS SELECT zeroblob(1000000)"));
        assertUnavailable(ask(ann, "1", new PlayCommand.Move("h8")));
        assertUnavailable(ask(ann, "1", new PlayCommand.Move("h8")));
        database.works();
        assertThat(ask(ann, "1", new PlayCommand.Move("h8"))).isEqualTo(new Message.Ack("1", 4));
    }

    @Test
    void nothingIsToldBeforeTheCommitReturned() throws Exception {
        CountDownLatch submitted = new CountDownLatch(1);
        CompletableFuture<Integer> heardAtCommit = new CompletableFuture<>();
        int before = ann.count() + bob.count();
        database.onCommit(call -> {
            assertThat(submitted.await(SECONDS, TimeUnit.SECONDS)).isTrue();
            Object done = call.proceed();
            heardAtCommit.complete(ann.count() + bob.count());
            return done;
        });
        room.submit(ann, Optional.of("1"), new PlayCommand.Move("h8"));
        submitted.countDown();
        assertThat(ann.answer("1")).isEqualTo(new Message.Ack("1", 4));
        bob.event("\"h8\"");
        assertThat(heardAtCommit).succeedsWithin(Duration.ofSeconds(SECONDS)).isEqualTo(before);
    }

    @Test
    void aCommitWhoseOutcomeIsUnknownIsDoneOnceWhenItIsAskedForAgain() throws Exception {
        database.onCommit(call -> {
            call.proceed();
            throw new SQLException("the connection died before the answer");
        });
        assertUnavailable(ask(ann, "1", new PlayCommand.Move("h8")));
        database.works();
        assertThat(told(bob)).noneMatch(event -> event.event().equals(new Event.Moved(Seat.BLACK, "h8")));
        assertThat(ask(ann, "1", new PlayCommand.Move("h8"))).isEqualTo(new Message.Ack("1", 4));
        assertThat(ask(bob, "1", new PlayCommand.Move("h9"))).isEqualTo(new Message.Ack("1", 5));
        assertThat(told(bob)).isEqualTo(stored());
        assertThat(told(bob))
                .filteredOn(it -> it.event() instanceof Event.Moved)
                .hasSize(2);
    }

    @Test
    void aLostConnectionIsLoggedOnceTheDatabaseWorks() throws Exception {
        database.onCommit(Step.failing(new SQLException("the disk is full")));
        room.leave(bob);
        assertUnavailable(ask(ann, "1", new PlayCommand.Move("h8")));
        database.works();
        ann.event("\"dropped\"");
        assertThat(told(ann)).isEqualTo(stored());
    }

    @Test
    void whateverWaitsWhileTheDatabaseCannotBeReachedIsToldWithoutAnotherTry() {
        CountDownLatch asked = new CountDownLatch(1);
        int moreThanABatch = 600;
        AtomicInteger tries = new AtomicInteger();
        database.onConnect(call -> {
            tries.incrementAndGet();
            assertThat(asked.await(SECONDS, TimeUnit.SECONDS)).isTrue();
            throw new SQLException("no connection within the time that is allowed");
        });
        CompletionStage<Append.Result> first = store.append(opening("first"));
        awaitTry(tries);
        List<CompletionStage<Append.Result>> others = new ArrayList<>();
        for (int number = 0; number < moreThanABatch; number++) {
            others.add(store.append(opening("room" + number)));
        }
        asked.countDown();
        assertThat(first).failsWithin(Duration.ofSeconds(SECONDS));
        assertThat(others).allSatisfy(stage -> assertThat(stage).failsWithin(Duration.ofSeconds(SECONDS)));
        assertThat(tries).hasValue(1);
    }

    private static void awaitTry(AtomicInteger tries) {
        while (tries.get() == 0) {
            Thread.onSpinWait();
        }
    }

    private static Append opening(String room) {
        StoredEvent event = new StoredEvent(0, 0, "opened", 2, "{}", Optional.empty(), Optional.empty());
        return new Append(room, List.of(event), List.of(), Optional.empty());
    }

    /** What a connection heard of the room. */
    private static List<RecordedEvent> told(Listener who) {
        return who.events().stream().map(it -> it.change().event()).toList();
    }

    /** What is stored of the room. */
    private List<RecordedEvent> stored() {
        EventBodies codec = new EventBodies();
        return store.read("r", 0).stream().map(codec::readRecorded).toList();
    }

    private static void assertUnavailable(Message answer) {
        assertThat(answer).isInstanceOfSatisfying(Message.Refused.class, refused -> assertThat(
                        refused.refusal().reason())
                .isEqualTo(Reason.UNAVAILABLE));
    }
}
