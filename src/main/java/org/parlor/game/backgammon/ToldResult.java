package org.parlor.game.backgammon;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parlor.game.Result;
import org.parlor.game.Seat;

/**
 * The words in a file for an end that the board does not show, such as a player's leaving in mid-match: {@code black abandonment
 * 1} or {@code draw agreement 0}, which are the winner, the reason and the points.
 */
final class ToldResult {

    private static final Pattern WORDS = Pattern.compile("(black|white|draw) ([a-z][a-z-]{0,39}) ([0-9]{1,6})");

    private ToldResult() {}

    static String write(Result result) {
        return result.winner().map(Seat::label).orElse("draw") + " " + result.reason() + " " + result.points();
    }

    /** Understands the words; empty if they are others. */
    static Optional<Result> read(String text) {
        Matcher words = WORDS.matcher(text);
        return words.matches()
                ? Optional.of(new Result(
                        Seat.of(words.group(1)), words.group(2), List.of(), Integer.parseInt(words.group(3))))
                : Optional.empty();
    }
}
