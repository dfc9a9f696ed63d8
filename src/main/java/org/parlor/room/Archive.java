package org.parlor.room;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.parlor.game.GameRecord;
import org.parlor.game.Games;
import org.parlor.game.Setup;

/** The rooms as the journal has them, for looking something up or putting something in without entering. */
public final class Archive {

    private static final long PATIENCE_SECONDS = 10;

    private final Journal journal;
    private final EventCodec codec;
    private final Games games;
    private final Clock clock;

    public Archive(Journal journal, EventCodec codec, Games games, Clock clock) {
        this.journal = journal;
        this.codec = codec;
        this.games = games;
        this.clock = clock;
    }

    /**
     * The room as it was opened.
     *
     * @throws IllegalStateException if its game can't be set up any more
     */
    public static Room opened(String name, Event.Opened opening, Games games) {
        Optional<Setup> setup =
                games.find(opening.game()).map(game -> game.setUp(opening.options(), opening.position()));
        if (setup.isPresent() && setup.get() instanceof Setup.Ready ready) {
            return Room.open(name, opening, ready);
        }
        throw new IllegalStateException("room " + name + " was opened with a game that this server can't set up");
    }

    /**
     * A room's log as everyone may read it, a frame an entry, the opening first. Empty if there is no such room.
     *
     * @throws JournalException if the journal can't be read now
     */
    public List<String> frames(String room) {
        return journal.read(room, -1).stream().map(Line::text).toList();
    }

    /**
     * The games of a room. Empty if there is no such room.
     *
     * @throws JournalException if the journal can't be read now
     */
    public Optional<Chronicle> chronicle(String room) {
        List<Entry> log = journal.read(room, -1).stream().map(codec::read).toList();
        return log.isEmpty()
                ? Optional.empty()
                : Optional.of(Chronicle.of(
                        opened(room, (Event.Opened) log.get(0).event(), games), log.subList(1, log.size())));
    }

    /**
     * Stores a recorded game as the log of a new room.
     *
     * @param game the game's name
     * @param record every step of which is legal
     * @return false if there is a room of this name already, and nothing was stored
     * @throws JournalException if the journal can't be written now
     */
    public boolean store(String room, String game, GameRecord record) {
        Map<String, String> options = record.options();
        Room opened = opened(room, new Event.Opened(game, options, record.position()), games);
        List<Line> log = Reenactment.of(opened, record, codec, clock.millis());
        try {
            return journal.append(room, log, List.of()).toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new JournalException("the log of room " + room + " could not be stored", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new JournalException("the server stops", e);
        }
    }
}
