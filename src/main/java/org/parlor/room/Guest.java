package org.parlor.room;

/**
 * A person without an account: whoever holds a secret key. The same person has the same id in all rooms.
 *
 * @param id that anyone may know, and from which nobody finds the key
 * @param keyHash SHA-256 of the key, in hexadecimal
 */
public record Guest(String id, String keyHash) {

    private static final int ID_LENGTH = 20;

    /** The person who holds this key. */
    public static Guest holding(Token key) {
        return withKeyHash(key.hash());
    }

    /** The person whose key has this hash. */
    public static Guest withKeyHash(String keyHash) {
        return new Guest(new Token(keyHash).hash().substring(0, ID_LENGTH), keyHash);
    }

    /** Hides the hash from logs. */
    @Override
    public String toString() {
        return "Guest[" + id + "]";
    }
}
