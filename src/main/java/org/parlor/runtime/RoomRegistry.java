package org.parlor.runtime;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.parlor.log.NewerVersionException;
import org.parlor.log.StoreException;
import org.parlor.room.Refusal;
import org.parlor.room.Refusal.Reason;
import org.parlor.room.Room;

/**
 * The rooms that have people in them, and those that are being opened. Whoever comes while a room is read from the store joins it
 * afterwards, in the order of coming; nobody else waits. Safe for use by many threads.
 */
public final class RoomRegistry {

    /** What is due in a room that nobody is in is looked for so long before. */
    static final Duration LOOK_AHEAD = Duration.ofSeconds(60);

    private static final Logger LOG = System.getLogger(RoomRegistry.class.getName());
    private static final int MOST_DUE = 100;

    /** A room that nobody is in stays for a moment: whoever reloads a page comes back at once. */
    private static final Duration REST = Duration.ofMillis(250);

    /** Whoever was promised a new room must come for it in this time. */
    /** So many handshakes of a room that is not there are remembered. */
    private static final int MOST_PROMISES = 8;

    private static final Duration LONGEST_WAY = Duration.ofSeconds(10);

    private final Map<String, Entry> entries = new ConcurrentHashMap<>();
    private final RoomServices services;
    private final RoomRepository repository;
    private volatile boolean closed;

    public RoomRegistry(RoomServices services, RoomRepository repository) {
        this.services = services;
        this.repository = repository;
    }

    /** A room that may be new. */
    public interface Founding {

        /** The new room, or why there can't be one. */
        Result found();

        /** What came of it. */
        sealed interface Result {

            /** There can be such a room. */
            record Founded(Room room) implements Result {}

            /** There can't, and the connection is closed for this reason. */
            record Rejected(Refusal refusal, CloseReason reason) implements Result {}
        }
    }

    /**
     * Somebody on the way into a room.
     *
     * @param gap where the welcome goes
     * @param founding a new room in case that there is none
     * @param joined is told the room once the connection is in it; not if it was sent away
     */
    public record PendingJoin(
            Connection connection, Connection.Gap gap, Founding founding, Consumer<RoomActor> joined) {

        private void sendAway(Refusal refusal, CloseReason reason) {
            Message refused = new Message.Refused(Optional.empty(), refusal);
            gap.fill(List.of(connection.encoding().encode(refused)), () -> {});
            connection.close(reason);
        }
    }

    /** What is known of a room by its name. Guarded by its own lock. */
    private static final class Entry {

        private final List<Founding> promised = new ArrayList<>();
        private final List<PendingJoin> waiting = new ArrayList<>();
        private Optional<RoomActor> actor = Optional.empty();
        private boolean opening;
        private boolean gone;

        boolean isUnused() {
            return promised.isEmpty() && waiting.isEmpty() && !opening && actor.isEmpty();
        }
    }

    /**
     * Notes that somebody is on the way who would found a room; if it turns out to be new, it is the first one's, also if another
     * arrives earlier.
     */
    public void expect(String name, Founding founding) {
        AtomicBoolean promised = new AtomicBoolean();
        update(name, entry -> {
            if (entry.actor.isEmpty() && entry.promised.size() < MOST_PROMISES) {
                entry.promised.add(founding);
                promised.set(true);
            }
        });
        if (promised.get()) {
            services.timers().after(LONGEST_WAY, () -> forget(name, founding));
        }
    }

    private void forget(String name, Founding founding) {
        update(name, entry -> entry.promised.remove(founding));
        release(name);
    }

    /** Brings a connection into a room, which is opened if it does not exist. Does not wait for the store. */
    public void enter(String name, PendingJoin join) {
        if (closed) {
            join.sendAway(new Refusal(Reason.UNAVAILABLE, "the server restarts"), CloseReason.RESTART);
            return;
        }
        Optional<RoomActor> open = update(name, entry -> {
            if (entry.actor.isEmpty()) {
                entry.waiting.add(join);
                open(name, false, entry);
            }
        });
        open.ifPresent(actor -> join(name, actor, join));
    }

    /** Changes what is known of a room. Returns the room if it is open. */
    private Optional<RoomActor> update(String name, Consumer<Entry> change) {
        while (true) {
            Entry entry = entries.computeIfAbsent(name, unknown -> new Entry());
            synchronized (entry) {
                if (!entry.gone) {
                    change.accept(entry);
                    return entry.actor;
                }
            }
        }
    }

    private void join(String name, RoomActor actor, PendingJoin join) {
        if (actor.join(join.connection(), join.gap())) {
            join.joined().accept(actor);
            return;
        }
        update(name, entry -> entry.actor = entry.actor.filter(it -> it != actor));
        enter(name, join);
    }

    private void open(String name, boolean wasDue, Entry entry) {
        if (entry.opening) {
            return;
        }
        entry.opening = true;
        try {
            services.readers().execute(() -> read(name, wasDue, entry));
        } catch (RejectedExecutionException e) {
            LOG.log(Level.DEBUG, "too many rooms are being read", e);
            entry.opening = false;
            entry.waiting.forEach(RoomRegistry::sendAway);
            entry.waiting.clear();
        }
    }

