package org.parlor.log;

/**
 * Tells the commands of a room apart.
 *
 * @param player the number of the player who asked
 * @param id what the player called it, unique for the player, 1 to 64 characters
 */
public record CommandId(int player, String id) {}
