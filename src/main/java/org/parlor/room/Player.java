package org.parlor.room;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A person or program that took a seat. The number stays when the players change seats.
 *
 * @param number 1 for the first who sat down in this room, 2 for the next, and so on
 * @param name shown to others, 1 to 40 characters
 * @param awaySince when the player's connection was lost, milliseconds since 1970; empty while one is bound to the player
 * @param key hash of the token that takes the seat back; empty once the player left for good
 * @param earlierKey hash of the token with which the player came back: it works until the player is known to hold the new one, so that a connection
 *     that dies between the exchange and its answer loses no seat
 * @param entropy what the player gave to the dice
 * @param returns how often the player came back
 */
public record Player(
        int number,
        String name,
        OptionalLong awaySince,
        Optional<String> key,
        Optional<String> earlierKey,
        Optional<String> entropy,
        int returns) {

    /** Marks a number that no player has: a spectator. */
    public static final int NOBODY = 0;

    /** A player who just sat down. */
    static Player seated(int number, String name, String key, Optional<String> entropy) {
        return new Player(number, name, OptionalLong.empty(), Optional.of(key), Optional.empty(), entropy, 0);
    }

    /** Whether a token with this hash belongs to this player. */
    boolean owns(String hash) {
        return key.filter(hash::equals).isPresent()
                || earlierKey.filter(hash::equals).isPresent();
    }

    /** Whether a connection is bound to this player. */
    public boolean connected() {
        return awaySince.isEmpty();
    }

    /** How long the player has been away; empty if here. */
    Optional<Duration> away(long now) {
        return awaySince.isEmpty() ? Optional.empty() : Optional.of(Duration.ofMillis(now - awaySince.getAsLong()));
    }

    Player dropped(long at) {
        return new Player(number, name, OptionalLong.of(at), key, earlierKey, entropy, returns);
    }

    Player returned(String newKey, String usedKey) {
        return new Player(
                number, name, OptionalLong.empty(), Optional.of(newKey), Optional.of(usedKey), entropy, returns + 1);
    }

    Player left(long at) {
        return new Player(number, name, OptionalLong.of(at), Optional.empty(), Optional.empty(), entropy, returns);
    }

    /** The player acted, so the answer with the newest token has arrived. */
    Player confirmed() {
        return earlierKey.isEmpty()
                ? this
                : new Player(number, name, awaySince, key, Optional.empty(), entropy, returns);
    }
}
