package org.parlor.game.gomoku;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.parlor.game.Game;
import org.parlor.game.GameRecord;
import org.parlor.game.GameRecord.Step;
import org.parlor.game.Position;
import org.parlor.game.Result;
import org.parlor.game.Ruling;
import org.parlor.game.Seat;
import org.parlor.game.Setup;

/** A game that is played again, move by move as the rules allow, while its file is read. */
final class Rerun {

    private final Map<String, String> options;
    private final Optional<String> start;
    private final List<Step> steps = new ArrayList<>();
    private Position position;
    private long at;

    /**
     * Sets the game up.
     *
     * @param line where the file tells the options
     * @throws BadRecord if they make no game
     */
    Rerun(Game game, Map<String, String> options, Optional<String> start, int line) {
        Setup setup = game.setUp(options, start);
        if (setup instanceof Setup.Rejected rejected) {
            throw new BadRecord(line, rejected.detail());
        }
        Setup.Ready ready = (Setup.Ready) setup;
        this.options = ready.options();
        this.start = start;
        this.position = ready.position();
    }

    /** Options for a file that tells no more: where moves can be forbidden they lose, as in a tournament. */
    static Map<String, String> options(Rule rule, String size) {
        Map<String, String> options = new TreeMap<>(Map.of("rule", rule.label(), "size", size));
        if (rule.forbids()) {
            options.put("forbidden", Penalty.LOSE.label());
        }
        return options;
    }

    /**
     * Plays a move of the file.
     *
     * @param spent milliseconds since the move before it
     * @return the stone that came onto the board with it, if it is just one
     * @throws BadRecord if the rules don't allow it
     */
    Optional<Stone> play(String move, long spent, int line) {
        Seat seat = position.toMove()
                .orElseThrow(() -> new BadRecord(
                        line,
                        "the game was over before " + move + ": "
                                + position.result().map(Rerun::words).orElseThrow()));
        Ruling ruling = position.play(move);
        if (ruling instanceof Ruling.Illegal illegal) {
            throw new BadRecord(line, illegal.detail());
        }
        Ruling.Legal legal = (Ruling.Legal) ruling;
        Optional<Stone> stone = Stone.between(position, legal.after());
        at += spent;
        steps.add(new Step.Moved(seat, legal.move(), at));
        position = legal.after();
        return stone;
    }

    private static String words(Result result) {
        return result.winner().map(seat -> seat.label() + " had won").orElse("it was a draw") + " (" + result.reason()
                + "); another rule may have been played";
    }

    /** The record, with the result of the board, or else with the one that the file tells. */
    GameRecord record(Map<Seat, String> names, long startedAt, Optional<Result> told) {
        return new GameRecord(
                options, start, names, startedAt, steps, position.result().or(() -> told));
    }
}
