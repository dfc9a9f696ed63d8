package org.parlor.settings;

/**
 * What strangers may make, hold and send. Each is at least 1, or {@link #OFF}.
 *
 * @param framesPerSecond how many frames a second one connection may send, pings and fragments too
 * @param connections how many connections there may be in all
 * @param connectionsPerAddress how many there may be from one IPv4 address or one /64 of IPv6
 * @param chatPerMinute how much one connection may say, as a rule; a player in a room and all who watch it together may say as much
 */
public record Limits(int framesPerSecond, int connections, int connectionsPerAddress, int chatPerMinute) {

    /** Stands for no limit. */
    public static final int OFF = Integer.MAX_VALUE;

    /** What a connection takes up at most times, with what it sends and is sent, in bytes. */
    private static final long MEMORY_OF_A_CONNECTION = 64 * 1024;

    private static final int USUAL_CONNECTIONS_PER_ADDRESS = 1_000;

    /** As many connections as a heap of this size has room for, in bytes. */
    static int connectionsFor(long heap) {
        return (int) Math.min(OFF, Math.max(1, heap / MEMORY_OF_A_CONNECTION));
    }

    /** As many as a school or a company may have behind one address, but never enough to shut out all others. */
    static int connectionsPerAddressFor(int connections) {
        return Math.max(1, Math.min(USUAL_CONNECTIONS_PER_ADDRESS, connections / 4));
    }
}
