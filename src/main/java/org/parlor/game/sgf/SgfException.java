package org.parlor.game.sgf;

/** A file that breaks the syntax of the format. The message is a sentence for whoever has the file. */
public final class SgfException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int line;

    SgfException(int line, String message) {
        super(message);
        this.line = line;
    }

    /** Where, from 1. */
    public int line() {
        return line;
    }
}
