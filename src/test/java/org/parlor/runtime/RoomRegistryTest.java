package org.parlor.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.parlor.game.Games;
import org.parlor.game.Setup;
import org.parlor.game.gomoku.Gomoku;
import org.parlor.limit.HandTime;
import org.parlor.limit.MemoryBudget;
import org.parlor.log.Append;
import org.parlor.log.EventStore;
import org.parlor.log.RefusedCommand;
import org.parlor.log.StoreException;
import org.parlor.log.StoredEvent;
import org.parlor.protocol.EventBodies;
import org.parlor.room.Command;
import org.parlor.room.Event;
import org.parlor.room.Refusal;
import org.parlor.room.Refusal.Reason;
import org.parlor.room.Room;
import org.parlor.room.RoomConfig;
import org.parlor.room.SeatCommand;
import org.parlor.room.ServedTime;
import org.parlor.runtime.RoomRegistry.Founding;
import org.parlor.runtime.RoomRegistry.PendingJoin;
import org.parlor.store.SqlEventStore;
import org.parlor.store.Sqlite;
import org.parlor.store.StoreMetrics;

/** Who waits while a room is read from a store that hangs, and who does not; and whose a new room is. */
@Timeout(60)
class RoomRegistryTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    /** Two names with one hash, so that they are neighbours in every hash table. */
    private static final String STUCK = "Aa";

    private static final String NEIGHBOUR = "BB";

    @TempDir
    private Path folder;

    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final CountDownLatch storeAnswers = new CountDownLatch(1);
    private final AtomicInteger reads = new AtomicInteger();
    private final HandTime time = new HandTime();
    private SqlEventStore store;
    private RoomRegistry registry;

    @BeforeEach
    void open() {
        store = Sqlite.open(folder, threads, StoreMetrics.NONE);
        registry = registry(new HangingStore());
    }

    @AfterEach
    void close() throws IOException {
        storeAnswers.countDown();
        store.close();
        threads.shutdown();
    }

    private RoomRegistry registry(EventStore from) {
        RoomServices services = new RoomServices(
                from,
                new EventBodies(),
                time.clock(),
                new SecureRandom(),
                (delay, task) -> time.after(delay, task)::cancel,
                threads,
                new RoomServices.Settings(Duration.ofMinutes(1), Duration.ofMinutes(2), 60),
                ServedTime.ALWAYS,
                RoomMetrics.NONE,
                new MemoryBudget(1 << 20));
        return new RoomRegistry(
                services, new RoomRepository(from, new EventBodies(), new Games(List.of(new Gomoku()))));
    }

    /** The store, in which one room takes long to read. */
    private class HangingStore implements EventStore {

        @Override
        public CompletionStage<Append.Result> append(Append append) {
            return store.append(append);
        }

        @Override
        public List<StoredEvent> read(String room, long since) {
            reads.incrementAndGet();
            if (room.equals(STUCK)) {
                awaitStore();
            }
            return store.read(room, since);
        }

        @Override
        public List<RefusedCommand> refusals(String room) {
            return store.refusals(room);
        }

        @Override
        public List<String> due(long until, int most) {
            return store.due(until, most);
        }
    }

    private void awaitStore() {
        try {
            assertThat(storeAnswers.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException("interrupted", e);
        }
    }

    /** A room of this size that may be new. */
    private Founding founding(String name, String size, String clock) {
        return () -> {
            Gomoku game = new Gomoku();
            Setup.Ready ready = (Setup.Ready) game.setUp(Map.of("size", size), Optional.empty());
            Event.Opened opening =
                    new Event.Opened(game.name(), ready.options(), Optional.empty(), clock, Optional.empty());
            return new Founding.Result.Founded(Room.open(RoomConfig.of(name, opening, game, ready), time.millis()));
        };
    }

    private Founding founding(String name) {
        return founding(name, "15", "none");
    }

    private static Founding impossible() {
        return () ->
                new Founding.Result.Rejected(new Refusal(Reason.BAD_ADDRESS, "no such size"), CloseReason.BAD_ADDRESS);
    }

    private Guest enter(String name, Founding founding) {
        Guest guest = new Guest();
        registry.enter(name, new PendingJoin(guest, guest.gap(), founding, guest.room::complete));
        return guest;
    }

    private Guest enter(String name) {
        return enter(name, founding(name));
    }

    @Test
    void aRoomThatHangsKeepsNobodyInAnotherRoomWaiting() {
        Guest stuck = enter(STUCK);
        Guest guest = enter(NEIGHBOUR);
        guest.awaitRoom();
        assertThat(guest.heard()).containsExactly("welcome");
        assertThat(registry.size()).isEqualTo(2);
        assertThat(stuck.room).isNotDone();
        assertThat(stuck.heard()).isEmpty();
    }

    @Test
    void whoeverWaitsForARoomIsInItOnceItIsOpen() {
        List<Guest> guests = Stream.generate(() -> enter(STUCK)).limit(5).toList();
        assertThat(guests).allSatisfy(guest -> assertThat(guest.heard()).isEmpty());
        storeAnswers.countDown();
        assertThat(guests.stream().map(Guest::awaitRoom).distinct()).hasSize(1);
        assertThat(guests).allSatisfy(guest -> assertThat(guest.heard()).containsExactly("welcome"));
        assertThat(reads).hasValue(1);
    }

    @Test
    void aRoomThatIsBeingOpenedIsNotForgotten() {
        registry.expect(STUCK, founding(STUCK));
        Guest first = enter(STUCK);
        time.pass(Duration.ofHours(1));
        Guest second = enter(STUCK);
        storeAnswers.countDown();
        assertThat(first.awaitRoom()).isSameAs(second.awaitRoom());
    }

    @Test
    void whoeverWaitsWhenTheServerStopsIsSentAwayToo() {
        Guest inside = enter(NEIGHBOUR);
        inside.awaitRoom();
        Guest waiting = enter(STUCK);
        registry.close(CloseReason.RESTART);
        Guest late = enter(STUCK);
        storeAnswers.countDown();
        assertThat(inside.heard()).containsExactly("welcome", "closed RESTART");
        assertThat(waiting.heard()).containsExactly("refused unavailable", "closed RESTART");
        assertThat(late.heard()).containsExactly("refused unavailable", "closed RESTART");
    }

    @Test
    void aRoomThatCannotBeReadIsReadAgainForTheNext() throws IOException {
        store.close();
        Guest unlucky = enter("r");
        unlucky.awaitEnd();
        assertThat(unlucky.heard()).containsExactly("refused unavailable", "closed UNAVAILABLE");
        store = Sqlite.open(folder, threads, StoreMetrics.NONE);
        Guest guest = enter("r");
        guest.awaitRoom();
        assertThat(guest.heard()).containsExactly("welcome");
    }

    @Test
    void whoComesWhenTooManyRoomsAreBeingReadIsSentAway() {
        threads.shutdown();
        Guest guest = enter("r");
        assertThat(guest.heard()).containsExactly("refused unavailable", "closed UNAVAILABLE");
    }

    @Test
    void aRoomThatANewerVersionWroteStaysClosed() throws Exception {
        StoredEvent newer =
                new StoredEvent(0, 1, "opened", 99, "{\"game\":\"gomoku\"}", Optional.empty(), Optional.empty());
        store.append(new Append("r", List.of(newer), List.of(), Optional.empty()))
                .toCompletableFuture()
                .get(SOON.toSeconds(), TimeUnit.SECONDS);
        Guest guest = enter("r");
        guest.awaitEnd();
        assertThat(guest.heard()).containsExactly("refused newer-version", "closed NEWER_VERSION");
    }

    @Test
    void whoCannotFoundARoomDoesNotKeepTheNextFromIt() {
        Guest refused = enter(STUCK, impossible());
        Guest founder = enter(STUCK);
        storeAnswers.countDown();
        founder.awaitRoom();
        assertThat(founder.heard()).containsExactly("welcome");
        // There is a room for who came first, too.
        refused.awaitRoom();
        assertThat(refused.heard()).containsExactly("welcome");
    }

    @Test
    void whoCannotFoundARoomAndIsAloneHearsWhy() {
        Guest refused = enter("r", impossible());
        refused.awaitEnd();
        assertThat(refused.heard()).containsExactly("refused bad-address", "closed BAD_ADDRESS");
        awaitEmpty();
    }

    /** Whoever sends people away forgets the room afterwards. */
    private void awaitEmpty() {
        long start = System.nanoTime();
        while (registry.size() > 0) {
            assertThat(System.nanoTime() - start)
                    .isLessThan(Duration.ofSeconds(20).toNanos());
            time.pass(Duration.ofSeconds(1));
            Thread.onSpinWait();
        }
    }

    @Test
    void aRoomThatCannotBeFoundedForOneCanBeForTheNext() {
        Guest unlucky = enter(STUCK, () -> {
            throw new IllegalStateException("a game that fails to set up");
        });
        Guest founder = enter(STUCK);
        storeAnswers.countDown();
        RoomActor room = founder.awaitRoom();
        assertThat(founder.heard()).containsExactly("welcome");
        assertThat(enter(STUCK).awaitRoom()).isSameAs(room);
        assertThat(unlucky.awaitRoom()).isSameAs(room);
        assertThat(reads).hasValue(1);
    }

    @Test
    void aRoomThatCannotBeFoundedAtAllIsClosedToItsVisitorAndNobodyElse() {
        Guest unlucky = enter("r", () -> {
            throw new IllegalStateException("a game that fails to set up");
        });
        unlucky.awaitEnd();
        assertThat(unlucky.heard()).containsExactly("refused unavailable", "closed UNAVAILABLE");
        Guest founder = enter("r");
        founder.awaitRoom();
    }

    @Test
    void aNewRoomIsAsTheFirstHandshakeWantsItWhoeverComesInFirst() {
        registry.expect("r", founding("r", "9", "none"));
        registry.expect("r", founding("r", "19", "none"));
        Guest faster = enter("r", founding("r", "19", "none"));
        faster.awaitRoom();
        Guest first = enter("r", founding("r", "9", "none"));
        first.awaitRoom();
        assertThat(faster.welcome().config().opening().options()).containsEntry("size", "9");
        assertThat(first.welcome().config().opening().options()).containsEntry("size", "9");
    }

    @Test
    void whoeverWasPromisedARoomAndDoesNotComeIn10SecondsLosesIt() {
        registry.expect("r", founding("r", "9", "none"));
        assertThat(registry.size()).isEqualTo(1);
        time.pass(Duration.ofSeconds(11));
        assertThat(registry.size()).isZero();
        Guest other = enter("r", founding("r", "19", "none"));
        other.awaitRoom();
        assertThat(other.welcome().config().opening().options()).containsEntry("size", "19");
    }

    @Test
    void ofTwoWhoAreOnTheWayTheFirstWhoCanFoundTheRoomDoes() {
        registry.expect("r", impossible());
        registry.expect("r", founding("r", "9", "none"));
        Guest guest = enter("r", impossible());
        guest.awaitRoom();
        assertThat(guest.welcome().config().opening().options()).containsEntry("size", "9");
    }

    @Test
    void whatKeepsARoomFromOpeningIsLoggedOnceWithItsNameHoweverManyWait() {
        List<LogRecord> logged = new CopyOnWriteArrayList<>();
        Handler noting = new NotingHandler(logged);
        Logger log = Logger.getLogger(RoomRegistry.class.getName());
        log.addHandler(noting);
        try {
            registry = registry(new HangingStore() {
                @Override
                public List<StoredEvent> read(String room, long since) {
                    awaitStore();
                    throw new IllegalStateException("the log holds nonsense");
                }
            });
            List<Guest> waiting = Stream.generate(() -> enter(STUCK)).limit(5).toList();
            storeAnswers.countDown();
            waiting.forEach(Guest::awaitEnd);
        } finally {
            log.removeHandler(noting);
        }
        assertThat(logged).singleElement().satisfies(it -> {
            assertThat(it.getMessage()).contains("room " + STUCK);
            assertThat(it.getThrown()).hasMessage("the log holds nonsense");
        });
    }

    /** Notes what is logged. */
    private static final class NotingHandler extends Handler {

        private final List<LogRecord> logged;

        NotingHandler(List<LogRecord> logged) {
            this.logged = logged;
        }

        @Override
        public void publish(LogRecord entry) {
            logged.add(entry);
        }

        @Override
        public void flush() {
            // Nothing is kept back.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }

    @Test
    void aRoomThatNobodyIsInIsForgottenAfterAMomentAndComesBackFromTheStore() {
        Guest guest = enter("r");
        RoomActor before = guest.awaitRoom();
        before.submit(guest, Optional.of("1"), new Command.Say("hello"));
        guest.awaitWord("ack");
        before.leave(guest);
        awaitIdle(before);
        Guest atOnce = enter("r");
        assertThat(atOnce.awaitRoom()).isSameAs(before);
        before.leave(atOnce);
        awaitIdle(before);
        time.pass(Duration.ofSeconds(1));
        assertThat(registry.size()).isZero();
        Guest again = enter("r");
        assertThat(again.awaitRoom()).isNotSameAs(before);
        assertThat(again.welcome().seq()).isEqualTo(1);
    }

    @Test
    void whoRunsOutOfTimeInARoomThatNobodyIsInLosesAllTheSame() {
        Guest ann = enter("r", founding("r", "15", "60+0"));
        Guest ben = enter("r");
        RoomActor room = ann.awaitRoom();
        ben.awaitRoom();
        room.submit(ann, Optional.of("1"), new SeatCommand.Sit(Optional.empty(), "Ann"));
        ann.awaitWord("ack");
        room.submit(ben, Optional.of("1"), new SeatCommand.Sit(Optional.empty(), "Ben"));
        ben.awaitWord("ack");
        registry.openDue();
        assertThat(registry.size()).isEqualTo(1);
        // The server is killed, and another one starts some time later.
        time.close();
        time.pass(Duration.ofMinutes(5));
        registry = registry(new HangingStore());
        registry.openDue();
        while (store.read("r", -1).stream().noneMatch(event -> event.type().equals("ended"))) {
            Thread.onSpinWait();
        }
        assertThat(store.read("r", -1)).last().satisfies(ended -> {
            assertThat(ended.type()).isEqualTo("ended");
            assertThat(ended.body()).contains("\"winner\":\"white\",\"reason\":\"timeout\"");
        });
    }

    private static void awaitIdle(RoomActor room) {
        while (!room.isIdle()) {
            Thread.onSpinWait();
        }
    }

    @Test
    void aServerWithoutThreadsToReadWithRefusesAndIsNotBroken() {
        registry = registry(new HangingStore() {
            @Override
            public List<StoredEvent> read(String room, long since) {
                throw new RejectedExecutionException("as if");
            }
        });
        Guest guest = enter("r");
        guest.awaitEnd();
        assertThat(guest.heard()).containsExactly("refused unavailable", "closed UNAVAILABLE");
    }

    /** A connection that notes in a word what it hears. */
    private static final class Guest implements Connection {

        private final CompletableFuture<RoomActor> room = new CompletableFuture<>();
        private final List<String> heard = new ArrayList<>();
        private Optional<Room> seen = Optional.empty();

        /** A message that is not written. */
        private record Spoken(Message message) implements Frame {
            @Override
            public int bytes() {
                return 0;
            }
        }

        @Override
        public Encoding encoding() {
            return Spoken::new;
        }

        @Override
        public synchronized void send(Frame frame) {
            Message message = ((Spoken) frame).message();
            if (message instanceof Message.Welcome welcome) {
                seen = Optional.of(welcome.room());
                heard.add("welcome");
            } else if (message instanceof Message.Ack) {
                heard.add("ack");
            } else if (message instanceof Message.Refused refused) {
                heard.add("refused " + refused.refusal().reason().label());
            }
        }

        @Override
        public Gap gap() {
            return (frames, whenDone) -> {
                frames.forEach(this::send);
                whenDone.run();
            };
        }

        @Override
        public synchronized void close(CloseReason reason) {
            heard.add("closed " + reason);
        }

        RoomActor awaitRoom() {
            assertThat(room).succeedsWithin(SOON);
            return room.join();
        }

        void awaitEnd() {
            while (heard().stream().noneMatch(word -> word.startsWith("closed"))) {
                Thread.onSpinWait();
            }
        }

        void awaitWord(String word) {
            while (!heard().contains(word)) {
                Thread.onSpinWait();
            }
        }

        synchronized List<String> heard() {
            return List.copyOf(heard);
        }

        synchronized Room welcome() {
            return seen.orElseThrow();
        }
    }
}
