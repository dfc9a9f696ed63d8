package org.parlor.game.backgammon;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parlor.game.BadRecord;
import org.parlor.game.Game;
import org.parlor.game.GameRecord;
import org.parlor.game.Outcome;
import org.parlor.game.RecordBuilder;
import org.parlor.game.Ruling;
import org.parlor.game.Seat;

/** A match that is played again, throw by throw and move by move as the rules allow, while its file is read. */
final class RecordReplayer {

    private final RecordBuilder builder;

    /**
     * Sets the match up.
     *
     * @param line where the file tells the options
     * @throws BadRecord if they make no match
     */
    RecordReplayer(Game game, Map<String, String> options, Optional<String> start, int line) {
        builder = new RecordBuilder(game, options, start, line);
    }

    BackgammonPosition position() {
        return (BackgammonPosition) builder.position();
    }

    /** Whether nothing has happened yet. */
    boolean isFresh() {
        return builder.isFresh();
    }

    /** Lets time pass before the next step, in milliseconds. */
    void pass(long millis) {
        builder.pass(millis);
    }

    /**
     * Throws the dice. That the seat chose to roll, or took a beaver by rolling, goes without saying.
     *
     * @param one the first number of the file
     * @param other the second
     * @throws BadRecord if it is not this seat's throw
     */
    void roll(Seat seat, int one, int other, int line) {
        String thrown = seat.label() + " rolls " + one + other;
        checkOn(thrown, line);
        if (position().phase() instanceof Doubled doubled && doubled.beavered()) {
            move(seat, "take", line);
        }
        if (position().roll().isEmpty() && position().phase() instanceof BeforeRoll) {
            move(seat, "roll", line);
        }
        boolean ordered = !(position().phase() instanceof Opening) || seat.equals(Seat.BLACK) == one > other;
        List<Integer> dice = ordered ? List.of(one, other) : List.of(other, one);
        try {
            BackgammonPosition after = (BackgammonPosition) position()
                    .roll()
                    .orElseThrow(() -> new BadRecord(line, thrown + ", but there is something else to decide first"))
                    .after(dice);
            if (!after.phase().turn(after.state()).equals(seat)) {
                throw new BadRecord(line, thrown + ", but it is not its turn");
            }
            builder.rolled(seat, dice, after, line);
        } catch (IllegalArgumentException e) {
            throw new BadRecord(line, thrown + ": " + e.getMessage());
        }
    }

    /**
     * Plays a move.
     *
     * @throws BadRecord if the rules don't allow it
     */
    void move(Seat seat, String move, int line) {
        checkOn(seat.label() + " plays " + move, line);
        if (!position().phase().turn(position().state()).equals(seat)) {
            throw new BadRecord(line, seat.label() + " plays " + move + ", but it is not its turn");
        }
        Ruling ruling = position().play(move);
        if (ruling instanceof Ruling.Illegal illegal) {
            throw new BadRecord(line, seat.label() + " plays " + move + ": " + illegal.detail());
        }
        builder.moved(seat, (Ruling.Legal) ruling, line);
    }

    /** A resignation that is accepted, in a file that tells no more of it than what the game counted. */
    void resign(Seat loser, int points, int line) {
        int times = position().state().areGammonsCounted()
                ? Math.max(1, (points - 1) / position().state().cube().value() + 1)
                : 1;
        Victory offered = Victory.of(times).orElse(Victory.BACKGAMMON);
        move(loser, "resign " + offered.label(), line);
        move(loser.other(), "accept", line);
    }

    private void checkOn(String what, int line) {
        position().outcome().ifPresent(result -> {
            String detail = what + ", but the match is over: "
                    + result.winner().map(Seat::label).orElseThrow() + " has won (" + result.reason() + ")";
            boolean money = position().state().match().rules().isMoney();
            throw new BadRecord(line, money ? detail + "; for money there is one game to a record" : detail);
        });
    }

    /** The record, with the result of the board, or else with the one that the file tells. */
    GameRecord record(Map<Seat, String> names, long startedAt, Optional<Outcome> told) {
        return builder.record(names, startedAt, told);
    }
}
