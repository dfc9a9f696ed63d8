/**
 * Backgammon: plays, the doubling cube and matches.
 *
 * <p>{@link org.parlor.game.backgammon.Backgammon} reads the options and hands out the first position. A position is a
 * {@code MatchState}, which holds the {@code Match} with its score and {@code Rules}, the {@code Board} and the {@code Cube}, and a
 * {@code Phase}: what the game waits for. {@code MoveGenerator} finds what the dice allow, {@code Play} spells it, and
 * {@code ParsedPlay} understands what players type.
 *
 * <p>Positions are written as GNU Backgammon's position ID and match ID. Its player 0, who is O and white in its SGF files, is
 * white; its player 1, X and black, is black. Each seat counts the points its own way: its checkers move from 24 to 1.
 */
package org.parlor.game.backgammon;
