package org.parlor.room;

import org.parlor.game.Position;
import org.parlor.game.Ruling;
import org.parlor.game.Seat;

/**
 * A move that was played.
 *
 * @param seat where the player who played it sat at that moment
 * @param move in the game's canonical notation
 * @param forced whether the room played it, because the rules left the seat no choice
 * @param swap whether the players changed seats with it
 */
public record Ply(Seat seat, String move, boolean forced, boolean swap) implements Step {

    /** A move that its player chose, and after which everyone stays where they are. */
    public Ply(Seat seat, String move) {
        this(seat, move, false, false);
    }

    @Override
    public Position from(Position before) {
        return ((Ruling.Legal) before.play(seat, move)).after();
    }
}
