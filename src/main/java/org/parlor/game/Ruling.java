package org.parlor.game;

/** What the rules say of a move. */
public sealed interface Ruling {

    /**
     * The move stands.
     *
     * @param move the move in canonical spelling
     * @param after the position after it
     * @param kind what else it means
     */
    record Legal(String move, Position after, Kind kind) implements Ruling {

        /** What a move means besides the position after it. */
        public enum Kind {
            /** Everyone stays where they are, and everyone may know the move. */
            PLAIN,
            /**
             * The players of black and white change seats with it, as in openings where one of them chooses the colour;
             * {@code after} speaks of the seats as they are then.
             */
            SWAP,
            /** The others learn that the seat has moved, and not what. */
            SECRET
        }

        /** A move after which everyone stays where they are, and that everyone may know. */
        public Legal(String move, Position after) {
            this(move, after, Kind.PLAIN);
        }

        /** Whether the players change seats. */
        public boolean swaps() {
            return kind == Kind.SWAP;
        }

        /** Whether the others must not know the move. */
        public boolean isSecret() {
            return kind == Kind.SECRET;
        }
    }

    /**
     * The move is against the rules, and nothing happened.
     *
     * @param reason which kind of mistake
     * @param detail an English sentence that tells the player what is wrong, of what the player may know
     */
    record Illegal(Reason reason, String detail) implements Ruling {}

    /** Kinds of mistakes; the protocol has a reason of a refusal for each. */
    enum Reason {
        /** The text is no move of this game. */
        BAD_MOVE,
        /** The place is not on the board. */
        OFF_BOARD,
        /** The place is taken. */
        OCCUPIED,
        /** The rules forbid this move to this seat. */
        FORBIDDEN;
    }
}
