package org.parlor.room;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.parlor.room.Refusal.Reason;

/**
 * A room with people in it: the single writer of its log. Commands wait in line; those that are there are decided together,
 * stored in one append, and only then told. While an append is under way the next ones wait, so the state on which
 * a command is decided is always the stored one.
 *
 * <p>Safe for use by many threads. No method blocks on the journal, save for {@link Seating.Resume}, which reads what was
 * missed.
 */
public final class LiveRoom {

    private static final Logger LOG = System.getLogger(LiveRoom.class.getName());

    /** More than this many commands in line means that the journal can't keep up. */
    private static final int LONGEST_LINE = 1000;

    /** So many drafts are kept until it is known which of them is stored. */
    private static final int MOST_DOUBTFUL = 100;

    private final Surroundings around;
    private final Audience audience = new Audience();
    private final Clerk clerk;
    private final Deque<Turn> inbox = new ArrayDeque<>();
    private Room room;
    private Optional<Line> unsavedOpening;
    private boolean committing;
    private boolean closed;
    private boolean busy;
    private boolean troubled;

    /** Drafts of which the journal did not say whether they are stored; at most one of them is. */
    private final List<Draft> doubtful = new ArrayList<>();

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
    public static LiveRoom returned(Room room, List<Answer> answers, Surroundings around) {
        LiveRoom live = new LiveRoom(room, Optional.empty(), around);
        live.remember(answers);
        return live;
    }

    /** Takes up an earlier life: its answers stand, and its connections are lost. */
    private synchronized void remember(List<Answer> given) {
        clerk.remember(given);
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
                audience.sendAway(latest, Goodbye.DONE);
            }
        }
    }

    /** Takes no more commands and sends everyone away. What was decided is still stored. */
    public synchronized void close(Goodbye goodbye) {
        closed = true;
        inbox.clear();
        audience.sendAway(Long.MAX_VALUE, goodbye);
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
            if (draft.needsCommit()) {
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
        } while (!turn.command().rebinds() && !inbox.isEmpty());
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
        List<Line> lines = draft.lines().isEmpty()
                ? List.of()
                : Stream.concat(unsavedOpening.stream(), draft.lines().stream()).toList();
        around.journal()
                .append(room.name(), lines, List.copyOf(draft.answers().values()))
                .whenCompleteAsync((stored, failure) -> settle(draft, stored, failure), around.executor());
    }

    private synchronized void settle(Draft draft, Boolean stored, Throwable failure) {
        committing = false;
        try {
            if (failure != null) {
                throw new JournalException("the journal did not store events of room " + room.name(), failure);
            }
            troubled = false;
            if (stored) {
                take(draft);
            } else {
                tell(() -> overtaken(draft));
            }
            drain();
        } catch (JournalException e) {
            unavailable(draft, e);
        } catch (RuntimeException e) {
            // What is stored is right; whatever went wrong here is mended by reading it anew.
            LOG.log(Level.ERROR, "room " + room.name() + " is closed and will be read from the journal", e);
            close(Goodbye.RESTART);
        }
    }

    private void take(Draft draft) {
        room = draft.room();
        clerk.remember(draft.answers().values());
        if (!draft.lines().isEmpty()) {
            unsavedOpening = Optional.empty();
            doubtful.clear();
        }
        tell(draft::carryOut);
    }

    /**
     * Something else was stored first: take it over, then decide again. It is another server's, or one of our own drafts
     * that was stored although the journal seemed to fail, and whose answers are given now.
     */
    private void overtaken(Draft draft) {
        List<Line> tail = around.journal().read(room.name(), unsavedOpening.isPresent() ? -1 : room.seq());
        Optional<Draft> ours = doubtful.stream()
                .filter(each -> tail.stream()
                        .skip(unsavedOpening.stream().count())
                        .limit(each.lines().size())
                        .toList()
                        .equals(each.lines()))
                .findFirst();
        if (ours.isEmpty() && unsavedOpening.isPresent()) {
            close(Goodbye.RESTART);
            return;
        }
        ours.ifPresent(this::take);
        ours.ifPresent(stored -> dropAbsent());
        tail.stream().filter(line -> line.seq() > room.seq()).forEach(line -> {
            room = room.evolve(around.codec().read(line));
            audience.hear(line, Optional.empty());
        });
        clerk.remember(around.journal().answers(room.name()));
        putBack(draft.turns());
    }

    private void unavailable(Draft draft, JournalException e) {
        if (!troubled) {
            // Once is enough: what waits is tried again and again.
            LOG.log(Level.WARNING, e.getMessage() + "; its players are told to try again", e);
        }
        troubled = true;
        if (!draft.lines().isEmpty() && doubtful.size() < MOST_DOUBTFUL) {
            doubtful.add(draft);
        }
        List<Turn> waiting = new ArrayList<>(draft.turns());
        waiting.addAll(inbox);
        inbox.clear();
        waiting.stream()
                .filter(turn -> !turn.isDrop())
                .forEach(turn -> turnAway(turn, "the move could not be stored; try again in a moment"));
        putBack(waiting.stream().filter(Turn::isDrop).toList());
    }

    private void turnAway(Turn turn, String detail) {
        around.tally().refused(turn.command(), Reason.UNAVAILABLE);
        turn.visitor().send(turn.refused(new Refusal(Reason.UNAVAILABLE, detail)));
    }

    private void putBack(List<Turn> turns) {
        for (int i = turns.size() - 1; i >= 0; i--) {
            inbox.addFirst(turns.get(i));
        }
    }
}
