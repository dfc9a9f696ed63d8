package org.parlor.runtime;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import org.parlor.fairness.Seed;
import org.parlor.game.Game;
import org.parlor.game.Games;
import org.parlor.game.Seat;
import org.parlor.game.Setup;
import org.parlor.game.gomoku.Gomoku;
import org.parlor.limit.MemoryBudget;
import org.parlor.log.EventStore;
import org.parlor.room.Command;
import org.parlor.room.Event;
import org.parlor.room.Gathering;
import org.parlor.room.PlayCommand;
import org.parlor.room.Room;
import org.parlor.room.RoomConfig;
import org.parlor.room.SeatCommand;
import org.parlor.room.ServedTime;
import org.parlor.room.TimeControl;
import org.parlor.room.Token;

/** A room whose store, clock, timers and threads obey the test; what follows a commit runs when the test says so. */
final class House {

    static final long REMATCH_MILLIS = 60_000;
    static final Command SIT = new SeatCommand.Sit(Optional.empty(), "Guest");
    static final Command HELLO = new Command.Say("hello");
    private static final int CHAT_PER_MINUTE = 1_000_000;

    final Deque<Runnable> tasks = new ArrayDeque<>();
    final MemoryStore store = new MemoryStore(tasks);
    final HandClock clock = new HandClock();
    final HandTimers timers = new HandTimers();
    final RecordingMetrics metrics = new RecordingMetrics();
    final Deque<Runnable> reads = new ArrayDeque<>();
    final ServedTime served;
    private final int chatPerMinute;
    final RoomServices services;
    final RoomRepository repository;
    RoomActor room;

    House() {
        this(new Gomoku(), Map.of("size", "5"), Optional.empty());
    }

    House(Game game, Map<String, String> options, Optional<Seed> secret) {
        this(game, options, TimeControl.none().label(), secret, ServedTime.ALWAYS);
    }

    House(Game game, Map<String, String> options, String time, Optional<Seed> secret, ServedTime served) {
        this(game, options, time, secret, served, CHAT_PER_MINUTE);
    }

    private House(
            Game game,
            Map<String, String> options,
            String time,
            Optional<Seed> secret,
            ServedTime served,
            int chatPerMinute) {
        this.served = served;
        this.chatPerMinute = chatPerMinute;
        repository = new RoomRepository(store, Gathering.CODEC, new Games(List.of(game)));
        services = services(store);
        room = RoomActor.founded(emptyRoom(game, options, time, secret), services, repository, () -> {});
    }

    /** A game of gomoku in which no more may be said. */
    static House withChat(int perMinute) {
        return new House(
                new Gomoku(),
                Map.of("size", "5"),
                TimeControl.none().label(),
                Optional.empty(),
                ServedTime.ALWAYS,
                perMinute);
    }

    /** A game of gomoku on a board of 5 by 5 points, with this clock. */
    static House withClock(String time) {
        return new House(new Gomoku(), Map.of("size", "5"), time, Optional.empty(), ServedTime.ALWAYS);
    }

    RoomServices services(EventStore used) {
        return new RoomServices(
                used,
                Gathering.CODEC,
                clock,
                new SecureRandom(),
                timers,
                reads::add,
                new RoomServices.Settings(Gathering.PATIENCE, Duration.ofMillis(REMATCH_MILLIS), chatPerMinute),
                served,
                metrics,
                new MemoryBudget(1 << 20));
    }

    private static Room emptyRoom(Game game, Map<String, String> options, String time, Optional<Seed> secret) {
        Setup.Ready ready = (Setup.Ready) game.setUp(options, Optional.empty());
        Event.Opened opening = new Event.Opened(game.name(), ready.options(), Optional.empty(), time, secret);
        return Room.open(RoomConfig.of("r", opening, game, ready), Gathering.NOON);
    }

    static Command move(String move) {
        return new PlayCommand.Move(move);
    }

    static Command resume(Token token, long since) {
        return new SeatCommand.Resume(Optional.of(token), since);
    }

    static Command catchUp(long since) {
        return new SeatCommand.Resume(Optional.empty(), since);
    }

    /** Ann at black and Ben at white have heard everything up to event 3, the start. */
    record Pair(Recorder ann, Recorder ben) {}

