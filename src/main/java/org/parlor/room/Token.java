package org.parlor.room;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The secret that takes a seat back: 192 random bits in URL-safe base 64. Only its {@link #hash()} is ever stored.
 *
 * @param secret as the client holds it
 */
public record Token(String secret) {

    /** Stands where no token is given out. */
    public static final Token NONE = new Token("");

    private static final int BYTES = 24;

    /** A fresh token. */
    public static Token mint(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new Token(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** SHA-256 of the secret, in hexadecimal. A random secret this long needs no salt and no slow hash. */
    public String hash() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform must know SHA-256", e);
        }
    }

    /** Hides the secret from logs. */
    @Override
    public String toString() {
        return "Token[hidden]";
    }
}
