package org.parlor.protocol;

import org.parlor.runtime.CloseReason;

/**
 * How the protocol says why a connection is closed; its page says of each code whether to come back.
 *
 * @param code of WebSocket (RFC 6455, 7.4) or, from 4000 on, of the protocol
 * @param text well below the 123 bytes that a close frame holds
 */
public record CloseFrame(int code, String text) {

    /** The close frame for this reason. */
    public static CloseFrame of(CloseReason reason) {
        return switch (reason) {
            case GAME_OVER -> new CloseFrame(1000, "the game is over");
            case LEFT -> new CloseFrame(1000, "you left");
            case SILENT -> new CloseFrame(1001, "no sign of life; come back");
            case FLOOD -> new CloseFrame(1008, "too many frames; slow down");
            case TOO_BIG -> new CloseFrame(1009, "a frame far beyond the largest; send less");
            case RESTART -> new CloseFrame(1012, "the server restarts; come back in a moment");
            case TOO_SLOW -> new CloseFrame(1013, "you read too slowly; come back");
            case FULL -> new CloseFrame(1013, "the server is full; come back later");
            case UNAVAILABLE -> new CloseFrame(1013, "the room is out of reach right now; come back in a moment");
            case NEWER_VERSION -> new CloseFrame(1013, "the room was written by a newer version; come back later");
            case BAD_ADDRESS -> new CloseFrame(4400, "this address can't open a room");
            case BAD_TOKEN -> new CloseFrame(4401, "bad token; come back without it to watch");
            case NO_SUCH_GAME -> new CloseFrame(4404, "no such game");
            case REPLACED -> new CloseFrame(4409, "this seat was taken over by a newer connection");
        };
    }
}
