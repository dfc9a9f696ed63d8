package org.parlor.http;

/** A body that could not be read. */
public final class BodyException extends Exception {

    private static final long serialVersionUID = 1;

    private final Kind kind;

    /** What was wrong with it. */
    public enum Kind {
        /** It is larger than allowed. */
        TOO_LARGE,
        /** It did not come in time. */
        TOO_SLOW,
        /** There is no memory left for it beside the others that are being read. */
        TOO_MANY,
        /** The connection was lost. */
        BROKEN
    }

    /** A body that comes to nothing for this reason. */
    public BodyException(Kind kind) {
        super(kind.name());
        this.kind = kind;
    }

    /** A body that broke off. */
    public BodyException(Throwable cause) {
        super(Kind.BROKEN.name(), cause);
        this.kind = Kind.BROKEN;
    }

    Kind kind() {
        return kind;
    }
}
