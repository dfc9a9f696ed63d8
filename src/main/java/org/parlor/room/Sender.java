package org.parlor.room;

/**
 * Who sends a command.
 *
 * @param player the number of the player that the connection is bound to, or {@link Player#NOBODY}
 * @param newKey hash of the fresh token that the connection gets if this command seats it
 */
public record Sender(int player, String newKey) {}
