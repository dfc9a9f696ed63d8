package org.parlor.log;

import java.util.List;
import java.util.Optional;

/**
 * What is to be stored of a room, all or nothing.
 *
 * @param room the room's name
 * @param events the next ones without gaps, or none
 * @param refusals to remember beside them
 * @param entry what the directory says of the room from now on; empty if it says the same as before
 */
public record Append(
        String room, List<StoredEvent> events, List<RefusedCommand> refusals, Optional<DirectoryEntry> entry) {

    public Append {
        events = List.copyOf(events);
        refusals = List.copyOf(refusals);
    }

    /** Whether there is nothing to store. */
    public boolean isEmpty() {
        return events.isEmpty() && refusals.isEmpty() && entry.isEmpty();
    }

    /** Whether the room's log begins here. */
    public boolean isFirst() {
        return !events.isEmpty() && events.get(0).seq() == 0;
    }

    /** The number of the room's latest event once this is stored; -1 for none. */
    public long end() {
        return events.isEmpty()
                ? refusals.stream().mapToLong(RefusedCommand::seq).max().orElse(-1)
                : events.get(events.size() - 1).seq();
    }

    /** Stores nothing, and so tells whether something could be stored. */
    public static Append nothing() {
        return new Append("", List.of(), List.of(), Optional.empty());
    }

    /** What came of it. */
    public enum Result {
        /** It is stored. */
        STORED,
        /** Another writer's events have the numbers already, and nothing is stored. */
        OVERTAKEN
    }
}
