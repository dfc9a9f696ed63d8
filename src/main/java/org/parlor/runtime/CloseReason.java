package org.parlor.runtime;

import java.util.Locale;

/** Why the server closes a connection; the protocol has a code for each, and says whether to come back. */
public enum CloseReason {
    /** The game is over, and so is the time for another. */
    GAME_OVER,
    /** The player asked to leave. */
    LEFT,
    /** The connection gave no sign of life. */
    SILENT,
    /** Too many frames came. */
    FLOOD,
    /** A frame was far beyond the largest. */
    TOO_BIG,
    /** The server restarts, or the room is read anew. */
    RESTART,
    /** What was sent was not taken in time. */
    TOO_SLOW,
    /** The server has as many connections as it allows. */
    FULL,
    /** The room can't be had right now. */
    UNAVAILABLE,
    /** The room was written by a newer version. */
    NEWER_VERSION,
    /** The address can't open a room. */
    BAD_ADDRESS,
    /** No seat has this token. */
    BAD_TOKEN,
    /** There is no such game. */
    NO_SUCH_GAME,
    /** A newer connection has the seat. */
    REPLACED;

    private final String label = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** A word for people who count: {@code too-slow}. */
    public String label() {
        return label;
    }
}
