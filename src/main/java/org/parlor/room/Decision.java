package org.parlor.room;

import java.util.List;
import org.parlor.game.Ruling;

/** What a room makes of a command. */
public sealed interface Decision {

    /**
     * The command is carried out.
     *
     * @param events what happens, in order; empty if nothing needs to be told
     * @param player who the sender is from now on: the number of a player, or {@link Player#NOBODY}
     */
    record Accepted(List<Event> events, int player) implements Decision {
        public Accepted {
            events = List.copyOf(events);
        }
    }

    /** Nothing happens. */
    record Refused(Refusal refusal) implements Decision {}

    /**
     * The command was a question: the moves that may be played now.
     *
     * @param plays every legal move with the position after it
     * @param forbidden free places that the rules forbid
     */
    record Told(List<Ruling.Legal> plays, List<String> forbidden) implements Decision {}

    /** A refusal in one line. */
    static Decision refuse(Refusal.Reason reason, String detail) {
        return new Refused(new Refusal(reason, detail));
    }
}
