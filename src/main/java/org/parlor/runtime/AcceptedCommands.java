package org.parlor.runtime;

import java.util.OptionalLong;
import org.parlor.log.CommandId;

/**
 * Which commands of a room were carried out, and what came of them first: for the log's whole life, so that a retry is never done
 * twice. Kept as two arrays of numbers, because every room in memory has one. Not safe for use by many threads.
 */
final class AcceptedCommands {

    /** The prime 2^61 - 1. */
    private static final long PRIME = (1L << 61) - 1;

    private static final int SMALLEST = 16;

    /** Where the polynomial of an id is evaluated: secret, so that nobody can look for an id with the hash of somebody else's. */
    private final long point;

    /** Hashes of 61 bits; two ids of n characters have the same one with a chance of n in 2^61. */
    private long[] hashes = new long[SMALLEST];

    /** The number of the first event that came of it, plus one; 0 where there is none. */
    private long[] events = new long[SMALLEST];

    private int size;

    /**
     * None yet.
     *
     * @param secret of this process, which no client knows
     */
    AcceptedCommands(long secret) {
        point = Math.floorMod(secret, PRIME);
    }

    /** Remembers that a command was carried out, and its first event. */
    void put(CommandId command, long seq) {
        if (2 * size >= hashes.length) {
            grow();
        }
        add(hash(command), seq + 1);
    }

    private void add(long hash, long event) {
        int place = place(hash);
        size += events[place] == 0 ? 1 : 0;
        hashes[place] = hash;
        events[place] = event;
    }

    private void grow() {
        long[] oldHashes = hashes;
        long[] oldEvents = events;
        hashes = new long[2 * oldHashes.length];
        events = new long[2 * oldEvents.length];
        size = 0;
        for (int i = 0; i < oldEvents.length; i++) {
            if (oldEvents[i] != 0) {
                add(oldHashes[i], oldEvents[i]);
            }
        }
    }

    /** The first event that came of a command; empty if it was not carried out. */
    OptionalLong find(CommandId command) {
        long event = events[place(hash(command))];
        return event == 0 ? OptionalLong.empty() : OptionalLong.of(event - 1);
    }

    /** Where this is, or would go. */
    private int place(long hash) {
        int mask = hashes.length - 1;
        int place = (int) (hash ^ hash >>> Integer.SIZE) & mask;
        while (events[place] != 0 && hashes[place] != hash) {
            place = place + 1 & mask;
        }
        return place;
    }

    /** A polynomial hash over a prime field (Carter and Wegman 1979). */
    private long hash(CommandId command) {
        long hash = 1L + command.player();
        String id = command.id();
        for (int i = 0; i < id.length(); i++) {
            hash = timesPoint(hash) + id.charAt(i);
        }
        return timesPoint(hash);
    }

    /** A product modulo the prime, of a number below 2^62. */
    private long timesPoint(long number) {
        long low = number * point;
        long high = Math.multiplyHigh(number, point) << 3 | low >>> 61;
        long sum = (low & PRIME) + high;
        long folded = (sum & PRIME) + (sum >>> 61);
        return folded >= PRIME ? folded - PRIME : folded;
    }
}
