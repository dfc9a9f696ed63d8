package org.parlor.game.backgammon;

/** A file that holds no whole match. The message is a sentence for whoever has the file. */
final class BadRecord extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int line;

    BadRecord(int line, String message) {
        super(message);
        this.line = line;
    }

    /** Where, from 1. */
    int line() {
        return line;
    }
}
