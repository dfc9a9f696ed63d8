package org.parlor.room;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.parlor.game.Seat;
import org.parlor.room.Refusal.Reason;

/**
 * A room with people in it: the single writer of its log. Commands wait in line; those that are there are decided together,
 * stored in one append, and only then told. While an append is under way the next ones wait, so the state on which
 * a command is decided is always the stored one.
 *
 * <p>Safe for use by many threads. No method waits for the journal: it is written in the background, and what must be read
 * from it (what a visitor missed, what another server wrote) is read without the room's lock while commands wait in line.
 */
public final class LiveRoom {

    private static final Logger LOG = System.getLogger(LiveRoom.class.getName());

    /** More than this many commands in line means that the journal can't keep up. */
    static final int LONGEST_LINE = 1000;

    private final Surroundings around;
    private final Audience audience = new Audience();
    private final Clerk clerk;
    private final Deque<Turn> inbox = new ArrayDeque<>();
    private final Doubts doubts = new Doubts();
    private Room room;
    private Optional<Line> unsavedOpening;
    private boolean committing;
    private boolean closed;
    private boolean busy;
    private boolean troubled;

    private LiveRoom(Room room, Optional<Line> unsavedOpening, Surroundings around) {
        this.room = room;
        this.unsavedOpening = unsavedOpening;
        this.around = around;
        this.clerk = new Clerk(around, audience);
    }

    /** A new room; it is stored with its first event. */
    public static LiveRoom fresh(Room room, Surroundings around) {
        Line opening = around.codec().write(new Entry(0, around.now(), room.opening()), room);
        return new LiveRoom(room, Optional.of(opening), around);
    }

    /** A room that comes back from the journal; whoever was connected then is not connected now. */
    public static LiveRoom returned(Room room, Surroundings around) {
        LiveRoom live = new LiveRoom(room, Optional.empty(), around);
        live.takeUp();
        return live;
    }

    /** Takes up an earlier life, whose connections are lost. */
    private synchronized void takeUp() {
        dropAbsent();
        drain();
    }

    /** Players who are connected as far as the log knows, but not here, have lost their connection. */
    private void dropAbsent() {
        room.seats().values().stream()
                .filter(player -> player.connected() && !audience.hasPlayer(player.number()))
                .map(player -> audience.ghost(player.number(), around.now()))
                .forEach(ghost -> inbox.add(new Turn(ghost, Optional.empty(), new Seating.Drop())));
    }

    /** Players who are away as far as the log knows, but connected here, were taken for lost by another server. */
    private void returnPresent() {
        audience.takenForLost(room)
                .forEach(visitor -> inbox.add(new Turn(visitor, Optional.empty(), new Seating.Stay())));
    }

    /** A new connection: it hears everything from now on, {@code welcome} first. */
    public synchronized void join(Visitor visitor) {
        audience.add(visitor, around.now());
        visitor.send(new Message.Welcome(room));
        if (closed) {
            visitor.close(Goodbye.RESTART);
        }
    }

    /** The connection is gone; its player is dropped unless a newer connection has the seat. Calling again does nothing. */
    public synchronized void leave(Visitor visitor) {
        if (!closed && audience.has(visitor)) {
            inbox.add(new Turn(visitor, Optional.empty(), new Seating.Drop()));
            drain();
        }
    }

    /** The visitor has received the token that it was sent last: the one before it has done its duty. */
    public synchronized void received(Visitor visitor) {
        clerk.received(visitor, room);
    }

    /** Carries a command out; the visitor gets the answer when it is stored. */
    public synchronized void submit(Visitor visitor, Optional<String> id, Command command) {
        if (!audience.has(visitor)) {
            return;
        }
        Turn turn = new Turn(visitor, id, command);
        if (closed || inbox.size() >= LONGEST_LINE) {
            turnAway(turn, "the server is busy; try again in a moment");
            return;
        }
        inbox.add(turn);
        drain();
    }

    /** Does what is due: retries what the journal did not take, closes what is over since {@code rematchMillis}. */
    public synchronized void tick(long rematchMillis) {
        drain();
        if (room.status() == Status.OVER) {
            long latest = around.now() - rematchMillis;
            if (room.overSince() <= latest) {
                audience.sendAllAway(latest, Goodbye.DONE);
            }
        }
    }

    /** Takes no more commands and sends everyone away. What was decided is still stored. */
    public synchronized void close(Goodbye goodbye) {
        closed = true;
        inbox.clear();
        audience.sendAllAway(Long.MAX_VALUE, goodbye);
    }

    /** Whether the room sent everyone away and must be opened anew. */
    public synchronized boolean isClosed() {
        return closed;
    }

    /** Whether nobody is here and nothing is under way, so that the journal alone can keep the room. */
    public synchronized boolean isIdle() {
        return closed || (audience.isEmpty() && inbox.isEmpty() && !committing);
    }

    private void drain() {
        // A send can find its connection dead and call leave() from within: that turn waits for this loop.
        while (!busy && !committing && !inbox.isEmpty()) {
            Draft draft = draft();
            if (draft.needsCommit() || draft.needsLog()) {
                commit(draft);
            } else {
                tell(draft::carryOut);
            }
        }
    }

