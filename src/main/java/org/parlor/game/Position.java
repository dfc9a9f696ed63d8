package org.parlor.game;

import java.util.List;
import java.util.Optional;

/** A position in a game: everything that the rules need to know of the past. Immutable. */
public interface Position {

    /** Whose decision is next; empty when the game is over. */
    Optional<Seat> toMove();

    /** The position in the game's own standard notation. */
    String notation();

    /**
     * Plays a move for the seat that is {@link #toMove() to move}.
     *
     * @param move in the game's notation; any text is allowed and a bad one is {@linkplain Ruling.Illegal ruled illegal}
     * @throws IllegalStateException if the game is over
     */
    Ruling play(String move);

    /**
     * Every legal move with its outcome, each move once; a game may leave out offers to give up that are always possible. Empty when the game is over; also while it goes on if the rules
     * leave no move, and then only resigning or agreeing on a draw ends it.
     */
    List<Ruling.Legal> legal();

    /** Moves that the rules forbid although the place is free, for display; empty in most games. */
    List<String> forbidden();

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
    Optional<Result> result();
}
