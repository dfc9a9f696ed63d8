package org.parlor.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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
import org.parlor.frame.EventJson;
import org.parlor.game.Games;
import org.parlor.game.Setup;
import org.parlor.game.gomoku.Gomoku;
import org.parlor.journal.SqlJournal;
import org.parlor.journal.Sqlite;
import org.parlor.journal.Stopwatch;
import org.parlor.room.Archive;
import org.parlor.room.Command;
import org.parlor.room.Event;
import org.parlor.room.Goodbye;
import org.parlor.room.JournalException;
import org.parlor.room.LiveRoom;
import org.parlor.room.Message;
import org.parlor.room.Room;
import org.parlor.room.Surroundings;
import org.parlor.room.Tally;
import org.parlor.room.Visitor;

/** Who waits while a room is read from a journal that hangs, and who does not. */
@Timeout(60)
class LobbyTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    /** Two names with one hash, so that they are neighbours in every hash table. */
    private static final String STUCK = "Aa";

    private static final String NEIGHBOUR = "BB";

    @TempDir
    private Path folder;

    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final CountDownLatch journalAnswers = new CountDownLatch(1);
    private final AtomicInteger reads = new AtomicInteger();
    private final Setup.Ready ready = (Setup.Ready) new Gomoku().setUp(Map.of(), Optional.empty());
    private SqlJournal journal;
    private Surroundings around;
    private Archive archive;
    private Lobby lobby;

    @BeforeEach
    void open() {
        journal = Sqlite.open(folder, Stopwatch.NONE);
        EventJson codec = new EventJson();
        archive = new Archive(journal, codec, new Games(List.of(new Gomoku())));
        around = new Surroundings(
                journal, codec, threads, Clock.systemUTC(), new SecureRandom(), Duration.ofMinutes(1), Tally.NONE);
        lobby = new Lobby(this::read, threads);
    }

    @AfterEach
    void close() throws IOException {
        journalAnswers.countDown();
        threads.shutdown();
        journal.close();
    }

    private Optional<LiveRoom> read(String name) {
        reads.incrementAndGet();
        if (name.equals(STUCK)) {
            awaitJournal();
        }
        return archive.read(name).map(room -> LiveRoom.returned(room, around));
    }

    private void awaitJournal() {
        try {
            assertThat(journalAnswers.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new JournalException("interrupted", e);
        }
    }

    private Optional<LiveRoom> found(String name) {
        Event.Opened opening = new Event.Opened("gomoku", ready.options(), Optional.empty());
        return Optional.of(LiveRoom.fresh(Room.open(name, opening, ready), around));
    }

    private CompletableFuture<Optional<LiveRoom>> enter(String name, Visitor visitor) {
        return lobby.enter(name, visitor, () -> found(name));
    }

    private static LiveRoom in(CompletableFuture<Optional<LiveRoom>> room) {
        assertThat(room).succeedsWithin(SOON);
        return room.join().orElseThrow();
    }

    @Test
    void aRoomThatHangsKeepsNobodyInAnotherRoomWaiting() {
        CompletableFuture<Optional<LiveRoom>> stuck = enter(STUCK, new Guest());
        Guest guest = new Guest();
        LiveRoom other = in(enter(NEIGHBOUR, guest));
        assertThat(guest.heard()).containsExactly("welcome");
        List<LiveRoom> lookedAfter = new ArrayList<>();
        lobby.tick(lookedAfter::add);
        assertThat(lookedAfter).containsExactly(other);
        assertThat(stuck).isNotDone();
    }

    @Test
    void whoeverWaitsForARoomIsInItOnceItIsOpen() {
        List<Guest> guests = Stream.generate(Guest::new).limit(5).toList();
        List<CompletableFuture<Optional<LiveRoom>>> rooms =
                guests.stream().map(guest -> enter(STUCK, guest)).toList();
        assertThat(guests).allSatisfy(guest -> assertThat(guest.heard()).isEmpty());
        journalAnswers.countDown();
        assertThat(rooms.stream().map(LobbyTest::in).distinct()).hasSize(1);
        assertThat(guests).allSatisfy(guest -> assertThat(guest.heard()).containsExactly("welcome"));
        assertThat(reads).hasValue(1);
    }

    @Test
    void aRoomThatIsBeingOpenedIsNotForgotten() {
        CompletableFuture<Optional<LiveRoom>> first = enter(STUCK, new Guest());
        lobby.tick(room -> {});
        CompletableFuture<Optional<LiveRoom>> second = enter(STUCK, new Guest());
        journalAnswers.countDown();
        assertThat(in(first)).isSameAs(in(second));
    }

    @Test
    void whoeverWaitsWhenTheServerStopsIsSentAwayToo() {
        Guest guest = new Guest();
        CompletableFuture<Optional<LiveRoom>> entered = enter(STUCK, guest);
        lobby.close(Goodbye.RESTART);
        journalAnswers.countDown();
        in(entered);
        in(enter(STUCK, new Guest()));
        assertThat(guest.heard()).containsExactly("welcome", "closed 1012");
    }

    @Test
    void aRoomThatCannotBeReadIsReadAgainForTheNext() throws IOException {
        journal.close();
        assertThat(enter("r", new Guest())).failsWithin(SOON);
        journal = Sqlite.open(folder, Stopwatch.NONE);
        archive = new Archive(journal, around.codec(), new Games(List.of(new Gomoku())));
        Guest guest = new Guest();
        in(enter("r", guest));
        assertThat(guest.heard()).containsExactly("welcome");
    }

    @Test
    void whoCannotFoundARoomDoesNotKeepTheNextFromIt() {
        CompletableFuture<Optional<LiveRoom>> refused = lobby.enter(STUCK, new Guest(), Optional::empty);
        CompletableFuture<Optional<LiveRoom>> founder = enter(STUCK, new Guest());
        journalAnswers.countDown();
        assertThat(refused).succeedsWithin(SOON).isEqualTo(Optional.empty());
        in(founder);
    }

    @Test
    void aRoomThatCannotBeFoundedForOneCanBeForTheNext() {
        CompletableFuture<Optional<LiveRoom>> unlucky = lobby.enter(STUCK, new Guest(), () -> {
            throw new IllegalStateException("a game that fails to set up");
        });
        Guest guest = new Guest();
        CompletableFuture<Optional<LiveRoom>> founder = enter(STUCK, guest);
        journalAnswers.countDown();
        assertThat(unlucky).failsWithin(SOON);
        LiveRoom room = in(founder);
        assertThat(guest.heard()).containsExactly("welcome");
        assertThat(in(enter(STUCK, new Guest()))).isSameAs(room);
        assertThat(reads).hasValue(1);
    }

    @Test
    void whatKeepsARoomFromOpeningIsLoggedOnceWithItsNameHoweverManyWait() {
        List<LogRecord> logged = new CopyOnWriteArrayList<>();
        Handler noting = new NotingHandler(logged);
        Logger log = Logger.getLogger(Lobby.class.getName());
        log.addHandler(noting);
        try {
            Lobby broken = new Lobby(this::failToRead, threads);
            List<CompletableFuture<Optional<LiveRoom>>> waiting = Stream.generate(Guest::new)
                    .limit(5)
                    .map(guest -> broken.enter(STUCK, guest, Optional::empty))
                    .toList();
            journalAnswers.countDown();
            assertThat(waiting).allSatisfy(entered -> assertThat(entered).failsWithin(SOON));
        } finally {
            log.removeHandler(noting);
        }
        assertThat(logged).singleElement().satisfies(it -> {
            assertThat(it.getMessage()).contains("room " + STUCK);
            assertThat(it.getThrown()).hasMessage("the log holds nonsense");
        });
    }

    private Optional<LiveRoom> failToRead(String name) {
        awaitJournal();
        throw new IllegalStateException("the log holds nonsense");
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
    void aRoomThatNobodyIsInIsForgottenAndComesBackFromTheJournal() {
        Guest guest = new Guest();
        LiveRoom before = in(enter("r", guest));
        before.submit(guest, Optional.of("1"), new Command.Say("hello"));
        while (!guest.heard().contains("ack")) {
            Thread.onSpinWait();
        }
        before.leave(guest);
        while (!before.isIdle()) {
            Thread.onSpinWait();
        }
        lobby.tick(room -> {});
        Guest again = new Guest();
        LiveRoom after = in(enter("r", again));
        assertThat(after).isNotSameAs(before);
        assertThat(again.welcome().seq()).isEqualTo(1);
    }

    /** A connection that notes in a word what it hears. */
    private static final class Guest implements Visitor {

        private final List<String> heard = new ArrayList<>();
        private Optional<Room> room = Optional.empty();

        @Override
        public synchronized void send(Message message) {
            if (message instanceof Message.Welcome welcome) {
                room = Optional.of(welcome.room());
                heard.add("welcome");
            } else if (message instanceof Message.Ack) {
                heard.add("ack");
            }
        }

        @Override
        public void replay(List<Message> missed) {
            missed.forEach(this::send);
        }

        @Override
        public synchronized void close(Goodbye goodbye) {
            heard.add("closed " + goodbye.code());
        }

        synchronized List<String> heard() {
            return List.copyOf(heard);
        }

        synchronized Room welcome() {
            return room.orElseThrow();
        }
    }
}