    private Draft draft() {
        Draft draft = new Draft(room, around.codec(), around.now());
        Turn turn;
        do {
            turn = inbox.remove();
            draft.add(turn);
            clerk.decide(turn, draft);
            // Who a connection is must be settled before its next command is decided.
        } while (!turn.command().rebinds() && !inbox.isEmpty() && draft.turns().size() < LONGEST_LINE);
        return draft;
    }

    private void tell(Runnable news) {
        boolean before = busy;
        busy = true;
        try {
            news.run();
        } finally {
            busy = before;
        }
    }

    private void commit(Draft draft) {
        committing = true;
        long end = unsavedOpening.isPresent() ? -1 : room.seq();
        new Commit(draft, unsavedOpening, end, around).run(outcome -> settle(draft, outcome));
    }

    private synchronized void settle(Draft draft, Commit.Outcome outcome) {
        committing = false;
        try {
            if (outcome instanceof Commit.Outcome.Stored) {
                goOn(() -> take(draft));
            } else if (outcome instanceof Commit.Outcome.Overtaken overtaken) {
                goOn(() -> giveWay(draft, overtaken.tail(), overtaken.given()));
            } else if (outcome instanceof Commit.Outcome.Unavailable unavailable) {
                putOff(draft, unavailable.cause());
            } else if (outcome instanceof Commit.Outcome.Failed failed) {
                abandon(failed.cause());
            }
        } catch (RuntimeException | Error e) {
            abandon(e);
        }
    }

    /** What is stored is right; whatever went wrong here is mended by reading it anew. */
    private void abandon(Throwable cause) {
        LOG.log(Level.ERROR, "room " + room.name() + " is closed and will be read from the journal", cause);
        close(Goodbye.RESTART);
    }

    private void goOn(Runnable news) {
        troubled = false;
        tell(news);
        drain();
    }

    private void take(Draft draft) {
        room = draft.room();
        clerk.remember(draft.answers().values());
        if (!draft.lines().isEmpty()) {
            unsavedOpening = Optional.empty();
            doubts.clear();
        }
        draft.carryOut();
    }

    /**
     * Something else was stored first: take it over, then decide again. It is another server's, or one of our own drafts
     * that was stored although the journal seemed to fail, and whose answers are given now; or the answer to a command
     * that was asked so long ago that it was forgotten here.
     */
    private void giveWay(Draft draft, List<Line> tail, List<Answer> given) {
        Optional<Draft> ours = doubts.storedAs(
                tail.stream().filter(line -> line.seq() > room.seq()).toList());
        if (ours.isEmpty() && unsavedOpening.isPresent()) {
            close(Goodbye.RESTART);
            return;
        }
        ours.ifPresent(this::take);
        ours.ifPresent(stored -> dropAbsent());
        Room earlier = room;
        tail.stream().filter(line -> line.seq() > room.seq()).forEach(this::hearFromElsewhere);
        if (room.hasOthersSeatedThan(earlier)) {
            audience.tellSeats(room);
        }
        returnPresent();
        clerk.remember(given);
        putBack(draft.turns());
    }

    /** Whoever comes back or leaves on another server has no seat here any more: the connection here is an old one. */
    private void hearFromElsewhere(Line line) {
        Entry entry = around.codec().read(line);
        Optional<Player> elsewhere = seatOfWhoCameOrLeft(entry.event()).flatMap(room::player);
        room = room.evolve(entry);
        audience.hear(line, Optional.empty());
        elsewhere.ifPresent(player -> audience.release(player.number()));
    }

    private static Optional<Seat> seatOfWhoCameOrLeft(Event event) {
        if (event instanceof Event.Returned returned) {
            return Optional.of(returned.seat());
        }
        return event instanceof Event.Left left ? Optional.of(left.seat()) : Optional.empty();
    }

    private void putOff(Draft draft, JournalException e) {
        if (!troubled) {
            // Once is enough: what waits is tried again and again.
            LOG.log(Level.WARNING, e.getMessage() + "; its players are told to try again", e);
        }
        troubled = true;
        doubts.add(draft);
        List<Turn> waiting = new ArrayList<>(draft.turns());
        waiting.addAll(inbox);
        inbox.clear();
        waiting.stream()
                .filter(Turn::isAsked)
                .forEach(turn -> turnAway(turn, "this could not be stored; try again in a moment"));
        putBack(waiting.stream().filter(turn -> !turn.isAsked()).toList());
    }

    private void turnAway(Turn turn, String detail) {
        around.tally().refused(turn.command(), Reason.UNAVAILABLE);
        turn.visitor().send(turn.refused(new Refusal(Reason.UNAVAILABLE, detail)));
        if (turn.command() instanceof Seating seating && seating.token().isPresent()) {
            // What comes after it is meant in the player's name.
            audience.sendAway(turn.visitor(), Goodbye.TRY_LATER);
        }
    }

    private void putBack(List<Turn> turns) {
        for (int i = turns.size() - 1; i >= 0; i--) {
            inbox.addFirst(turns.get(i));
        }
    }
}
