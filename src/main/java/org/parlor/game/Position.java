package org.parlor.game;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** A position in a game: everything that the rules need to know of the past. Immutable. */
public interface Position {

    /** Whose decisions are due; several where players decide without knowing of each other; none when the game is over. */
    List<Seat> due();

    /** Whose decision is next if it is one seat's alone. */
    default Optional<Seat> toMove() {
        List<Seat> due = due();
        return due.size() == 1 ? Optional.of(due.get(0)) : Optional.empty();
    }

    /** The position in the game's own standard notation. */
    String notation();

    /**
     * Plays a move.
     *
     * @param seat one that is {@linkplain #due() due}
     * @param move in the game's notation; any text is allowed and a bad one is {@linkplain Ruling.Illegal ruled illegal}
     * @throws IllegalStateException if the game is over
     */
    Ruling play(Seat seat, String move);

    /**
     * Plays a move for the seat that is {@link #toMove() to move}.
     *
     * @throws IllegalStateException if there is none, or more than one
     */
    default Ruling play(String move) {
        return play(
                toMove().orElseThrow(() -> new IllegalStateException("it is not one seat alone that may play")), move);
    }

    /**
     * Every legal move of a seat with its outcome, each move once; a game may leave out offers to give up that are always
     * possible. Empty when the seat is not due; also while it is if the rules leave no move, and then only resigning or
     * agreeing on a draw ends the game.
     */
    List<Ruling.Legal> legal(Seat seat);

    /** Every legal move of the seat that is {@link #toMove() to move}; empty if there is none. */
    default List<Ruling.Legal> legal() {
        return toMove().map(this::legal).orElse(List.of());
    }

    /** Moves that the rules forbid although the place is free, for display; empty in most games. */
    default List<String> forbidden() {
        return List.of();
    }

    /** Dice that must fall before anyone can move; empty when no chance is due, and in games without chance always. */
    default Optional<Roll> roll() {
        return Optional.empty();
    }

    /**
     * The move that the room plays at once for the seat to move, because the rules leave it no other choice; empty when there is
     * something to decide. Most games leave even a single legal move to the player.
     */
    default Optional<String> forced() {
        return Optional.empty();
    }

    /** How the game ended; empty while it goes on. */
    Optional<Outcome> outcome();

    /**
     * What this viewer may know: a position that answers everything as this one does, as far as the viewer may know, and whose
     * notation tells nothing else. Itself in games in which nothing is hidden.
     */
    default Position view(Viewer viewer) {
        return this;
    }

    /**
     * A position that could be this one for all that the viewer knows, drawn at random; so a program can look ahead in a game
     * in which something is hidden from it. Itself in games in which nothing is.
     */
    default Position world(Viewer viewer, RandomGenerator random) {
        return this;
    }

    /** The first position for those who sit when play starts, of a start that was made for all seats. */
    default Position begin(List<Seat> players) {
        return this;
    }

    /**
     * The position in which the others play on when the player of this seat gives up, is out of time, or leaves; empty if that
     * ends the game, as it does with two.
     */
    default Optional<Position> without(Seat seat) {
        return Optional.empty();
    }

    /** How long this position may stand until it changes by itself; empty if only players change it. */
    default Optional<Duration> timeLimit() {
        return Optional.empty();
    }

    /**
     * The position once its {@link #timeLimit()} is over.
     *
     * @throws IllegalStateException if it has none
     */
    default Position timeUp() {
        throw new IllegalStateException("this position has no time limit");
    }
}
