package org.parlor.room;

/**
 * Tells time that counts from time that does not: while the server does not answer, nobody is absent and nobody thinks too long.
 */
@FunctionalInterface
public interface ServedTime {

    /** A server that never stands still. */
    ServedTime ALWAYS = (since, now) -> Math.max(0, now - since);

    /**
     * How much of a time the server answered.
     *
     * @param since milliseconds since 1970
     * @param now milliseconds since 1970
     * @return in milliseconds, not negative
     */
    long between(long since, long now);
}
