package org.parlor.runtime;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.parlor.room.Change;

/** The latest changes of a room, so that who was away for a moment needs no database. Not safe for use by many threads. */
final class RecentChanges {

    /** So many are kept. */
    static final int KEPT = 64;

    private final Deque<Change> changes = new ArrayDeque<>();

    /** One more, which follows the one before. */
    void add(Change change) {
        changes.addLast(change);
        if (changes.size() > KEPT) {
            changes.removeFirst();
        }
    }

    /** The changes after an event, up to another one; empty if they are not all kept. */
    Optional<List<Change>> between(long since, long upTo) {
        boolean kept = since >= upTo
                || (!changes.isEmpty() && changes.getFirst().event().seq() <= since + 1);
        return kept
                ? Optional.of(changes.stream()
                        .filter(it -> it.event().seq() > since && it.event().seq() <= upTo)
                        .toList())
                : Optional.empty();
    }
}
