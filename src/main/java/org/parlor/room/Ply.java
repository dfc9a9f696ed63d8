package org.parlor.room;

import org.parlor.game.Seat;

/**
 * A move that was played.
 *
 * @param seat who played it
 * @param move in the game's canonical notation
 */
public record Ply(Seat seat, String move) {}
