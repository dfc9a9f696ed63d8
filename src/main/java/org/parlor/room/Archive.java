package org.parlor.room;

import java.util.List;
import java.util.Optional;
import org.parlor.game.Game;
import org.parlor.game.Games;
import org.parlor.game.Setup;

/** Brings rooms back: a room is what follows from its log, so its log is evolved from the start. */
public final class Archive {

    private final Journal journal;
    private final EventCodec codec;
    private final Games games;

    public Archive(Journal journal, EventCodec codec, Games games) {
        this.journal = journal;
        this.codec = codec;
        this.games = games;
    }

    /**
     * Reads a room; empty if it was never stored. Waits for the journal.
     *
     * @throws JournalException if the journal can't be read now
     * @throws IllegalStateException if the room was opened with a game that is not among the games
     */
    public Optional<Room> read(String name) {
        List<Line> log = journal.read(name, -1);
        return log.isEmpty() ? Optional.empty() : Optional.of(replay(name, log));
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
