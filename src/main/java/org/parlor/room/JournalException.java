package org.parlor.room;

/** The journal can't be written or read right now; a later try may succeed. */
public class JournalException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Wraps what the store said. */
    public JournalException(String message, Throwable cause) {
        super(message, cause);
    }
}