    Pair atPlay() {
        Recorder ann = visitor();
        asks(ann, "sit", new SeatCommand.Sit(Optional.of(Seat.BLACK), "Ann"));
        Recorder ben = visitor();
        asks(ben, "sit", new SeatCommand.Sit(Optional.of(Seat.WHITE), "Ben"));
        ann.heard();
        ben.heard();
        return new Pair(ann, ben);
    }

    /** A connection that has heard its welcome. */
    Recorder visitor() {
        Recorder visitor = new Recorder();
        enters(visitor);
        visitor.heard();
        return visitor;
    }

    /** A connection comes in, and is welcomed unless it dies of it. */
    void enters(Recorder visitor) {
        room.join(visitor, visitor.gap());
        settle();
    }

    /** Submits a command and settles what comes of it. */
    void asks(Recorder visitor, String id, Command command) {
        room.submit(visitor, Optional.of(id), command);
        settle();
    }

    /** So much is said that not all of the log is at hand. */
    void talks() {
        Recorder chatterer = visitor();
        for (int i = 0; i < 80; i++) {
            asks(chatterer, "talk" + i, HELLO);
        }
        leaves(chatterer);
    }

    void leaves(Recorder visitor) {
        room.leave(visitor);
        settle();
    }

    /** Whether whoever comes must open the room anew. */
    boolean isClosed() {
        Recorder visitor = new Recorder();
        boolean entered = room.join(visitor, visitor.gap());
        if (entered) {
            leaves(visitor);
        }
        return !entered;
    }

    /** So much time passes, and what is due happens. */
    void passes(long millis) {
        clock.passMillis(millis);
        settle();
    }

    /** Runs everything that follows from commits so far, that is to be read, and that is due. */
    void settle() {
        do {
            while (!tasks.isEmpty()) {
                tasks.remove().run();
            }
            while (!reads.isEmpty()) {
                reads.remove().run();
            }
            timers.runDue();
        } while (!tasks.isEmpty() || !reads.isEmpty());
    }

    /** The server stops without a word and starts anew on the same store. */
    void restarts() {
        tasks.clear();
        timers.clear();
        reopens();
        settle();
    }

    /** The room is opened from the store, and what comes of that waits. */
    void reopens() {
        room = RoomActor.returned(repository.load("r").orElseThrow(), false, services, repository, () -> {});
    }

    /** The server starts anew, and opens the room because something is due, not because somebody came. */
    void comesBackForItsDeadline() {
        tasks.clear();
        timers.clear();
        room = RoomActor.returned(repository.load("r").orElseThrow(), true, services, repository, () -> {});
        settle();
    }

    /** The room as the store has it. */
    Room stored() {
        return repository.fold("r", store.events(), change -> {});
    }

    List<String> kindsStored() {
        return store.events().stream()
                .map(event -> Gathering.CODEC.read(event).getClass().getSimpleName())
                .toList();
    }

    /** Timers that go off when the test's clock says so. */
    final class HandTimers implements Timers {

        private final PriorityQueue<Alarm> alarms = new PriorityQueue<>();

        private record Alarm(long at, Runnable task) implements Comparable<Alarm> {

            @Override
            public int compareTo(Alarm other) {
                return Long.compare(at, other.at);
            }
        }

        @Override
        public Timer after(Duration time, Runnable task) {
            Alarm alarm = new Alarm(clock.now.toEpochMilli() + time.toMillis(), task);
            alarms.add(alarm);
            return () -> alarms.remove(alarm);
        }

        void clear() {
            alarms.clear();
        }

        void runDue() {
            while (!alarms.isEmpty() && alarms.peek().at() <= clock.now.toEpochMilli()) {
                alarms.remove().task().run();
            }
        }
    }

    /** A clock that moves when it is told to. */
    static final class HandClock extends Clock {

        private Instant now = Instant.ofEpochMilli(Gathering.NOON);
        private boolean running;

        /** From now on a millisecond passes between two looks at the clock. */
        void run() {
            running = true;
        }

        void passMillis(long millis) {
            now = now.plusMillis(millis);
        }

        @Override
        public Instant instant() {
            Instant shown = now;
            passMillis(running ? 1 : 0);
            return shown;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
