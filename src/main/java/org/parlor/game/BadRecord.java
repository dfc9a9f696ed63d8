package org.parlor.game;

/** A file that holds no whole game. The message is a sentence for whoever has the file. */
public final class BadRecord extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int line;

    public BadRecord(int line, String message) {
        super(message);
        this.line = line;
    }

    /** Where, from 1. */
    public int line() {
        return line;
    }
}
