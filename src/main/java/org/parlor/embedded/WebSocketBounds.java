package org.parlor.embedded;

import java.time.Duration;
import org.parlor.limit.Deadlines;
import org.parlor.limit.MemoryBudget;

/**
 * How much time and memory the frames of WebSocket connections may take.
 *
 * @param largestMessage in bytes, all its fragments together
 * @param framesPerSecond of any kind, on one connection
 * @param deadlines ends what takes too long
 * @param unfinished for messages that have begun to come in, on all connections together
 */
record WebSocketBounds(int largestMessage, int framesPerSecond, Deadlines deadlines, MemoryBudget unfinished) {

    /** Pings, pongs and closes a second on one connection, and how many there may be in a burst. */
    static final int CONTROL_FRAMES_PER_SECOND = 5;

    static final int CONTROL_FRAMES_IN_A_BURST = 50;

    /** From the first byte of a message to its last. */
    static final Duration LONGEST_MESSAGE = Duration.ofSeconds(20);

    /** So long a connection that was closed from here may wait for the client to close it too. */
    static final Duration CLOSING = Duration.ofSeconds(2);

    /** So long it may take to send what was said before. */
    static final Duration LAST_WORDS = Duration.ofSeconds(5);

    /** What may wait to be written: a message, pings, and pongs to a client who does not read them. */
    static final int MOST_WRITES = 64;
}
