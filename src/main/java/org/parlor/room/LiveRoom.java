package org.parlor.room;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    private final Surroundings around;
    private final Map<Visitor, Presence> visitors = new LinkedHashMap<>();
    private final Map<Answer.Key, Answer> answers = new HashMap<>();
    private final Set<String> spentKeys = new HashSet<>();
    private final Deque<Turn> inbox = new ArrayDeque<>();
    private Room room;
    private Optional<Line> unsavedOpening;
    private boolean committing;
    private boolean closed;
    private boolean busy;

    /** Who a visitor is, and since when. */
    private record Presence(int player, long since) {

        Presence as(int other) {
            return new Presence(other, since);
        }
    }

    private LiveRoom(Room room, Optional<Line> unsavedOpening, Surroundings around) {
        this.room = room;
        this.unsavedOpening = unsavedOpening;
        this.around = around;
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
        given.forEach(answer -> answers.put(answer.key(), answer));
        for (Player player : room.seats().values()) {
            if (player.connected()) {
                Visitor ghost = new Ghost();
                visitors.put(ghost, new Presence(player.number(), around.now()));
                inbox.add(new Turn(ghost, Optional.empty(), new Seating.Drop()));
            }
        }
        drain();
    }

    /** A new connection: it hears everything from now on, {@code welcome} first. */
    public synchronized void join(Visitor visitor) {
        visitors.put(visitor, new Presence(Player.NOBODY, around.now()));
        visitor.send(new Message.Welcome(room));
        if (closed) {
            visitor.close(Goodbye.RESTART);
        }
    }

    /** The connection is gone; its player is dropped unless a newer connection has the seat. Calling again does nothing. */
    public synchronized void leave(Visitor visitor) {
        if (!closed && visitors.containsKey(visitor)) {
            inbox.add(new Turn(visitor, Optional.empty(), new Seating.Drop()));
            drain();
        }
    }

    /** The visitor has received the token that it was sent last: the one before it has done its duty. */
    public synchronized void received(Visitor visitor) {
        Presence presence = visitors.get(visitor);
        if (presence != null) {
            room.seatOf(presence.player())
                    .flatMap(room::player)
                    .flatMap(Player::earlierKey)
                    .ifPresent(spentKeys::add);
        }
    }

    /** Carries a command out; the visitor gets the answer when it is stored. */
    public synchronized void submit(Visitor visitor, Optional<String> id, Command command) {
        if (!visitors.containsKey(visitor)) {
            return;
        }
        Turn turn = new Turn(visitor, id, command);
        if (closed || inbox.size() >= LONGEST_LINE) {
            visitor.send(turn.refused(new Refusal(Reason.UNAVAILABLE, "the server is busy; try again in a moment")));
            return;
        }
        inbox.add(turn);
        drain();
    }

    /** Does what is due: retries what the journal did not take, closes what is over since {@code rematchMillis}. */
    public synchronized void tick(long rematchMillis) {
        drain();
        if (room.status() != Status.OVER) {
            return;
        }
        Map.copyOf(visitors).forEach((visitor, presence) -> {
            if (around.now() - Math.max(room.overSince(), presence.since()) >= rematchMillis) {
                visitor.close(Goodbye.DONE);
            }
        });
    }

    /** Takes no more commands and sends everyone away. What was decided is still stored. */
    public synchronized void close(Goodbye goodbye) {
        closed = true;
        inbox.clear();
        List.copyOf(visitors.keySet()).forEach(visitor -> visitor.close(goodbye));
    }

    /** Whether the room sent everyone away and must be opened anew. */
    public synchronized boolean isClosed() {
        return closed;
    }

    /** Whether nobody is here and nothing is under way, so that the journal alone can keep the room. */
    public synchronized boolean isIdle() {
        return closed || (visitors.isEmpty() && inbox.isEmpty() && !committing);
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
            decide(turn, draft);
            // Who a connection is must be settled before its next command is decided.
        } while (!turn.command().rebinds() && !inbox.isEmpty());
        return draft;
    }

    private void tell(Runnable news) {
        busy = true;
        try {
            news.run();
        } finally {
            busy = false;
        }
    }

    private void decide(Turn turn, Draft draft) {
        Presence presence = visitors.get(turn.visitor());
        if (presence == null) {
            // It came in after the connection was lost; a seat taken now would belong to nobody.
            return;
        }
        int player = presence.player();
        Optional<Answer> given = turn.id().flatMap(id -> answered(new Answer.Key(player, id), draft));
        if (given.isPresent()) {
            draft.afterwards(() -> turn.visitor().send(given.get().message()));
            return;
        }
        Token token = Token.mint(around.random());
        if (turn.command() instanceof Seating.Resume resume && isSpent(resume)) {
            refuse(turn, Seating.Resume.BAD_TOKEN, player, draft);
            return;
        }
        Decision decision =
                turn.command().decide(draft.room(), new Sender(player, token.hash(), around.now(), around.patience()));
        if (decision instanceof Decision.Accepted accepted) {
            accept(turn, accepted, player, token, draft);
        } else if (decision instanceof Decision.Refused refused) {
            refuse(turn, refused.refusal(), player, draft);
        } else if (decision instanceof Decision.Told told) {
            long seq = draft.room().seq();
            draft.afterwards(
                    () -> turn.visitor().send(new Message.Legal(turn.id(), seq, told.plays(), told.forbidden())));
        }
    }

    private Optional<Answer> answered(Answer.Key key, Draft draft) {
        return key.player() == Player.NOBODY
                ? Optional.empty()
                : Optional.ofNullable(answers.get(key))
                        .or(() -> Optional.ofNullable(draft.answers().get(key)));
    }

    private boolean isSpent(Seating.Resume resume) {
        return resume.token().map(Token::hash).filter(spentKeys::contains).isPresent();
    }

    private void accept(Turn turn, Decision.Accepted accepted, int before, Token token, Draft draft) {
        boolean resumes = turn.command() instanceof Seating.Resume;
        long first = draft.room().seq() + (accepted.events().isEmpty() ? 0 : 1);
        for (Event event : accepted.events()) {
            Line line = draft.log(event);
            draft.afterwards(() -> broadcast(line, resumes ? Optional.of(turn.visitor()) : Optional.empty()));
        }
        if (turn.isDrop()) {
            draft.afterwards(() -> visitors.remove(turn.visitor()));
            return;
        }
        if (turn.command() instanceof Seating.Resume resume) {
            draft.afterwards(() -> catchUp(turn.visitor(), resume.since()));
        }
        if (turn.command().rebinds()) {
            draft.afterwards(() -> bind(turn.visitor(), accepted.player()));
        }
        if (accepted.events().stream().anyMatch(e -> e instanceof Event.Seated || e instanceof Event.Returned)) {
            draft.afterwards(() -> tellSeat(turn, accepted.player(), token));
        }
        boolean swapped = accepted.events().stream().anyMatch(e -> e instanceof Event.Started s && s.swapped());
        if (swapped) {
            draft.afterwards(this::tellSeats);
        }
        turn.id().ifPresent(id -> {
            int player = before == Player.NOBODY ? accepted.player() : before;
            Answer answer = new Answer(player, id, first, Optional.empty());
            if (player != Player.NOBODY && !resumes) {
                draft.keep(answer);
            }
            draft.afterwards(() -> turn.visitor().send(answer.message()));
        });
        if (turn.command() instanceof Seating.Leave) {
            draft.afterwards(() -> turn.visitor().close(Goodbye.LEFT));
        }
    }

    private void refuse(Turn turn, Refusal refusal, int player, Draft draft) {
        if (player != Player.NOBODY) {
            turn.id()
                    .ifPresent(
                            id -> draft.keep(new Answer(player, id, draft.room().seq(), Optional.of(refusal))));
        }
        draft.afterwards(() -> turn.visitor().send(turn.refused(refusal)));
        if (refusal.reason() == Reason.BAD_TOKEN) {
            draft.afterwards(() -> turn.visitor().close(Goodbye.BAD_TOKEN));
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
            if (stored) {
                room = draft.room();
                unsavedOpening = draft.lines().isEmpty() ? unsavedOpening : Optional.empty();
                answers.putAll(draft.answers());
                tell(draft::carryOut);
            } else {
                tell(() -> overtaken(draft));
            }
            drain();
        } catch (JournalException e) {
            unavailable(draft, e);
        }
    }

    /** Another server wrote to this room first: take over what it wrote, then decide again. */
    private void overtaken(Draft draft) {
        if (unsavedOpening.isPresent()) {
            close(Goodbye.RESTART);
            return;
        }
        for (Line line : around.journal().read(room.name(), room.seq())) {
            room = room.evolve(around.codec().read(line));
            broadcast(line, Optional.empty());
        }
        around.journal().answers(room.name()).forEach(answer -> answers.put(answer.key(), answer));
        putBack(draft.turns());
    }

    private void unavailable(Draft draft, JournalException e) {
        LOG.log(Level.WARNING, e.getMessage() + "; its players are told to try again", e);
        Refusal refusal = new Refusal(Reason.UNAVAILABLE, "the move could not be stored; try again in a moment");
        List<Turn> waiting = new ArrayList<>(draft.turns());
        waiting.addAll(inbox);
        inbox.clear();
        waiting.stream().filter(turn -> !turn.isDrop()).forEach(turn -> turn.visitor()
                .send(turn.refused(refusal)));
        putBack(waiting.stream().filter(Turn::isDrop).toList());
    }

    private void putBack(List<Turn> turns) {
        for (int i = turns.size() - 1; i >= 0; i--) {
            inbox.addFirst(turns.get(i));
        }
    }

    private void broadcast(Line line, Optional<Visitor> except) {
        Message heard = new Message.Heard(line.text());
        visitors.keySet().stream()
                .filter(visitor -> except.filter(visitor::equals).isEmpty())
                .forEach(visitor -> visitor.send(heard));
    }

    private void catchUp(Visitor visitor, long since) {
        try {
            visitor.replay(around.journal().read(room.name(), since).stream()
                    .filter(line -> line.seq() > 0)
                    .<Message>map(line -> new Message.Heard(line.text()))
                    .toList());
        } catch (JournalException e) {
            LOG.log(Level.WARNING, "room " + room.name() + " can't be read; the visitor is told to come back", e);
            visitor.close(Goodbye.TRY_LATER);
        }
    }

    private void bind(Visitor visitor, int player) {
        for (Map.Entry<Visitor, Presence> other : List.copyOf(visitors.entrySet())) {
            if (player != Player.NOBODY && other.getValue().player() == player && other.getKey() != visitor) {
                other.setValue(other.getValue().as(Player.NOBODY));
                other.getKey().close(Goodbye.REPLACED);
            }
        }
        visitors.computeIfPresent(visitor, (same, presence) -> presence.as(player));
    }

    private void tellSeat(Turn turn, int player, Token token) {
        room.seatOf(player)
                .ifPresent(seat -> turn.visitor().send(new Message.You(turn.id(), seat, Optional.of(token))));
    }

    private void tellSeats() {
        visitors.forEach((visitor, presence) -> room.seatOf(presence.player())
                .ifPresent(seat -> visitor.send(new Message.You(Optional.empty(), seat, Optional.empty()))));
    }

    /** Stands for a connection of an earlier life of the server. */
    private static final class Ghost implements Visitor {
        @Override
        public void send(Message message) {
            // Nobody is there to hear it.
        }

        @Override
        public void replay(List<Message> missed) {
            // Nobody is there to hear it.
        }

        @Override
        public void close(Goodbye goodbye) {
            // Nothing is there to close.
        }
    }
}
