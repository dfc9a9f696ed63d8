package org.parlor.room;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * A person or program that took a seat. The number stays when the players change seats.
 *
 * @param number 1 for the first who sat down in this room, 2 for the next, and so on
 * @param name shown to others, 1 to 40 characters
 * @param awaySince when the player's connection was lost, milliseconds since 1970; empty while one is bound to the player
 * @param credentials what takes the seat back; empty once the player left for good
 * @param guest who it is; empty for whoever told no key
 * @param entropy what the player gave to the dice
 * @param returns how often the player came back
 * @param ready whether the player agrees that play may start
 */
public record Player(
        int number,
        String name,
        OptionalLong awaySince,
        Optional<Credentials> credentials,
        Optional<Guest> guest,
        Optional<String> entropy,
        int returns,
        boolean ready) {

    /** Marks a number that no player has: a spectator. */
    public static final int NOBODY = 0;

    /**
     * What takes a seat back.
     *
     * @param tokenHash of the newest token
     * @param previousTokenHash of the token with which the player came back: it works until the player has acted, so that a
     *     connection that dies between the exchange and its answer loses no seat
     * @param firstTokenHash of the token with which the player sat down: whoever sits down with it again is the same player, late
     */
    public record Credentials(String tokenHash, Optional<String> previousTokenHash, String firstTokenHash) {

        boolean include(String hash) {
            return tokenHash.equals(hash)
                    || previousTokenHash.filter(hash::equals).isPresent();
        }
    }

    /** A player who just sat down. */
    static Player seated(int number, String name, String tokenHash, Optional<Guest> guest, Optional<String> entropy) {
        Credentials credentials = new Credentials(tokenHash, Optional.empty(), tokenHash);
        return new Player(number, name, OptionalLong.empty(), Optional.of(credentials), guest, entropy, 0, false);
    }

    /** Whether a token with this hash belongs to this player. */
    boolean owns(String hash) {
        return credentials.filter(it -> it.include(hash)).isPresent();
    }

    /** Whether the player sat down with the token with this hash. */
    boolean satDownWith(String hash) {
        return credentials.filter(it -> it.firstTokenHash().equals(hash)).isPresent();
    }

    /** Whether this is the person with this key, who has not left. */
    boolean is(Guest person) {
        return credentials.isPresent() && guest.filter(person::equals).isPresent();
    }

    /** Whether a connection is bound to this player. */
    public boolean connected() {
        return awaySince.isEmpty();
    }

    /** Whether the player left for good. */
    public boolean hasLeft() {
        return credentials.isEmpty();
    }

    Player dropped(long at) {
        return new Player(number, name, OptionalLong.of(at), credentials, guest, entropy, returns, ready);
    }

    Player returned(String newHash, Optional<String> usedHash) {
        Optional<Credentials> fresh = credentials.map(it -> new Credentials(newHash, usedHash, it.firstTokenHash()));
        return new Player(number, name, OptionalLong.empty(), fresh, guest, entropy, returns + 1, ready);
    }

    Player left(long at) {
        return new Player(number, name, OptionalLong.of(at), Optional.empty(), guest, entropy, returns, false);
    }

    Player ready(boolean now) {
        return new Player(number, name, awaySince, credentials, guest, entropy, returns, now);
    }

    /** The player acted, so the answer with the newest token has arrived. */
    Player confirmed() {
        if (credentials.flatMap(Credentials::previousTokenHash).isEmpty()) {
            return this;
        }
        Optional<Credentials> newest =
                credentials.map(it -> new Credentials(it.tokenHash(), Optional.empty(), it.firstTokenHash()));
        return new Player(number, name, awaySince, newest, guest, entropy, returns, ready);
    }
}
