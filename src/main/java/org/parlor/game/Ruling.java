package org.parlor.game;

/** What the rules say of a move. */
public sealed interface Ruling {

    /**
     * The move stands.
     *
     * @param move the move in canonical spelling
     * @param after the position after it
     * @param swap whether the players change seats with it, as in openings where one of them chooses the colour;
     *     {@code after} speaks of the seats as they are then
     */
    record Legal(String move, Position after, boolean swap) implements Ruling {

        /** A move after which everyone stays where they are. */
        public Legal(String move, Position after) {
            this(move, after, false);
        }
    }

    /**
     * The move is against the rules, and nothing happened.
     *
     * @param reason which kind of mistake
     * @param detail an English sentence that tells the player what is wrong
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
