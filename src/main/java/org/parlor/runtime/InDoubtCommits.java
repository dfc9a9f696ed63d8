package org.parlor.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parlor.log.StoredEvent;

/**
 * Commits of which the store did not say whether they are stored; at most one of them is. Guarded by the lock of its
 * {@link RoomActor}.
 */
final class InDoubtCommits {

    /** So many are kept until it is known which of them is stored. */
    private static final int MOST = 100;

    private final List<PendingCommit> commits = new ArrayList<>();

    void add(PendingCommit commit) {
        if (!commit.events().isEmpty() && commits.size() < MOST) {
            commits.add(commit);
        }
    }

    /** The one that turns out to be stored, if the log goes on with it. */
    Optional<PendingCommit> storedAs(List<StoredEvent> tail) {
        return commits.stream()
                .filter(each ->
                        tail.stream().limit(each.events().size()).toList().equals(each.events()))
                .findFirst();
    }

    void clear() {
        commits.clear();
    }
}
