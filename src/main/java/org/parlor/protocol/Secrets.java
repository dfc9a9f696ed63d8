package org.parlor.protocol;

/** What a client makes up to show who it is must be hard to guess. */
final class Secrets {

    /** 128 random bits in base 64. */
    private static final int SHORTEST = 22;

    /** Fewer different characters are hardly ever drawn at random, but typed. */
    private static final int FEWEST_DIFFERENT = 10;

    private Secrets() {}

    /** Refuses what is too easy to guess. */
    static void check(String field, String secret) {
        if (secret.length() < SHORTEST || secret.chars().distinct().count() < FEWEST_DIFFERENT) {
            throw new JsonReader.BadField("a \"" + field + "\" of your own must have at least " + SHORTEST
                    + " characters, " + FEWEST_DIFFERENT + " of them different; make it up at random");
        }
    }
}
