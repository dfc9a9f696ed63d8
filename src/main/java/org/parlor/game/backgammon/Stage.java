package org.parlor.game.backgammon;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parlor.game.Result;
import org.parlor.game.Roll;
import org.parlor.game.Ruling;
import org.parlor.game.Seat;

/** What a game of backgammon waits for. */
sealed interface Stage permits Opening, BeforeRoll, Rolled, Doubled, Resigning, Over {

    /** Whose decision it is; while dice are due, who will play them. */
    default Seat turn(Table table) {
        return table.onRoll();
    }

    /** The dice that must fall first. */
    default Optional<Roll> roll(Table table) {
        return Optional.empty();
    }

    /** Every move but the offers to resign. */
    default List<Ruling.Legal> legal(Table table) {
        return List.of();
    }

    /** The offers to resign that can be made. */
    default List<Ruling.Legal> resignations(Table table) {
        return List.of();
    }

    /** The only thing to do, where there is only one. */
    default Optional<String> forced(Table table) {
        return Optional.empty();
    }

    /** Judges a move. */
    default Ruling play(Table table, String move) {
        String word = word(move);
        return Stream.concat(legal(table).stream(), resignations(table).stream())
                .filter(choice -> choice.move().equals(word))
                .<Ruling>map(choice -> choice)
                .findFirst()
                .orElseGet(() -> refuse(table, word));
    }

    /** Says what may be played instead of a move that may not. */
    default Ruling.Illegal refuse(Table table, String word) {
        String choices = Stream.concat(legal(table).stream(), resignations(table).stream())
                .map(Ruling.Legal::move)
                .collect(Collectors.joining(", "));
        return new Ruling.Illegal(
                Ruling.Reason.BAD_MOVE,
                choices.isEmpty() ? "the dice fall first" : turn(table).label() + " may now play one of: " + choices);
    }

    /** The dice on the table. */
    default Optional<Dice> dice() {
        return Optional.empty();
    }

    /** What is offered to be resigned. */
    default Optional<Victory> resigned() {
        return Optional.empty();
    }

    /** Whether a double waits for its answer. */
    default boolean isDoubled() {
        return false;
    }

    /** The game state of the match ID. */
    default int gameState() {
        return MatchId.PLAYING;
    }

    /** How the match ended. */
    default Optional<Result> result() {
        return Optional.empty();
    }

    /** A move as it is compared with words. */
    static String word(String move) {
        return move.strip().toLowerCase(Locale.ROOT);
    }
}
