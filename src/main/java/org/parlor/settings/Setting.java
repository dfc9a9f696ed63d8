package org.parlor.settings;

import java.util.Locale;

/**
 * A setting: an environment variable of this name, or a system property of the same name in lower case with dots, which wins.
 */
public enum Setting {
    /** Port of the embedded server. */
    PARLOR_PORT("8080"),
    /** Folder of the embedded store. */
    PARLOR_DATA(".parlor in the home folder"),
    /** JDBC address of a PostgreSQL database that is the store instead. */
    PARLOR_JDBC_URL("none"),
    /** How long a player must be away before the opponent may claim the game, in seconds. */
    PARLOR_CLAIM_SECONDS("60"),
    /** How long a finished room stays open for a rematch, in seconds. */
    PARLOR_REMATCH_SECONDS("120"),
    /** How many frames a second one connection may send before it is closed. */
    PARLOR_FRAMES_PER_SECOND("1000"),
    /** How many connections there may be in all. */
    PARLOR_CONNECTIONS("by the size of the heap"),
    /** How many connections there may be from one address. */
    PARLOR_CONNECTIONS_PER_ADDRESS("a quarter of all, at most 1000"),
    /** How much one connection may say a minute, and all who watch a room together. */
    PARLOR_CHAT_PER_MINUTE("60"),
    /** Origins besides the server's own whose pages may open a room. */
    PARLOR_ORIGINS("none"),
    /** Addresses of reverse proxies whose word counts about how they were asked. */
    PARLOR_TRUSTED_PROXIES("none");

    /** What all names begin with. */
    static final String PREFIX = "PARLOR_";

    private final String usual;

    Setting(String usual) {
        this.usual = usual;
    }

    /** What holds if nothing is set, for people to read. */
    public String usual() {
        return usual;
    }

    /** The name as a system property: {@code parlor.port}. */
    public String property() {
        return name().toLowerCase(Locale.ROOT).replace('_', '.');
    }
}
