package org.parlor.game.backgammon;

/**
 * One checker moved by one die, counted as its owner counts.
 *
 * @param from the point it leaves, 1 to 24, or {@link Board#BAR}
 * @param to the point it reaches, 1 to 24, or {@link Board#OFF}
 */
record CheckerMove(int from, int to) {}
