package org.parlor.fairness;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.parlor.game.Chance;
import org.parlor.game.Seat;
import org.parlor.game.Seats;

/**
 * The dice of one throw: HMAC-SHA256 (RFC 2104) under the round's seed, block after block, read as numbers of 16 bits. A number
 * beyond the largest multiple of the sides is passed over, so that no side is likelier than another.
 */
final class KeyedChance implements Chance {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int NUMBERS = 1 << 16;

    private final Seed seed;
    private final int round;
    private final int roll;
    private final List<Seat> seats;
    private final Map<Seat, String> entropy;
    private byte[] block = {};
    private int blocks;
    private int used;

    /**
     * The source of one throw.
     *
     * @param round which game of the room, from 1
     * @param roll which throw of the round, from 1
     * @param seats of the game, in its order
     * @param entropy what the players gave; each without a line break, and missing or not empty
     */
    KeyedChance(Seed seed, int round, int roll, List<Seat> seats, Map<Seat, String> entropy) {
        this.seed = seed;
        this.round = round;
        this.roll = roll;
        this.seats = List.copyOf(seats);
        this.entropy = Map.copyOf(entropy);
    }

    @Override
    public int roll(int sides) {
        if (sides < 2 || sides > NUMBERS) {
            throw new IllegalArgumentException("a die has 2 to " + NUMBERS + " sides, not " + sides);
        }
        int beyond = NUMBERS - NUMBERS % sides;
        int number = next();
        while (number >= beyond) {
            number = next();
        }
        return number % sides + 1;
    }

    private int next() {
        if (used == block.length) {
            block = hmac(message());
            blocks++;
            used = 0;
        }
        int number = Byte.toUnsignedInt(block[used]) << Byte.SIZE | Byte.toUnsignedInt(block[used + 1]);
        used += 2;
        return number;
    }

    /**
     * Lines without a break after the last; no part can hold a line break, so no two messages are alike. Black and white have a
     * line each; where the seats are others, a line begins with the name of its seat.
     */
    private String message() {
        boolean two = seats.equals(Seats.BLACK_AND_WHITE.all());
        String given = seats.stream()
                .map(seat -> (two ? "" : seat.label() + " ") + entropy.getOrDefault(seat, ""))
                .collect(Collectors.joining("\n"));
        return String.join(
                "\n",
                two ? "parlor-dice-1" : "parlor-dice-2",
                Integer.toString(round),
                Integer.toString(roll),
                Integer.toString(blocks),
                given);
    }

    private byte[] hmac(String message) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(seed.bytes(), ALGORITHM));
            return mac.doFinal(message.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform must know " + ALGORITHM, e);
        }
    }
}
