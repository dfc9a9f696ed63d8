package org.parlor.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.parlor.game.Game;
import org.parlor.game.GameRecord;
import org.parlor.game.Games;
import org.parlor.game.Setup;
import org.parlor.log.Append;
import org.parlor.log.EventCodec;
import org.parlor.log.EventStore;
import org.parlor.log.NewerVersionException;
import org.parlor.log.RefusedCommand;
import org.parlor.log.StoreException;
import org.parlor.log.StoredEvent;
import org.parlor.room.Change;
import org.parlor.room.Event;
import org.parlor.room.GameHistory;
import org.parlor.room.RecordImporter;
import org.parlor.room.RecordedEvent;
import org.parlor.room.Room;
import org.parlor.room.RoomConfig;

/**
 * Rooms as the store keeps them: a room is what follows from its log, so its log is evolved from the start. Everything here waits
 * for the store.
 */
public final class RoomRepository {

    private static final long PATIENCE_SECONDS = 10;

    private final EventStore store;
    private final EventCodec codec;
    private final Games games;

    public RoomRepository(EventStore store, EventCodec codec, Games games) {
        this.store = store;
        this.codec = codec;
        this.games = games;
    }

    /**
     * A room as it was stored.
     *
     * @param recent its latest changes
     * @param log its events
     * @param refusals those that are remembered
     */
    record Stored(Room room, RecentChanges recent, List<StoredEvent> log, List<RefusedCommand> refusals) {}

    /**
     * Reads a room; empty if it was never stored.
     *
     * @throws StoreException if it can't be read now
     * @throws NewerVersionException if its log holds what this version does not know
     * @throws IllegalStateException if the room was opened with a game that is not among the games
     */
    Optional<Stored> load(String name) {
        List<StoredEvent> log = store.read(name, -1);
        if (log.isEmpty()) {
            return Optional.empty();
        }
        RecentChanges recent = new RecentChanges();
        Room room = fold(name, log, recent::add);
        return Optional.of(new Stored(room, recent, log, store.refusals(name)));
    }

    /**
     * Follows a log from its start.
     *
     * @param log the opening first
     * @param witness sees every change in order
     * @return the room at its end
     */
    public Room fold(String name, List<StoredEvent> log, Consumer<Change> witness) {
        RecordedEvent first = codec.readRecorded(log.get(0));
        Room room = open(name, first);
        witness.accept(new Change(first, room));
        for (StoredEvent stored : log.subList(1, log.size())) {
            RecordedEvent event = codec.readRecorded(stored);
            room = room.evolve(event);
            witness.accept(new Change(event, room));
        }
        return room;
    }

    /** Reads a room's log, the opening first; empty if it was never stored. */
    public List<StoredEvent> log(String room) {
        return store.read(room, -1);
    }

    /**
     * The games that a log tells of.
     *
     * @param log the opening first
     */
    public GameHistory history(String room, List<StoredEvent> log) {
        List<RecordedEvent> events = log.stream().map(codec::readRecorded).toList();
        return GameHistory.of(open(room, events.get(0)), events.subList(1, events.size()));
    }

    /**
     * Stores a recorded game as the log of a new room.
     *
     * @param game the game's name
     * @param record every step of which is legal
     * @param now milliseconds since 1970
     * @return false if there is a room of this name already, and nothing was stored
     * @throws StoreException if it can't be written now
     */
    public boolean store(String room, String game, GameRecord record, long now) {
        Event.Opened opening = new Event.Opened(game, record.options(), record.position());
        Room opened = open(room, new RecordedEvent(0, RecordImporter.start(record, now), opening));
        List<RecordedEvent> events = RecordImporter.log(opened, record);
        Room last = opened;
        List<StoredEvent> log = new ArrayList<>();
        for (RecordedEvent event : events) {
            last = event.seq() == 0 ? last : last.evolve(event);
            log.add(codec.write(event, Optional.empty()));
        }
        Append append = new Append(room, log, List.of(), Optional.of(Directory.entry(last)));
        try {
            return store.append(append).toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    == Append.Result.STORED;
        } catch (ExecutionException | TimeoutException e) {
            throw new StoreException("the log of room " + room + " could not be stored", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException("the server stops", e);
        }
    }

    private Room open(String name, RecordedEvent first) {
        if (first.event() instanceof Event.Opened opening) {
            Optional<Game> game = games.find(opening.game());
            Optional<Setup> setup = game.map(it -> it.setUp(opening.options(), opening.position()));
            if (setup.isPresent() && setup.get() instanceof Setup.Ready ready) {
                return Room.open(RoomConfig.of(name, opening, game.get(), ready), first.at());
            }
        }
        throw new IllegalStateException("room " + name + " was opened with a game that this server can't set up");
    }
}
