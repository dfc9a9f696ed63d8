/**
 * Five in a row: freestyle, standard, Caro and Renju on boards of 5 to 22 lines.
 *
 * <p>{@link org.parlor.game.gomoku.Gomoku} reads the options and the notation and hands out the first position. A position
 * holds a {@code Board} of stones, whose turn it is, and a {@code Rule}, which judges a {@code Row}: the unbroken row of
 * one colour through the stone just played. The forbidden moves of Renju are {@code ForbiddenMove}s, found by {@code RenjuForbiddenMoves}
 * from the {@code Line}s through a point. A point is an index in board order, from the top left corner row by row; players
 * see it as a letter from the left and a number from the bottom.
 */
package org.parlor.game.gomoku;
