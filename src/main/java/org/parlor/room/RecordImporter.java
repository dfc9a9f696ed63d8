package org.parlor.room;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.parlor.game.GameRecord;
import org.parlor.game.GameRecord.Step;
import org.parlor.game.Position;
import org.parlor.game.Ruling;
import org.parlor.game.Seat;

/**
 * Makes the log of a room in which a recorded game was played: as if its players had sat down, played it and left. They left no
 * tokens, so nobody can take their seats. A game that was not finished stays so; who wants to play on opens another room from its
 * position.
 */
public final class RecordImporter {

    private static final int LONGEST_NAME = 40;

    /** A hash that no token has. */
    private static final String NO_TOKEN = "";

    private final long start;
    private final List<RecordedEvent> log = new ArrayList<>();
    private Room room;

    private RecordImporter(Room opened) {
        this.room = opened;
        this.start = opened.last().at();
    }

    /**
     * When a recorded game began: when it says, or else so that it ends now.
     *
     * @param now milliseconds since 1970
     */
    public static long start(GameRecord game, long now) {
        return game.startedAt() > 0 ? game.startedAt() : Math.max(0, now - length(game));
    }

    private static long length(GameRecord game) {
        List<Step> steps = game.steps();
        return steps.isEmpty() ? 0 : steps.get(steps.size() - 1).at();
    }

    /**
     * The events of the log, the opening among them.
     *
     * @param opened the room, opened with the game's options and position when the game {@linkplain #start began}
     * @param game every step of which is legal
     */
    public static List<RecordedEvent> log(Room opened, GameRecord game) {
        return new RecordImporter(opened).tell(game);
    }

    private List<RecordedEvent> tell(GameRecord game) {
        log.add(new RecordedEvent(room.last(), room.config().opening()));
        List<Seat> seats = room.config().seats().all();
        boolean crossed = isCrossed(game);
        for (Seat seat : seats) {
            happens(0, new Event.Seated(seat, name(game, crossed ? seat.other() : seat), NO_TOKEN));
        }
        happens(0, new Event.Started(1, false));
        for (Step step : game.steps()) {
            if (step instanceof Step.Moved moved) {
                boolean forced =
                        room.position().forced().filter(moved.move()::equals).isPresent();
                happens(moved.at(), new Event.Moved(moved.seat(), moved.move(), forced, false, 0));
            } else if (step instanceof Step.Rolled rolled) {
                happens(rolled.at(), new Event.Rolled(rolled.seat(), rolled.dice()));
            }
        }
        long length = length(game);
        game.outcome().ifPresent(it -> happens(length, new Event.Ended(it)));
        for (Seat seat : seats) {
            happens(length, new Event.Left(seat));
        }
        return log;
    }

    /** Whether the players end on each other's seats; a record names them by the seats that they end on. */
    private boolean isCrossed(GameRecord game) {
        boolean crossed = false;
        Position position = room.config().start();
        for (Step step : game.steps()) {
            if (step instanceof Step.Moved moved && position.play(moved.move()) instanceof Ruling.Legal legal) {
                crossed ^= legal.swaps();
            }
            position = step.from(position);
        }
        return crossed;
    }

    private void happens(long after, Event event) {
        RecordedEvent recorded = new RecordedEvent(room.next(start + after), event);
        room = room.evolve(recorded);
        log.add(recorded);
    }

    /** A name that the protocol allows; files may hold anything. */
    private static String name(GameRecord game, Seat seat) {
        StringBuilder name = new StringBuilder();
        game.names()
                .getOrDefault(seat, "")
                .codePoints()
                .filter(sign -> !Character.isISOControl(sign) && Character.getType(sign) != Character.SURROGATE)
                .limit(LONGEST_NAME)
                .forEach(name::appendCodePoint);
        String label = seat.label();
        return name.toString().isBlank()
                ? label.substring(0, 1).toUpperCase(Locale.ROOT) + label.substring(1)
                : name.toString();
    }
}
