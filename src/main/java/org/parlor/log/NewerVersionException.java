package org.parlor.log;

/** A log holds an event that this version of Parlor does not know. A version that knows it reads the log. */
public class NewerVersionException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** An event of this type and version is not known here. */
    public NewerVersionException(String type, int version) {
        super("an event \"" + type + "\" of version " + version + " was stored by a newer version of Parlor");
    }
}
