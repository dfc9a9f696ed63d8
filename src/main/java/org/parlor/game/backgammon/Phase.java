package org.parlor.game.backgammon;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parlor.game.Outcome;
import org.parlor.game.Roll;
import org.parlor.game.Ruling;
import org.parlor.game.Seat;

/** What a game of backgammon waits for. */
sealed interface Phase permits Opening, BeforeRoll, Rolled, Doubled, Resigning, Over {

    /** Whose decision it is; while dice are due, who will play them. */
    default Seat turn(MatchState state) {
        return state.onRoll();
    }

    /** The dice that must fall first. */
    default Optional<Roll> roll(MatchState state) {
        return Optional.empty();
    }

    /** Every move but the offers to resign. */
    default List<Ruling.Legal> legal(MatchState state) {
        return List.of();
    }

    /** The offers to resign that can be made. */
    default List<Ruling.Legal> resignations(MatchState state) {
        return List.of();
    }

    /** The only thing to do, where there is only one. */
    default Optional<String> forced(MatchState state) {
        return Optional.empty();
    }

    /** Judges a move. */
    default Ruling play(MatchState state, String move) {
        String word = word(move);
        return Stream.concat(legal(state).stream(), resignations(state).stream())
                .filter(choice -> choice.move().equals(word))
                .<Ruling>map(choice -> choice)
                .findFirst()
                .orElseGet(() -> refuse(state, word));
    }

    /** Says what may be played instead of a move that may not. */
    default Ruling.Illegal refuse(MatchState state, String word) {
        String choices = Stream.concat(legal(state).stream(), resignations(state).stream())
                .map(Ruling.Legal::move)
                .collect(Collectors.joining(", "));
        return new Ruling.Illegal(
                Ruling.Reason.BAD_MOVE,
                choices.isEmpty() ? "the dice fall first" : turn(state).label() + " may now play one of: " + choices);
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
    default Optional<Outcome> outcome() {
        return Optional.empty();
    }

    /** A move as it is compared with words. */
    static String word(String move) {
        return move.strip().toLowerCase(Locale.ROOT);
    }
}
