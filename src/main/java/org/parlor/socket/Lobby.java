package org.parlor.socket;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.parlor.room.Goodbye;
import org.parlor.room.LiveRoom;
import org.parlor.room.Visitor;

/**
 * The rooms that have people in them, and those that are being opened. Whoever comes while a room is read from the journal
 * joins it afterwards, in the order of coming; nobody else waits. Safe for use by many threads.
 */
final class Lobby {

    private static final Logger LOG = System.getLogger(Lobby.class.getName());

    /** Each is done when the last who came so far has joined; without a room if the journal has none and nobody founded it. */
    private final Map<String, CompletableFuture<Optional<LiveRoom>>> rooms = new ConcurrentHashMap<>();

    private final Function<String, Optional<LiveRoom>> journal;
    private final Executor readers;

    /**
     * A lobby without rooms.
     *
     * @param journal reads a room, empty if it was never stored; may wait
     * @param readers runs what waits for the journal
     */
    Lobby(Function<String, Optional<LiveRoom>> journal, Executor readers) {
        this.journal = journal;
        this.readers = readers;
    }

    /**
     * Brings a visitor into a room. Whatever keeps the visitor out is logged here, once for all who wait for the same reading.
     *
     * @param founded a new room in case that the journal has none; empty if this visitor can't have one
     * @return completes with the room when the visitor is in it, or without one; fails if the room can't be read or founded
     */
    CompletableFuture<Optional<LiveRoom>> enter(String name, Visitor visitor, Supplier<Optional<LiveRoom>> founded) {
        CompletableFuture<Optional<LiveRoom>> entered = new CompletableFuture<>();
        rooms.compute(name, (same, here) -> {
            CompletableFuture<Optional<LiveRoom>> open = open(name, here);
            return open.thenApply(room -> noted(name, () -> joined(room.or(founded), visitor)))
                    .whenComplete((room, failure) -> {
                        if (failure == null) {
                            entered.complete(room);
                        } else {
                            entered.completeExceptionally(failure);
                        }
                    })
                    // What goes wrong for one visitor leaves the room to the next as it was.
                    .exceptionallyCompose(failure -> open);
        });
        return entered;
    }

    private static Optional<LiveRoom> joined(Optional<LiveRoom> room, Visitor visitor) {
        room.ifPresent(it -> it.join(visitor));
        return room;
    }

    private CompletableFuture<Optional<LiveRoom>> open(String name, CompletableFuture<Optional<LiveRoom>> here) {
        boolean usable = here != null
                && (!here.isDone()
                        || opened(here).filter(room -> !room.isClosed()).isPresent());
        return usable ? here : CompletableFuture.supplyAsync(() -> noted(name, () -> journal.apply(name)), readers);
    }

    private static Optional<LiveRoom> noted(String name, Supplier<Optional<LiveRoom>> opening) {
        try {
            return opening.get();
        } catch (RuntimeException | Error e) {
            LOG.log(Level.WARNING, "room " + name + " can't be opened", e);
            throw e;
        }
    }

    private static Optional<LiveRoom> opened(CompletableFuture<Optional<LiveRoom>> room) {
        return room.isDone() && !room.isCompletedExceptionally() ? room.join() : Optional.empty();
    }

    /** How many rooms are open or being opened. */
    int size() {
        return rooms.size();
    }

    /** Looks after every open room, and forgets those that nobody is in. */
    void tick(Consumer<LiveRoom> duty) {
        rooms.forEach((name, room) -> {
            try {
                opened(room).ifPresent(duty);
                rooms.computeIfPresent(name, (same, here) -> isOver(here) ? null : here);
            } catch (RuntimeException e) {
                // What goes wrong in one room must not keep the others waiting.
                LOG.log(Level.ERROR, "room " + name + " could not be looked after", e);
            }
        });
    }

    private static boolean isOver(CompletableFuture<Optional<LiveRoom>> room) {
        return room.isDone() && opened(room).filter(it -> !it.isIdle()).isEmpty();
    }

    /** Sends everyone away, also those who wait for a room to be opened. */
    void close(Goodbye goodbye) {
        rooms.replaceAll((name, room) -> room.thenApply(opened -> {
            opened.ifPresent(it -> it.close(goodbye));
            return opened;
        }));
    }
}
