package org.parlor.room;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Something that one player proposes and all others may accept.
 *
 * @param number the {@code seq} of its {@code offered} event
 * @param kind what is proposed
 * @param player the number of the player who proposes
 * @param swap for a rematch: whether the players change seats
 * @param agreed the numbers of the players who have agreed so far
 */
public record Offer(long number, Kind kind, int player, boolean swap, List<Integer> agreed) {

    public Offer {
        agreed = List.copyOf(agreed);
    }

    /** An offer to which nobody has said anything. */
    Offer(long number, Kind kind, int player, boolean swap) {
        this(number, kind, player, swap, List.of());
    }

    Offer agreedBy(int other) {
        List<Integer> more = new ArrayList<>(agreed);
        more.add(other);
        return new Offer(number, kind, player, swap, more);
    }

    /** What can be proposed. */
    public enum Kind {
        DRAW,
        TAKEBACK,
        REMATCH;

        /** The word on the wire. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The kind with this {@link #label()}, empty for any other text. */
        public static Optional<Kind> of(String label) {
            for (Kind kind : values()) {
                if (kind.label().equals(label)) {
                    return Optional.of(kind);
                }
            }
            return Optional.empty();
        }
    }
}
