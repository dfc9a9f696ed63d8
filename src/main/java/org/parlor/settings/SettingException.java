package org.parlor.settings;

/** A setting that can't be used; the message names it and what to set instead. */
public class SettingException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** A message of one line. */
    public SettingException(String message) {
        super(message);
    }

    /** A message of one line and what led to it. */
    public SettingException(String message, Throwable cause) {
        super(message, cause);
    }
}
