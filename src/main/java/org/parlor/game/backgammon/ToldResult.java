package org.parlor.game.backgammon;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parlor.game.Outcome;
import org.parlor.game.Seat;
import org.parlor.game.Seats;

/**
 * The words in a file for an end that the board does not show, such as a player's leaving in mid-match: {@code black abandonment
 * 1} or {@code draw agreement 0}, which are the winner, the reason and the points.
 */
final class ToldResult {

    private static final Pattern WORDS = Pattern.compile("(black|white|draw) ([a-z][a-z-]{0,39}) ([0-9]{1,6})");

    private ToldResult() {}

    static String write(Outcome result) {
        return result.winner().map(Seat::label).orElse("draw") + " " + result.reason() + " " + result.winnersPoints();
    }

    /** Understands the words; empty if they are others. */
    static Optional<Outcome> read(String text) {
        Matcher words = WORDS.matcher(text);
        if (!words.matches()) {
            return Optional.empty();
        }
        int points = Integer.parseInt(words.group(3));
        return Optional.of(Seats.BLACK_AND_WHITE
                .find(words.group(1))
                .map(winner -> Outcome.win(winner, words.group(2), List.of(), points))
                .orElseGet(() -> Outcome.draw(words.group(2))));
    }
}