    private void read(String name, boolean wasDue, Entry entry) {
        try {
            Optional<RoomActor> stored = repository
                    .load(name)
                    .map(it -> RoomActor.returned(it, wasDue, services, repository, () -> rest(name)));
            admit(name, entry, stored);
        } catch (NewerVersionException e) {
            LOG.log(Level.WARNING, "room " + name + " stays closed: " + e.getMessage());
            turnAway(name, entry, new Refusal(Reason.NEWER_VERSION, e.getMessage()), CloseReason.NEWER_VERSION);
        } catch (RuntimeException | Error e) {
            LOG.log(Level.WARNING, "room " + name + " can't be opened", e);
            turnAway(name, entry, OUT_OF_REACH, CloseReason.UNAVAILABLE);
        }
    }

    private static final Refusal OUT_OF_REACH =
            new Refusal(Reason.UNAVAILABLE, "the room can't be opened right now; come back in a moment");

    private static void sendAway(PendingJoin join) {
        join.sendAway(OUT_OF_REACH, CloseReason.UNAVAILABLE);
    }

    private void turnAway(String name, Entry entry, Refusal refusal, CloseReason reason) {
        List<PendingJoin> all;
        synchronized (entry) {
            entry.opening = false;
            all = List.copyOf(entry.waiting);
            entry.waiting.clear();
        }
        all.forEach(join -> join.sendAway(refusal, reason));
        release(name);
    }

    /** The room is read, or there is none yet: all who wait come in, in their order. */
    private void admit(String name, Entry entry, Optional<RoomActor> stored) {
        Optional<RoomActor> actor = stored;
        while (true) {
            PendingJoin next;
            Optional<RoomActor> here;
            synchronized (entry) {
                here = actor.or(() -> founded(name, entry));
                if (here.isPresent()) {
                    entry.promised.clear();
                }
                if (entry.waiting.isEmpty()) {
                    entry.opening = false;
                    entry.actor = here;
                    break;
                }
                next = entry.waiting.remove(0);
            }
            actor = here;
            if (!admit(name, next, here)) {
                openAnew(name, entry, next);
                return;
            }
        }
        release(name);
    }

    /** The room that was to be entered is closed by now. */
    private void openAnew(String name, Entry entry, PendingJoin join) {
        synchronized (entry) {
            entry.opening = false;
            entry.actor = Optional.empty();
        }
        enter(name, join);
    }

    /** Lets somebody in, or says why not. False if the room is closed. */
    private static boolean admit(String name, PendingJoin join, Optional<RoomActor> actor) {
        try {
            if (actor.isPresent()) {
                if (!actor.get().join(join.connection(), join.gap())) {
                    return false;
                }
                join.joined().accept(actor.get());
            } else if (join.founding().found() instanceof Founding.Result.Rejected rejected) {
                join.sendAway(rejected.refusal(), rejected.reason());
            }
        } catch (RuntimeException | Error e) {
            LOG.log(Level.WARNING, "room " + name + " can't be entered", e);
            sendAway(join);
        }
        return true;
    }

    /** A new room: the first one's who was promised it, or who waits for it. */
    private Optional<RoomActor> founded(String name, Entry entry) {
        List<Founding> wishes = new ArrayList<>(entry.promised);
        entry.waiting.forEach(join -> wishes.add(join.founding()));
        return wishes.stream()
                .flatMap(wish -> room(name, wish).stream())
                .findFirst()
                .map(room -> RoomActor.founded(room, services, repository, () -> rest(name)));
    }

    /** What goes wrong with one wish leaves the room to the next. */
    private static Optional<Room> room(String name, Founding wish) {
        try {
            return wish.found() instanceof Founding.Result.Founded founded
                    ? Optional.of(founded.room())
                    : Optional.empty();
        } catch (RuntimeException | Error e) {
            LOG.log(Level.WARNING, "room " + name + " can't be founded", e);
            return Optional.empty();
        }
    }

    private void rest(String name) {
        services.timers().after(REST, () -> release(name));
    }

    /** Forgets a room that nobody is in or on the way to. */
    private void release(String name) {
        Entry entry = entries.get(name);
        if (entry == null) {
            return;
        }
        synchronized (entry) {
            entry.actor = entry.actor.filter(actor -> !actor.retire());
            if (entry.isUnused()) {
                entry.gone = true;
                entries.remove(name, entry);
            }
        }
    }

    /** How many rooms are open or being opened. */
    public int size() {
        return entries.size();
    }

    /** Opens the rooms that nobody is in and in which something is due soon, so that it happens. Waits for the store. */
    public void openDue() {
        long until = services.now() + LOOK_AHEAD.toMillis();
        try {
            for (String name : services.store().due(until, MOST_DUE)) {
                update(name, entry -> {
                    if (entry.actor.isEmpty()) {
                        open(name, true, entry);
                    }
                });
            }
        } catch (StoreException e) {
            LOG.log(Level.WARNING, "what is due in rooms that nobody is in can't be looked for", e);
        }
    }

    /** Sends everyone away, also those who wait for a room to be opened. */
    public void close(CloseReason reason) {
        closed = true;
        // No lambda takes an entry: where there never was a room, its class may be out of reach by now.
        for (Entry entry : entries.values()) {
            close(entry, reason);
        }
    }

    private static void close(Entry entry, CloseReason reason) {
        List<PendingJoin> waiting;
        Optional<RoomActor> actor;
        synchronized (entry) {
            waiting = List.copyOf(entry.waiting);
            entry.waiting.clear();
            actor = entry.actor;
        }
        waiting.forEach(join ->
                join.sendAway(new Refusal(Reason.UNAVAILABLE, "the server restarts; come back in a moment"), reason));
        actor.ifPresent(it -> it.close(reason));
    }
}
