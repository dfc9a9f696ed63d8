package org.parlor.game.gomoku;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.parlor.game.BadRecord;
import org.parlor.game.Game;
import org.parlor.game.GameRecord;
import org.parlor.game.Outcome;
import org.parlor.game.Position;
import org.parlor.game.RecordBuilder;
import org.parlor.game.Ruling;
import org.parlor.game.Seat;

/** A game that is played again, move by move as the rules allow, while its file is read. */
final class RecordReplayer {

    private final RecordBuilder builder;

    /**
     * Sets the game up.
     *
     * @param line where the file tells the options
     * @throws BadRecord if they make no game
     */
    RecordReplayer(Game game, Map<String, String> options, Optional<String> start, int line) {
        builder = new RecordBuilder(game, options, start, line);
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
        Position before = builder.position();
        Seat seat = before.toMove()
                .orElseThrow(() -> new BadRecord(
                        line,
                        "the game was over before " + move + ": "
                                + before.outcome().map(RecordReplayer::words).orElseThrow()));
        Ruling ruling = before.play(move);
        if (ruling instanceof Ruling.Illegal illegal) {
            throw new BadRecord(line, illegal.detail());
        }
        builder.pass(spent);
        builder.moved(seat, (Ruling.Legal) ruling, line);
        return Stone.between(before, builder.position());
    }

    private static String words(Outcome result) {
        return result.winner().map(seat -> seat.label() + " had won").orElse("it was a draw") + " (" + result.reason()
                + "); another rule may have been played";
    }

    /** The record, with the result of the board, or else with the one that the file tells. */
    GameRecord record(Map<Seat, String> names, long startedAt, Optional<Outcome> told) {
        return builder.record(names, startedAt, told);
    }
}
