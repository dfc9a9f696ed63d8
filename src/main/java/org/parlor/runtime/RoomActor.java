package org.parlor.runtime;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.parlor.game.Seat;
import org.parlor.game.Viewer;
import org.parlor.log.Append;
import org.parlor.log.DirectoryEntry;
import org.parlor.log.NewerVersionException;
import org.parlor.log.StoreException;
import org.parlor.log.StoredEvent;
import org.parlor.room.Change;
import org.parlor.room.Command;
import org.parlor.room.Event;
import org.parlor.room.Player;
import org.parlor.room.RecordedEvent;
import org.parlor.room.Refusal;
import org.parlor.room.Refusal.Reason;
import org.parlor.room.Room;
import org.parlor.room.SeatCommand;
import org.parlor.room.Status;

/**
 * A room with people in it: the single writer of its log. Commands wait in line; those that are there are decided together,
 * stored in one append, and only then told. While an append is under way the next ones wait, so the state on which
 * a command is decided is always the stored one.
 *
 * <p>Safe for use by many threads. No method waits for the store: it is written in the background, and what must be read from it
 * (what a connection missed, what another server wrote) is read by threads of their own.
 */
public final class RoomActor {

    private static final Logger LOG = System.getLogger(RoomActor.class.getName());

    /** More than this many commands in line means that the store can't keep up. */
    static final int MAX_QUEUED_COMMANDS = 1000;

    private static final Duration RETRY = Duration.ofSeconds(1);

    private final RoomServices services;
    private final Connections connections = new Connections();
    private final CommandHandler handler;
    private final CatchUps catchUps;
    private final RecentChanges recent;
    private final Deque<QueuedCommand> queue = new ArrayDeque<>();
    private final InDoubtCommits inDoubt = new InDoubtCommits();
    private final Runnable whenIdle;
    private final WakeUp wakeUp;
    private Room room;
    private Optional<StoredEvent> unstoredOpening;
    private Map<Audience, Frame> welcomes = new HashMap<>();
    private Phase phase = Phase.IDLE;

    /** Whether everyone was sent away, and the room must be opened anew. */
    private boolean closed;

    /** Whether it is not known yet who is here: a room that came back for its deadline may have its players on another server. */
    private boolean nobodyCame;

    /** Whether the directory may tell something that is not so any more. */
    private boolean directoryIsStale;

    /** When something happens by itself as far as the directory knows, which does not hear of each move. */
    private OptionalLong deadlineTold = OptionalLong.empty();

    /** What the room is at. */
    private enum Phase {
        /** Nothing is under way. */
        IDLE,
        /** What was decided is being told; what comes meanwhile waits. */
        TELLING,
        /** An append is under way. */
        COMMITTING,
        /** What somebody else stored is being read. */
        OVERTAKEN
    }

    private RoomActor(
            Room room,
            RecentChanges recent,
            Optional<StoredEvent> unstoredOpening,
            RoomServices services,
            RoomRepository repository,
            Runnable whenIdle) {
        this.room = room;
        this.recent = recent;
        this.unstoredOpening = unstoredOpening;
        this.services = services;
        this.whenIdle = whenIdle;
        this.handler = new CommandHandler(services, connections);
        this.catchUps = new CatchUps(room.name(), services, repository);
        this.wakeUp = new WakeUp(services, this::wake);
    }

    /**
     * A new room; it is stored with its first event.
     *
     * @param whenIdle is run when nobody is here any more and nothing is under way
     */
    static RoomActor founded(Room room, RoomServices services, RoomRepository repository, Runnable whenIdle) {
        RecordedEvent opening = new RecordedEvent(room.last(), room.config().opening());
        RecentChanges recent = new RecentChanges();
        recent.add(new Change(opening, room));
        Optional<StoredEvent> unstored = Optional.of(services.codec().write(opening, Optional.empty()));
        return new RoomActor(room, recent, unstored, services, repository, whenIdle);
    }

