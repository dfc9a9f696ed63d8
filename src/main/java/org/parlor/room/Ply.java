package org.parlor.room;

import org.parlor.game.Seat;

/**
 * A move that was played.
 *
 * @param seat where the player who played it sat at that moment
 * @param move in the game's canonical notation
 * @param swap whether the players changed seats with it
 */
public record Ply(Seat seat, String move, boolean swap) {}
