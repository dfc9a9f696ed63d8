package org.parlor.fairness;

import java.util.List;
import java.util.Map;
import org.parlor.game.Chance;
import org.parlor.game.Seat;

/**
 * The dice of a room: fixed from its opening on, unknown until a game is over, and open to anyone's check then. The secrets of
 * the games form a hash chain, so that the first commitment binds the server for all of them.
 *
 * @param secret the end of the chain, which is never told
 * @param seats the seats of the game in its order
 * @param round the game that the dice are for, or the coming one before the first; 1 to {@link #LAST_ROUND}
 * @param seed what this round's dice are made of; told when its game is over
 * @param entropy what the players gave to the dice, by the seat where they sat when the round began
 * @param rolls how often the dice were thrown in this round, including throws that were taken back
 */
public record Dice(Seed secret, List<Seat> seats, int round, Seed seed, Map<Seat, String> entropy, int rolls) {

    /** So many games can a room with dice have. */
    public static final int LAST_ROUND = 1000;

    public Dice {
        seats = List.copyOf(seats);
        entropy = Map.copyOf(entropy);
    }

    /** The dice of a new room, for its first game. */
    public static Dice of(Seed secret, List<Seat> seats) {
        return new Dice(secret, seats, 1, seed(secret, 1), Map.of(), 0);
    }

    private static Seed seed(Seed secret, int round) {
        return secret.hashed(LAST_ROUND - round);
    }

    /** What is told beforehand, in hexadecimal: the SHA-256 of the {@link #seed()}. */
    public String commitment() {
        return seed.hashed(1).hex();
    }

    /** Whether the room can have no further game. */
    public boolean areUsedUp() {
        return round == LAST_ROUND;
    }

    /** The source of the next throw. */
    public Chance chance() {
        return new KeyedChance(seed, round, rolls + 1, seats, entropy);
    }

    /** The dice after a throw. */
    public Dice rolled() {
        return new Dice(secret, seats, round, seed, entropy, rolls + 1);
    }

    /** The dice for another game, to which the players gave this. */
    public Dice forRound(int next, Map<Seat, String> given) {
        return new Dice(secret, seats, next, seed(secret, next), given, 0);
    }
}