    /**
     * A room that comes back from the store; whoever was connected then is not connected now.
     *
     * @param wasDue whether it comes back because of the time that the directory told
     */
    static RoomActor returned(
            RoomRepository.Stored stored,
            boolean wasDue,
            RoomServices services,
            RoomRepository repository,
            Runnable whenIdle) {
        RoomActor actor =
                new RoomActor(stored.room(), stored.recent(), Optional.empty(), services, repository, whenIdle);
        actor.directoryIsStale = wasDue;
        actor.nobodyCame = wasDue;
        actor.takeUp(stored);
        return actor;
    }

    /** Takes up an earlier life, whose connections are lost. */
    private synchronized void takeUp(RoomRepository.Stored stored) {
        handler.remember(stored.log(), stored.refusals());
        if (!nobodyCame) {
            dropAbsent();
        }
        queue.add(QueuedCommand.own(new LostConnection(), new Command.TimeUp()));
        drain();
    }

    /** Players who are connected as far as the log knows, but not here, have lost their connection. */
    private void dropAbsent() {
        room.roster().players().values().stream()
                .filter(player -> player.connected() && !connections.hasPlayer(player.number()))
                .map(player -> connections.addLost(player.number(), services.now()))
                .forEach(lost -> queue.add(QueuedCommand.own(lost, new SeatCommand.Drop())));
    }

    /**
     * Players who are away as far as the log knows, but connected here, were taken for lost by another server. They are back before
     * anything is decided anew, a claim for instance.
     */
    private void returnPresent() {
        connections
                .takenForLost(room)
                .forEach(connection -> queue.addFirst(QueuedCommand.own(connection, new SeatCommand.Stay())));
    }

    /**
     * A new connection: it hears everything from now on, {@code welcome} first.
     *
     * @param gap where the welcome goes
     * @return false if the room is closed and must be opened anew
     */
    public boolean join(Connection connection, Connection.Gap gap) {
        Room seen;
        Map<Audience, Frame> known;
        synchronized (this) {
            if (closed) {
                return false;
            }
            connections.add(connection, services.now());
            seen = room;
            known = welcomes;
            setWakeUp();
            if (nobodyCame) {
                nobodyCame = false;
                dropAbsent();
                drain();
            }
        }
        gap.fill(List.of(welcome(seen, connection.encoding(), known)), () -> {});
        return true;
    }

    /** Written once for all who come while the room stays as it is, and not under the room's lock. */
    private static Frame welcome(Room seen, Encoding encoding, Map<Audience, Frame> known) {
        Audience audience = new Audience(Viewer.SPECTATOR, encoding);
        synchronized (known) {
            return known.computeIfAbsent(audience, it -> it.encoding().encode(new Message.Welcome(seen, it.viewer())));
        }
    }

    /** The connection is gone; its player is dropped unless a newer connection has the seat. Calling again does nothing. */
    public synchronized void leave(Connection connection) {
        if (!closed && connections.has(connection)) {
            queue.add(QueuedCommand.own(connection, new SeatCommand.Drop()));
            drain();
        }
    }

    /** Carries a command out; the connection gets the answer when it is stored. */
    public synchronized void submit(Connection connection, Optional<String> id, Command command) {
        if (!connections.has(connection)) {
            return;
        }
        QueuedCommand queued = new QueuedCommand(connection, id, command);
        if (closed || queue.size() >= MAX_QUEUED_COMMANDS) {
            turnAway(queued, "the server is busy; try again in a moment");
            return;
        }
        queue.add(queued);
        drain();
    }

