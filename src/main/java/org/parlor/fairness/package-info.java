/**
 * Chance that anyone can check: fixed before a game begins, unknown until it is over. The page about dice tells how it works. JDK only,
 * save for the seats of a game.
 */
package org.parlor.fairness;
