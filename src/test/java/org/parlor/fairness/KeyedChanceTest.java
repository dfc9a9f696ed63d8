package org.parlor.fairness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parlor.game.Chance;
import org.parlor.game.Seat;
import org.parlor.game.Seats;

/** The numbers were found with another program, of Python's standard library. */
class KeyedChanceTest {

    private static final Seed SEED = new Seed("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");
    private static final List<Seat> SEATS = Seats.BLACK_AND_WHITE.all();
    private static final Map<Seat, String> ENTROPY = Map.of(Seat.BLACK, "chess-clock", Seat.WHITE, "-_z9");

    private static List<Integer> rolls(Chance chance, int sides, int count) {
        return IntStream.generate(() -> chance.roll(sides)).limit(count).boxed().toList();
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1, 42456423314534453311",
        "1, 2, 44522562621334524416",
        "2, 1, 32636211212413536156",
        "1000, 123, 44314523336536455414"
    })
    void diceAreAsDocumentedAlsoBeyondTheFirstBlock(int round, int roll, String dice) {
        assertThat(rolls(new KeyedChance(SEED, round, roll, SEATS, ENTROPY), 6, dice.length()))
                .containsExactlyElementsOf(
                        dice.chars().map(c -> c - '0').boxed().toList());
    }

    @Test
    void whoGivesNothingToTheDiceLeavesAnEmptyLine() {
        assertThat(rolls(new KeyedChance(SEED, 1, 1, SEATS, Map.of()), 6, 10))
                .containsExactly(2, 6, 4, 1, 5, 4, 2, 4, 5, 1);
    }

    @Test
    void numbersBeyondTheLargestMultipleOfTheSidesArePassedOver() {
        assertThat(rolls(new KeyedChance(SEED, 1, 1, SEATS, Map.of()), 40_000, 12))
                .containsExactly(24188, 2676, 28600, 21385, 9845, 37886, 25837, 6227, 24516, 37998, 12019, 22436);
    }

    @Test
    void aDieHasTwoTo65536Sides() {
        Chance chance = new KeyedChance(SEED, 1, 1, SEATS, Map.of());
        assertThatIllegalArgumentException().isThrownBy(() -> chance.roll(1));
        assertThatIllegalArgumentException().isThrownBy(() -> chance.roll(65_537));
        assertThat(chance.roll(65_536)).isBetween(1, 65_536);
    }

    /**
     * Pearson's test over a million throws of two dice. The bounds are the 0.1 % and 99.9 % quantiles of the chi-square
     * distribution: too even would be as suspicious as too uneven.
     */
    @Test
    void aMillionThrowsAreAsEvenAsChance() {
        int throwsInAll = 1_000_000;
        int[] pairs = new int[36];
        int[] successions = new int[36];
        int before = 0;
        for (int roll = 1; roll <= throwsInAll; roll++) {
            Chance chance = new KeyedChance(SEED, 1, roll, SEATS, ENTROPY);
            int first = chance.roll(6) - 1;
            pairs[first * 6 + chance.roll(6) - 1]++;
            successions[before * 6 + first]++;
            before = first;
        }
        assertThat(chiSquare(pairs, throwsInAll)).as("35 degrees of freedom").isBetween(14.69, 66.62);
        assertThat(chiSquare(successions, throwsInAll))
                .as("from throw to throw")
                .isBetween(14.69, 66.62);
        assertThat(chiSquare(faces(pairs), 2 * throwsInAll))
                .as("5 degrees of freedom")
                .isBetween(0.21, 20.52);
    }

    /** Of 65,536 numbers, 25,536 are beyond the largest multiple of 40,000: without rejection they would come twice as often. */
    @Test
    void aDieWithManySidesIsEvenToo() {
        int rolls = 1_000_000;
        int[] tenths = new int[10];
        for (int roll = 1; roll <= rolls; roll++) {
            tenths[(new KeyedChance(SEED, 2, roll, SEATS, ENTROPY).roll(40_000) - 1) / 4_000]++;
        }
        assertThat(chiSquare(tenths, rolls)).as("9 degrees of freedom").isBetween(1.15, 27.88);
    }

    private static int[] faces(int[] pairs) {
        int[] faces = new int[6];
        for (int pair = 0; pair < pairs.length; pair++) {
            faces[pair / 6] += pairs[pair];
            faces[pair % 6] += pairs[pair];
        }
        return faces;
    }

    private static double chiSquare(int[] counts, int total) {
        double expected = (double) total / counts.length;
        double sum = 0;
        for (int count : counts) {
            sum += (count - expected) * (count - expected) / expected;
        }
        return sum;
    }
}
