package org.parlor.room;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.parlor.game.Game;
import org.parlor.game.GameRecord;
import org.parlor.game.Games;
import org.parlor.game.Setup;

/**
 * Rooms as the journal keeps them: a room is what follows from its log, so its log is evolved from the start. Everything here
 * waits for the journal.
 */
public final class Archive {

    private static final long PATIENCE_SECONDS = 10;

    private final Journal journal;
    private final EventCodec codec;
    private final Games games;

    public Archive(Journal journal, EventCodec codec, Games games) {
        this.journal = journal;
        this.codec = codec;
        this.games = games;
    }

    /**
     * Reads a room; empty if it was never stored.
     *
     * @throws JournalException if the journal can't be read now
     * @throws IllegalStateException if the room was opened with a game that is not among the games
     */
    public Optional<Room> read(String name) {
        List<Line> log = journal.read(name, -1);
        return log.isEmpty() ? Optional.empty() : Optional.of(replay(name, log));
    }

    /**
     * Reads a room's log as everyone may read it, a frame an entry, the opening first; empty if it was never stored.
     *
     * @throws JournalException if the journal can't be read now
     */
    public List<String> frames(String room) {
        return journal.read(room, -1).stream().map(Line::text).toList();
    }

    /**
     * Reads the games of a room; empty if it was never stored.
     *
     * @throws JournalException if the journal can't be read now
     * @throws IllegalStateException if the room was opened with a game that is not among the games
     */
    public Optional<Chronicle> chronicle(String room) {
        List<Entry> log = journal.read(room, -1).stream().map(codec::read).toList();
        return log.isEmpty()
                ? Optional.empty()
                : Optional.of(Chronicle.of(reopen(room, log.get(0).event()), log.subList(1, log.size())));
    }

    /**
     * Stores a recorded game as the log of a new room.
     *
     * @param game the game's name
     * @param record every step of which is legal
     * @param now milliseconds since 1970
     * @return false if there is a room of this name already, and nothing was stored
     * @throws JournalException if the journal can't be written now
     */
    public boolean store(String room, String game, GameRecord record, long now) {
        Room opened = reopen(room, new Event.Opened(game, record.options(), record.position()));
        List<Line> log = Reenactment.of(opened, record, codec, now);
        try {
            return journal.append(room, log, List.of()).toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new JournalException("the log of room " + room + " could not be stored", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new JournalException("the server stops", e);
        }
    }

    private Room replay(String name, List<Line> log) {
        Room room = reopen(name, codec.read(log.get(0)).event());
        for (Line line : log.subList(1, log.size())) {
            room = room.evolve(codec.read(line));
        }
        return room;
    }

    private Room reopen(String name, Event first) {
        if (first instanceof Event.Opened opening) {
            Optional<Game> game = games.find(opening.game());
            Optional<Setup> setup = game.map(it -> it.setUp(opening.options(), opening.position()));
            if (setup.isPresent() && setup.get() instanceof Setup.Ready ready) {
                return Room.open(name, opening, ready);
            }
        }
        throw new IllegalStateException("room " + name + " was opened with a game that this server can't set up");
    }
}
