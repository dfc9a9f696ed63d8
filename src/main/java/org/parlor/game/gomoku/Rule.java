package org.parlor.game.gomoku;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.parlor.game.Seat;

/**
 * What wins and what is forbidden. The four rules of Gomoku are those of the Gomocup judge (numbers 0, 1, 8 and 9 there),
 * Renju is that of the RIF.
 */
enum Rule {
    /** Five or more in a row win. */
    FREESTYLE(row -> row.length() >= 5),
    /** Exactly five win; six or more are worth nothing. */
    STANDARD(row -> row.length() == 5),
    /** Five win unless an opposing stone stands at both ends; six or more win always. */
    CARO(row -> row.length() > 5 || (row.length() == 5 && !row.enclosed())),
    /** Exactly five win unless an opposing stone stands at both ends. */
    CARO_EXACT(row -> row.length() == 5 && !row.enclosed()),
    /** Black wins with exactly five and has forbidden moves; white wins with five or more and has none. */
    RENJU(row -> row.seat().equals(Seat.BLACK) ? row.length() == 5 : row.length() >= 5) {
        @Override
        ForbiddenMoves fouls(Board board, Seat seat) {
            return seat.equals(Seat.BLACK) ? new RenjuForbiddenMoves(board) : ForbiddenMoves.NONE;
        }

        @Override
        boolean forbids() {
            return true;
        }

        @Override
        boolean fits(int size) {
            return size == 15;
        }
    };

    private final Predicate<Row> wins;

    Rule(Predicate<Row> wins) {
        this.wins = wins;
    }

    /** The row that wins for this seat through this stone of theirs, if there is one. */
    Optional<Row> winningRow(Board board, Seat seat, int point) {
        return Row.through(board, seat, point).filter(wins).findFirst();
    }

    /** The forbidden moves of a seat that is to move on this board. */
    ForbiddenMoves fouls(Board board, Seat seat) {
        return ForbiddenMoves.NONE;
    }

    /** Whether the rule has forbidden moves at all. */
    boolean forbids() {
        return false;
    }

    /** Whether the rule is for boards of so many lines. */
    boolean fits(int size) {
        return size >= Board.SMALLEST && size <= Board.LARGEST;
    }

    /** The option's value: {@code caro-exact}. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The rule with this {@link #label()}. */
    static Optional<Rule> of(String label) {
        return Arrays.stream(values())
                .filter(rule -> rule.label().equals(label))
                .findFirst();
    }
}
