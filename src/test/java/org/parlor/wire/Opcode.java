package org.parlor.wire;

import java.util.Arrays;

/** What a frame carries (RFC 6455, section 11.8). */
public enum Opcode {
    CONTINUATION(0x0),
    TEXT(0x1),
    BINARY(0x2),
    CLOSE(0x8),
    PING(0x9),
    PONG(0xA);

    private final int code;

    Opcode(int code) {
        this.code = code;
    }

    /** The four bits on the wire. */
    public int code() {
        return code;
    }

    /** @throws IllegalArgumentException if the standard reserves the code */
    static Opcode of(int code) {
        return Arrays.stream(values())
                .filter(opcode -> opcode.code == code)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Reserved opcode " + code));
    }
}
