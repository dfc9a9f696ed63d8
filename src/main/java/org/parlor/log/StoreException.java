package org.parlor.log;

/** The log can't be written or read right now; a later try may succeed. */
public class StoreException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Wraps what the database said. */
    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