    /** Does what is due by itself. */
    private synchronized void wake() {
        if (closed) {
            return;
        }
        wakeUp.cancel();
        OptionalLong deadline = room.deadline();
        boolean isAsked = queue.stream().anyMatch(queued -> queued.command() instanceof Command.TimeUp);
        if (!isAsked && deadline.isPresent() && deadline.getAsLong() <= services.now()) {
            queue.add(QueuedCommand.own(new LostConnection(), new Command.TimeUp()));
        }
        drain();
        if (room.status() == Status.OVER) {
            long latest = services.now() - services.settings().rematch().toMillis();
            if (room.match().changed().at() <= latest) {
                connections.sendAllAway(latest, CloseReason.GAME_OVER);
            }
        }
        setWakeUp();
    }

    /** Takes no more commands and sends everyone away. What was decided is still stored. */
    public synchronized void close(CloseReason reason) {
        closed = true;
        wakeUp.cancel();
        queue.clear();
        connections.sendAllAway(Long.MAX_VALUE, reason);
        whenIdle.run();
    }

    /** Whether nobody is here and nothing is under way or due soon, so that the store alone can keep the room. */
    public synchronized boolean isIdle() {
        return closed || (phase == Phase.IDLE && connections.isEmpty() && queue.isEmpty() && !isDueSoon());
    }

    /** Ends for good if it {@linkplain #isIdle() is idle}, so that nobody comes into a room that is forgotten. False if it is not. */
    synchronized boolean retire() {
        if (!isIdle()) {
            return false;
        }
        closed = true;
        wakeUp.cancel();
        return true;
    }

    /** Whether it would have to be opened again at once. The directory tells of what is due later. */
    private boolean isDueSoon() {
        OptionalLong deadline = room.deadline();
        return deadline.isPresent() && deadline.getAsLong() - services.now() < RoomRegistry.LOOK_AHEAD.toMillis();
    }

    private void drain() {
        // A send can find its connection dead and call leave() from within: that command waits for this loop.
        try {
            while (phase == Phase.IDLE && !queue.isEmpty()) {
                step();
            }
        } catch (RuntimeException | Error e) {
            abandon(e);
        }
        if (isIdle()) {
            whenIdle.run();
        }
    }

    private void step() {
        PendingCommit commit = decide();
        if (commit.needsCommit() || directoryIsStale) {
            commit(commit);
        } else {
            tell(commit.effects());
        }
    }

    private PendingCommit decide() {
        PendingCommit commit = new PendingCommit(room, services.codec(), services.now());
        QueuedCommand queued;
        do {
            queued = queue.remove();
            commit.add(queued);
            handler.decide(queued, commit);
            // Who a connection is must be settled before its next command is decided.
        } while (!queued.command().changesIdentity()
                && !queue.isEmpty()
                && commit.commands().size() < MAX_QUEUED_COMMANDS);
        return commit;
    }

    private void commit(PendingCommit commit) {
        phase = Phase.COMMITTING;
        List<StoredEvent> events = new ArrayList<>();
        if (!commit.events().isEmpty()) {
            unstoredOpening.ifPresent(events::add);
            events.addAll(commit.events());
        }
        boolean isNew = !commit.events().isEmpty() && unstoredOpening.isPresent();
        boolean touched = isNew
                || directoryIsStale
                || Directory.isTouchedBy(room, commit.changes())
                || Directory.isDueBefore(commit.room(), deadlineTold);
        Optional<DirectoryEntry> entry = touched ? Optional.of(Directory.entry(commit.room())) : Optional.empty();
        services.store()
                .append(new Append(room.name(), events, commit.refusals(), entry))
                .whenComplete((result, failure) -> settle(commit, entry, result, failure));
    }

    private void settle(PendingCommit commit, Optional<DirectoryEntry> entry, Append.Result result, Throwable failure) {
        synchronized (this) {
            try {
                if (failure != null) {
                    putOff(commit, failure);
                } else if (result == Append.Result.STORED) {
                    phase = Phase.IDLE;
                    entry.ifPresent(this::directoryTold);
                    take(commit);
                } else {
                    readTail(commit);
                }
            } catch (RuntimeException | Error e) {
                abandon(e);
            }
        }
    }

