package org.parlor.log;

import java.util.Optional;
import org.parlor.room.Event;
import org.parlor.room.RecordedEvent;

/** Turns events into what is stored, in the latest version of their form, and back from any version. */
public interface EventCodec {

    /**
     * Writes an event.
     *
     * @param command what it came of, if it is the first event of a command with an id
     */
    StoredEvent write(RecordedEvent event, Optional<CommandId> command);

    /**
     * Reads what {@link #write} wrote, or an older version of it.
     *
     * @throws NewerVersionException if it is of a type or a version that is not known here
     * @throws IllegalArgumentException if it is damaged
     */
    Event read(StoredEvent event);

    /** As {@link #read}, with its place in the log. */
    default RecordedEvent readRecorded(StoredEvent event) {
        return new RecordedEvent(event.seq(), event.at(), read(event));
    }
}
