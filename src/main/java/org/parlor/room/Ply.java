package org.parlor.room;

import org.parlor.game.Position;
import org.parlor.game.Ruling;
import org.parlor.game.Seat;

/**
 * A move that was played.
 *
 * @param seat who played it
 * @param move in the game's canonical notation
 * @param forced whether the room played it, because the rules left the seat no choice
 */
public record Ply(Seat seat, String move, boolean forced) implements Step {

    /** A move that its player chose. */
    public Ply(Seat seat, String move) {
        this(seat, move, false);
    }

    @Override
    public Position from(Position before) {
        return ((Ruling.Legal) before.play(move)).after();
    }
}
