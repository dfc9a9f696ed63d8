package org.parlor.runtime;

import org.parlor.room.Command;
import org.parlor.room.Refusal.Reason;

/** Hears what became of people's commands, so that it can be counted. Safe for use by many threads; does not wait. */
public interface RoomMetrics {

    /** Counts nothing. */
    RoomMetrics NONE = new RoomMetrics() {};

    /** A command was carried out, and is stored if there was something to store. */
    default void accepted(Command command) {}

    /** A command was a retry: it got the answer that was given before. */
    default void repeated(Command command) {}

    /** A command was not carried out. */
    default void refused(Command command, Reason reason) {}
}
