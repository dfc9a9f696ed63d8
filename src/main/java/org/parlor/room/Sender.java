package org.parlor.room;

import java.time.Duration;

/**
 * Who sends a command.
 *
 * @param player the number of the player that the connection is bound to, or {@link Player#NOBODY}
 * @param newKey hash of the fresh token that the connection gets if this command seats it
 * @param now the server's time, milliseconds since 1970
 * @param patience how long a player must be away before the opponent may claim the game
 */
public record Sender(int player, String newKey, long now, Duration patience) {}
