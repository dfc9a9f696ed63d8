package org.parlor.room;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parlor.game.Seat;
import org.parlor.game.Setup;
import org.parlor.game.gomoku.Gomoku;

/** A live room whose journal, clock and executor obey the test; what follows a commit runs when the test says so. */
final class House {

    static final long REMATCH_MILLIS = 60_000;
    static final Command SIT = new Seating.Sit(Optional.empty(), "Guest");
    static final Command HELLO = new Command.Say("hello");

    final MemoryJournal journal = new MemoryJournal();
    final Deque<Runnable> tasks = new ArrayDeque<>();
    final HandClock clock = new HandClock();
    final RecordingTally tally = new RecordingTally();
    final Surroundings around = new Surroundings(
            journal, Gathering.CODEC, tasks::add, clock, new SecureRandom(), Gathering.PATIENCE, tally);
    LiveRoom live = LiveRoom.fresh(emptyRoom(), around);

    private static Room emptyRoom() {
        Setup.Ready ready = (Setup.Ready) new Gomoku().setUp(Map.of("size", "5"), Optional.empty());
        return Room.open("r", new Event.Opened("gomoku", ready.options(), Optional.empty()), ready);
    }

    static Command move(String move) {
        return new Play.Move(move);
    }

    static Command resume(Token token, long since) {
        return new Seating.Resume(Optional.of(token), since);
    }

    static Command catchUp(long since) {
        return new Seating.Resume(Optional.empty(), since);
    }

    /** Ann at black and Ben at white have heard everything up to event 3, the start. */
    record Pair(Recorder ann, Recorder ben) {}

    Pair atPlay() {
        Recorder ann = visitor();
        asks(ann, "sit", new Seating.Sit(Optional.of(Seat.BLACK), "Ann"));
        Recorder ben = visitor();
        asks(ben, "sit", new Seating.Sit(Optional.of(Seat.WHITE), "Ben"));
        ann.heard();
        ben.heard();
        return new Pair(ann, ben);
    }

    /** A connection that has heard its welcome. */
    Recorder visitor() {
        Recorder visitor = new Recorder();
        live.join(visitor);
        visitor.heard();
        return visitor;
    }

    /** Submits a command and settles what comes of it. */
    void asks(Recorder visitor, String id, Command command) {
        live.submit(visitor, Optional.of(id), command);
        settle();
    }

    void leaves(Recorder visitor) {
        live.leave(visitor);
        settle();
    }

    void ticks() {
        live.tick(REMATCH_MILLIS);
        settle();
    }

    /** Runs everything that follows from commits so far. */
    void settle() {
        while (!tasks.isEmpty()) {
            tasks.remove().run();
        }
    }

    /** The server stops without a word and starts anew on the same journal. */
    void restarts() {
        tasks.clear();
        live = LiveRoom.returned(stored(), around);
        settle();
    }

    /** The room as the journal has it. */
    Room stored() {
        return Gathering.replay("r", journal.lines());
    }

    List<String> kindsStored() {
        return journal.lines().stream()
                .map(line -> Gathering.CODEC.read(line).event().getClass().getSimpleName())
                .toList();
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
