package org.parlor.room;

import java.util.List;
import org.parlor.game.Ruling;

/** What a room makes of a command. */
public sealed interface Decision {

    /**
     * The command is carried out.
     *
     * @param changes what happens, in order; empty if nothing needs to be told
     * @param player who the sender is from now on: the number of a player, or {@link Player#NOBODY}
     */
    record Accepted(List<Change> changes, int player) implements Decision {
        public Accepted {
            changes = List.copyOf(changes);
        }

        /** A command that changes nothing in the room. */
        static Accepted withoutChange(int player) {
            return new Accepted(List.of(), player);
        }

        /** The events alone. */
        public List<Event> events() {
            return changes.stream().map(change -> change.event().event()).toList();
        }
    }

    /** Nothing happens. */
    record Refused(Refusal refusal) implements Decision {}

    /**
     * The command was a question: the moves that may be played now, by who asked or else by the seat to move.
     *
     * @param plays every legal move with the position after it
     * @param forbidden free places that the rules forbid
     * @param open whether who asked may know the positions after the moves
     */
    record LegalMoves(List<Ruling.Legal> plays, List<String> forbidden, boolean open) implements Decision {}

    /** A refusal in one line. */
    static Decision refuse(Refusal.Reason reason, String detail) {
        return new Refused(new Refusal(reason, detail));
    }
}
