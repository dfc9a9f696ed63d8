package org.parlor.room;

import java.time.Duration;

/**
 * Who sends a command, and when.
 *
 * @param player the number of the player that the connection is bound to, or {@link Player#NOBODY}
 * @param newTokenHash hash of the fresh token that the connection gets if this command seats it
 * @param now the server's time, milliseconds since 1970
 * @param patience how long a player must be away before the others may claim
 * @param served which of the time that passed counts
 */
public record CommandContext(int player, String newTokenHash, long now, Duration patience, ServedTime served) {

    /** Whether a player has been away for too long. */
    boolean isAwayTooLong(Player player) {
        return player.awaySince().isPresent()
                && !left(player.awaySince().getAsLong()).isPositive();
    }

    /** How much of the patience is left with a player who has been away since then; not positive if none is. */
    Left left(long awaySince) {
        return new Left(patience.toMillis() - served.between(awaySince, now));
    }

    /** What is left of a patience, in milliseconds. */
    record Left(long millis) {

        boolean isPositive() {
            return millis > 0;
        }

        /** In whole seconds, none of them too few. */
        long seconds() {
            return millis / 1000 + 1;
        }
    }
}