    private void directoryTold(DirectoryEntry entry) {
        directoryIsStale = false;
        deadlineTold = entry.deadline();
    }

    private void take(PendingCommit commit) {
        room = commit.room();
        welcomes = new HashMap<>();
        commit.changes().forEach(recent::add);
        handler.remember(commit.events(), commit.refusals());
        if (!commit.events().isEmpty()) {
            unstoredOpening = Optional.empty();
            inDoubt.clear();
        }
        tell(commit.effects());
        setWakeUp();
        drain();
    }

    private void tell(List<Effect> effects) {
        Phase before = phase;
        phase = Phase.TELLING;
        effects.forEach(this::carryOut);
        phase = before;
    }

    private void carryOut(Effect effect) {
        if (effect instanceof Effect.Tell tell) {
            connections.tell(tell.change(), tell.except());
        } else if (effect instanceof Effect.Reply reply) {
            reply.to().send(reply.to().encoding().encode(reply.message()));
        } else if (effect instanceof Effect.TellSeats seats) {
            connections.tellSeats(seats.room());
        } else if (effect instanceof Effect.Bind bind) {
            connections.bind(bind.connection(), bind.player());
        } else if (effect instanceof Effect.CatchUp catchUp) {
            catchUp(catchUp);
        } else if (effect instanceof Effect.Remove remove) {
            connections.remove(remove.connection());
        } else if (effect instanceof Effect.SendAway away) {
            connections.sendAway(away.connection(), away.reason());
        } else if (effect instanceof Effect.Count count) {
            count(count);
        }
    }

    private void catchUp(Effect.CatchUp wanted) {
        Connection connection = wanted.connection();
        Connection.Gap gap = connection.gap();
        Encoding encoding = connection.encoding();
        Optional<List<Change>> missed = recent.between(wanted.since(), wanted.upTo());
        if (missed.isPresent()) {
            List<Frame> frames = missed.get().stream()
                    .map(change -> encoding.encode(
                            new Message.Happened(change, change.after().viewer(wanted.player()))))
                    .toList();
            gap.fill(frames, () -> {});
        } else {
            int player = room.config().hasSecrets() ? wanted.player() : Player.NOBODY;
            CatchUps.Reader reader = new CatchUps.Reader(player, encoding);
            catchUps.add(new CatchUps.Request(connection, gap, reader, wanted.since(), wanted.upTo()));
        }
    }

    private void count(Effect.Count count) {
        switch (count.outcome()) {
            case ACCEPTED -> services.metrics().accepted(count.command());
            case REPEATED -> services.metrics().repeated(count.command());
            case REFUSED ->
                services.metrics().refused(count.command(), count.reason().orElseThrow());
        }
    }

    /** What is stored is right; whatever went wrong here is mended by reading it anew. */
    private void abandon(Throwable cause) {
        LOG.log(Level.ERROR, "room " + room.name() + " is closed and will be read from the store", cause);
        close(CloseReason.RESTART);
    }

    /** Something else was stored first: it is read, and then what waits is decided again. */
    private void readTail(PendingCommit commit) {
        phase = Phase.OVERTAKEN;
        long end = unstoredOpening.isPresent() ? -1 : room.seq();
        services.readers().execute(() -> {
            try {
                List<StoredEvent> tail = services.store().read(room.name(), end);
                synchronized (this) {
                    phase = Phase.IDLE;
                    giveWay(commit, tail);
                }
            } catch (StoreException e) {
                synchronized (this) {
                    putOff(commit, e);
                }
            } catch (NewerVersionException e) {
                LOG.log(Level.WARNING, "room " + room.name() + " is closed: " + e.getMessage(), e);
                close(CloseReason.NEWER_VERSION);
            } catch (RuntimeException | Error e) {
                abandon(e);
            }
        });
    }

