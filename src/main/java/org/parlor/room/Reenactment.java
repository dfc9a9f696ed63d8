package org.parlor.room;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.parlor.game.GameRecord;
import org.parlor.game.GameRecord.Step;
import org.parlor.game.Position;
import org.parlor.game.Result;
import org.parlor.game.Ruling;
import org.parlor.game.Seat;

/**
 * The log of a room in which a recorded game was played: as if its players had sat down, played it and left. They left no
 * tokens, so nobody can take their seats. A game that was not finished stays so; who wants to play on opens another room from its position.
 */
public final class Reenactment {

    private static final int LONGEST_NAME = 40;

    /** A hash that no token has. */
    private static final String NO_KEY = "";

    private final EventCodec codec;
    private final long start;
    private final List<Line> lines = new ArrayList<>();
    private Room room;

    private Reenactment(Room opened, EventCodec codec, long start) {
        this.room = opened;
        this.codec = codec;
        this.start = start;
    }

    /**
     * The lines of the log, the opening among them.
     *
     * @param opened the room, opened with the game's options and position
     * @param game every step of which is legal
     * @param now milliseconds since 1970; the time of the game is its own if that is known, else it ends now
     */
    public static List<Line> of(Room opened, GameRecord game, EventCodec codec, long now) {
        long length = game.steps().isEmpty()
                ? 0
                : game.steps().get(game.steps().size() - 1).at();
        long start = game.startedAt() > 0 ? game.startedAt() : Math.max(0, now - length);
        return new Reenactment(opened, codec, start).tell(game, length);
    }

    private List<Line> tell(GameRecord game, long length) {
        lines.add(codec.write(new Entry(0, start, room.opening()), room));
        boolean crossed = isCrossed(game);
        for (Seat seat : Seat.values()) {
            log(0, new Event.Seated(seat, name(game, crossed ? seat.other() : seat), NO_KEY));
        }
        log(0, new Event.Started(1, false));
        for (Step step : game.steps()) {
            if (step instanceof Step.Moved moved) {
                boolean forced =
                        room.position().forced().filter(moved.move()::equals).isPresent();
                log(moved.at(), new Event.Moved(moved.seat(), moved.move(), forced));
            } else if (step instanceof Step.Rolled rolled) {
                log(rolled.at(), new Event.Rolled(rolled.seat(), rolled.dice()));
            }
        }
        Optional<Result> result = game.result();
        result.ifPresent(it -> log(length, new Event.Ended(it)));
        for (Seat seat : Seat.values()) {
            log(length, new Event.Left(seat));
        }
        return lines;
    }

    /** Whether the players end on each other's seats; a record names them by the seats that they end on. */
    private boolean isCrossed(GameRecord game) {
        boolean crossed = false;
        Position position = room.start();
        for (Step step : game.steps()) {
            if (step instanceof Step.Moved moved && position.play(moved.move()) instanceof Ruling.Legal legal) {
                crossed ^= legal.swap();
            }
            position = step.from(position);
        }
        return crossed;
    }

    private void log(long after, Event event) {
        Entry entry = new Entry(room.seq() + 1, start + after, event);
        room = room.evolve(entry);
        lines.add(codec.write(entry, room));
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
