package org.parlor.game;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parlor.game.GameRecord.Step;

/** A record in the making: the game in a file, which is played again step by step while the file is read. */
public final class RecordBuilder {

    /** More steps than any real game has; a file of the largest size could hold ten times as many, and each costs time. */
    public static final int MOST_STEPS = 10_000;

    /** With a start that is no later than this either, every time of the game is a number that JSON libraries keep exact. */
    private static final long LONGEST = 1L << 52;

    private final Map<String, String> options;
    private final Optional<String> start;
    private final List<Step> steps = new ArrayList<>();
    private Position position;
    private long at;

    /**
     * Sets the game up.
     *
     * @param line where the file tells the options, from 1
     * @throws BadRecord if they make no game
     */
    public RecordBuilder(Game game, Map<String, String> options, Optional<String> start, int line) {
        Setup setup = game.setUp(options, start);
        if (setup instanceof Setup.Rejected rejected) {
            throw new BadRecord(line, rejected.detail());
        }
        Setup.Ready ready = (Setup.Ready) setup;
        this.options = ready.options();
        this.start = start;
        this.position = ready.position();
    }

    /** The position after the steps so far. */
    public Position position() {
        return position;
    }

    /** Whether nothing has happened yet. */
    public boolean isFresh() {
        return steps.isEmpty();
    }

    /** Lets time pass before the next step, in milliseconds; none beyond what a record can tell. */
    public void pass(long millis) {
        at = Math.min(at + millis, LONGEST);
    }

    /**
     * The seat has moved.
     *
     * @param move as the position ruled it
     * @throws BadRecord if the game has {@link #MOST_STEPS} steps already
     */
    public void moved(Seat seat, Ruling.Legal move, int line) {
        add(new Step.Moved(seat, move.move(), at), move.after(), line);
    }

    /**
     * Dice have fallen for the seat.
     *
     * @param after the position with them
     * @throws BadRecord if the game has {@link #MOST_STEPS} steps already
     */
    public void rolled(Seat seat, List<Integer> dice, Position after, int line) {
        add(new Step.Rolled(seat, dice, at), after, line);
    }

    private void add(Step step, Position after, int line) {
        if (steps.size() == MOST_STEPS) {
            throw new BadRecord(
                    line,
                    "a game has at most " + MOST_STEPS + " moves and throws here; leave out what is from here on");
        }
        steps.add(step);
        position = after;
    }

    /** The record, with the result of the board, or else with the one that the file tells. */
    public GameRecord record(Map<Seat, String> names, long startedAt, Optional<Outcome> told) {
        return new GameRecord(
                options, start, names, startedAt, steps, position.outcome().or(() -> told));
    }
}
