package org.parlor.room;

/** Why the server closes a connection; the protocol page says of each whether to come back. */
public enum Goodbye {
    DONE(1000, "the game is over"),
    LEFT(1000, "you left"),
    SILENT(1001, "no sign of life; come back"),
    FLOOD(1008, "too many frames; slow down"),
    TOO_BIG(1009, "a frame far beyond the largest; send less"),
    RESTART(1012, "the server restarts; come back in a moment"),
    TOO_SLOW(1013, "you read too slowly; come back"),
    FULL(1013, "the server is full; come back later"),
    TRY_LATER(1013, "the room is out of reach right now; come back in a moment"),
    BAD_ADDRESS(4400, "this address can't open a room"),
    BAD_TOKEN(4401, "bad token; come back without it to watch"),
    NO_SUCH_GAME(4404, "no such game"),
    REPLACED(4409, "this seat was taken over by a newer connection");

    private final int code;
    private final String reason;

    Goodbye(int code, String reason) {
        this.code = code;
        this.reason = reason;
    }

    /** The WebSocket close code. */
    public int code() {
        return code;
    }

    /** The close reason, well below the 123 bytes that a close frame holds. */
    public String reason() {
        return reason;
    }
}