    /**
     * Takes over what was stored, then decides again. It is another server's, or one of our own commits that was stored although
     * the store seemed to fail, and whose answers are given now.
     */
    private void giveWay(PendingCommit commit, List<StoredEvent> tail) {
        List<StoredEvent> news =
                tail.stream().filter(event -> event.seq() > room.seq()).toList();
        Optional<PendingCommit> ours = inDoubt.storedAs(news);
        if (ours.isEmpty() && (unstoredOpening.isPresent() || news.isEmpty())) {
            close(CloseReason.RESTART);
            return;
        }
        putBack(commit.commands());
        Phase resumed = phase;
        phase = Phase.TELLING;
        ours.ifPresent(this::takeInDoubt);
        Room earlier = room;
        news.stream().filter(event -> event.seq() > room.seq()).forEach(this::hearFromElsewhere);
        if (earlier.roster().differsIn(room.roster())) {
            connections.tellSeats(room);
        }
        returnPresent();
        phase = resumed;
        setWakeUp();
        drain();
    }

    private void takeInDoubt(PendingCommit stored) {
        room = stored.room();
        welcomes = new HashMap<>();
        stored.changes().forEach(recent::add);
        handler.remember(stored.events(), stored.refusals());
        unstoredOpening = Optional.empty();
        inDoubt.clear();
        stored.effects().forEach(this::carryOut);
        dropAbsent();
    }

    /** Whoever comes back or leaves on another server has no seat here any more: the connection here is an old one. */
    private void hearFromElsewhere(StoredEvent stored) {
        RecordedEvent event = services.codec().readRecorded(stored);
        Optional<Player> elsewhere = seatOfWhoCameOrLeft(event.event()).flatMap(room::player);
        room = room.evolve(event);
        welcomes = new HashMap<>();
        Change change = new Change(event, room);
        recent.add(change);
        handler.remember(List.of(stored), List.of());
        connections.tell(change, Optional.empty());
        elsewhere.ifPresent(player -> connections.release(player.number()));
    }

    private static Optional<Seat> seatOfWhoCameOrLeft(Event event) {
        if (event instanceof Event.Returned returned) {
            return Optional.of(returned.seat());
        }
        return event instanceof Event.Left left ? Optional.of(left.seat()) : Optional.empty();
    }

    private void putOff(PendingCommit commit, Throwable failure) {
        LOG.log(Level.WARNING, "room " + room.name() + " can't be stored; its players are told to try again", failure);
        phase = Phase.IDLE;
        inDoubt.add(commit);
        List<QueuedCommand> waiting = new ArrayList<>(commit.commands());
        waiting.addAll(queue);
        queue.clear();
        waiting.stream()
                .filter(QueuedCommand::isAsked)
                .forEach(queued -> turnAway(queued, "this could not be stored; try again in a moment"));
        putBack(waiting.stream().filter(queued -> !queued.isAsked()).toList());
        wakeUp.within(RETRY);
    }

    private void turnAway(QueuedCommand queued, String detail) {
        services.metrics().refused(queued.command(), Reason.UNAVAILABLE);
        Message refused = queued.refused(new Refusal(Reason.UNAVAILABLE, detail));
        queued.connection().send(queued.connection().encoding().encode(refused));
        if (queued.command() instanceof SeatCommand seat && seat.showsSecret()) {
            // What comes after it is meant in the player's name.
            connections.sendAway(queued.connection(), CloseReason.UNAVAILABLE);
        }
    }

    private void putBack(List<QueuedCommand> commands) {
        for (int i = commands.size() - 1; i >= 0; i--) {
            queue.addFirst(commands.get(i));
        }
    }

    private void setWakeUp() {
        if (closed) {
            return;
        }
        room.deadline().ifPresent(wakeUp::at);
        if (room.status() == Status.OVER) {
            long rematch = services.settings().rematch().toMillis();
            long now = services.now();
            connections
                    .since()
                    .map(since -> Math.max(room.match().changed().at(), since) + rematch)
                    .filter(end -> end > now)
                    .min()
                    .ifPresent(wakeUp::at);
        }
    }
}
