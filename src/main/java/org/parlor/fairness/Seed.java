package org.parlor.fairness;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * 256 bits that nobody can guess, from which dice are made.
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record Seed(String hex) {

    private static final int BYTES = 32;

    /** A fresh secret. */
    public static Seed draw(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new Seed(HexFormat.of().formatHex(bytes));
    }

    byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    /** The SHA-256 of these 32 bytes, and of that again, so many times. */
    Seed hashed(int times) {
        MessageDigest sha256 = sha256();
        byte[] bytes = bytes();
        for (int i = 0; i < times; i++) {
            bytes = sha256.digest(bytes);
        }
        return new Seed(HexFormat.of().formatHex(bytes));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform must know SHA-256", e);
        }
    }

    /** Hides the secret from logs. */
    @Override
    public String toString() {
        return "Seed[hidden]";
    }
}
