package org.parlor.room;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Drafts of which the journal did not say whether they are stored; at most one of them is. Guarded by the lock of its
 * {@link LiveRoom}.
 */
final class Doubts {

    /** So many drafts are kept until it is known which of them is stored. */
    private static final int MOST = 100;

    private final List<Draft> drafts = new ArrayList<>();

    void add(Draft draft) {
        if (!draft.lines().isEmpty() && drafts.size() < MOST) {
            drafts.add(draft);
        }
    }

    /** The draft that turns out to be stored, if the log goes on with one. */
    Optional<Draft> storedAs(List<Line> tail) {
        return drafts.stream()
                .filter(each ->
                        tail.stream().limit(each.lines().size()).toList().equals(each.lines()))
                .findFirst();
    }

    void clear() {
        drafts.clear();
    }
}
