package org.parlor.game.gomoku;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.parlor.game.Seat;

/**
 * What wins. The four Gomoku rules are those of the Gomocup judge (numbers 0, 1, 8 and 9 there).
 */
enum Rule {
    /** Five or more in a row win. */
    FREESTYLE(row -> row.length() >= 5),
    /** Exactly five win; six or more are worth nothing. */
    STANDARD(row -> row.length() == 5),
    /** Five win unless an opposing stone stands at both ends; six or more win always. */
    CARO(row -> row.length() > 5 || row.length() == 5 && !row.enclosed()),
    /** Exactly five win unless an opposing stone stands at both ends. */
    CARO_EXACT(row -> row.length() == 5 && !row.enclosed());

    private final Predicate<Row> wins;

    Rule(Predicate<Row> wins) {
        this.wins = wins;
    }

    /** The row that wins for this seat through this stone of theirs, if there is one. */
    Optional<Row> winningRow(Board board, Seat seat, int point) {
        return Row.through(board, seat, point).filter(wins).findFirst();
    }

    /** The option's value: {@code caro-exact}. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The rule with this {@link #label()}. */
    static Optional<Rule> of(String label) {
        return Arrays.stream(values()).filter(rule -> rule.label().equals(label)).findFirst();
    }
}
