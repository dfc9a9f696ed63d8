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

    private final Map<String, Entrance> entrances = new ConcurrentHashMap<>();

    private final Function<String, Optional<LiveRoom>> journal;
    private final Executor readers;

    /**
     * The way into a room for the last who came so far.
     *
     * @param joined the room when that visitor is in it, or without a room; fails if something went wrong
     * @param next the room as the next one finds it then; without a room if the journal has none and nobody founded it
     */
    private record Entrance(CompletableFuture<Optional<LiveRoom>> joined, CompletableFuture<Optional<LiveRoom>> next) {

        /** Done when {@link #joined} is and the next may come. */
        CompletableFuture<Optional<LiveRoom>> passed() {
            return next.thenCompose(room -> joined);
        }

        boolean isPassed() {
            return next.isDone();
        }

        /** The room that is open behind it, if any. */
        Optional<LiveRoom> room() {
            return isPassed() && !next.isCompletedExceptionally() ? next.join() : Optional.empty();
        }
    }

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
        return entrances
                .compute(name, (same, here) -> {
                    CompletableFuture<Optional<LiveRoom>> open = open(name, Optional.ofNullable(here));
                    CompletableFuture<Optional<LiveRoom>> joined =
                            open.thenApply(room -> noted(name, () -> joined(room.or(founded), visitor)));
                    // What goes wrong for one visitor leaves the room to the next as it was.
                    return new Entrance(joined, joined.exceptionallyCompose(failure -> open));
                })
                .passed();
    }

    private static Optional<LiveRoom> joined(Optional<LiveRoom> room, Visitor visitor) {
        room.ifPresent(it -> it.join(visitor));
        return room;
    }

    private CompletableFuture<Optional<LiveRoom>> open(String name, Optional<Entrance> here) {
        return here.filter(it -> !it.isPassed()
                        || it.room().filter(room -> !room.isClosed()).isPresent())
                .map(Entrance::next)
                .orElseGet(() -> CompletableFuture.supplyAsync(() -> noted(name, () -> journal.apply(name)), readers));
    }

    private static Optional<LiveRoom> noted(String name, Supplier<Optional<LiveRoom>> opening) {
        try {
            return opening.get();
        } catch (RuntimeException | Error e) {
            LOG.log(Level.WARNING, "room " + name + " can't be opened", e);
            throw e;
        }
    }

    /** How many rooms are open or being opened. */
    int size() {
        return entrances.size();
    }

    /** Looks after every open room, and forgets those that nobody is in. */
    void tick(Consumer<LiveRoom> duty) {
        entrances.forEach((name, entrance) -> {
            try {
                entrance.room().ifPresent(duty);
                entrances.computeIfPresent(name, (same, here) -> isOver(here) ? null : here);
            } catch (RuntimeException | Error e) {
                // What goes wrong in one room must not keep the others waiting.
                LOG.log(Level.ERROR, "room " + name + " could not be looked after", e);
            }
        });
    }

    private static boolean isOver(Entrance entrance) {
        return entrance.isPassed()
                && entrance.room().filter(room -> !room.isIdle()).isEmpty();
    }

    /** Sends everyone away, also those who wait for a room to be opened. */
    void close(Goodbye goodbye) {
        entrances.replaceAll((name, entrance) ->
                new Entrance(entrance.joined(), entrance.next().thenApply(room -> {
                    room.ifPresent(it -> it.close(goodbye));
                    return room;
                })));
    }
}
