package org.parlor.room;

import java.util.Locale;
import java.util.Optional;

/**
 * Something that one player proposes and the other may accept.
 *
 * @param number the {@code seq} of its {@code offered} event
 * @param kind what is proposed
 * @param player the number of the player who proposes
 * @param swap for a rematch: whether the players change colours
 */
public record Offer(long number, Kind kind, int player, boolean swap) {

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
