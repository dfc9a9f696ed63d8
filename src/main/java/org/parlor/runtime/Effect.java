package org.parlor.runtime;

import java.util.Optional;
import org.parlor.room.Change;
import org.parlor.room.Command;
import org.parlor.room.Refusal.Reason;
import org.parlor.room.Room;

/** What is done once everything that was decided is stored, in the order in which it was decided. */
sealed interface Effect {

    /** All who are here hear of a change, save for one who catches up and so hears of it anyway. */
    record Tell(Change change, Optional<Connection> except) implements Effect {}

    /** One connection is told something. */
    record Reply(Connection to, Message message) implements Effect {}

    /** Every player is told the seat, after players changed seats. */
    record TellSeats(Room room) implements Effect {}

    /** From now on the connection is this player's; an older one of the player is closed. */
    record Bind(Connection connection, int player) implements Effect {}

    /**
     * A connection is told what it missed.
     *
     * @param since the last event that it knows
     * @param upTo the last event that it is told
     */
    record CatchUp(Connection connection, int player, long since, long upTo) implements Effect {}

    /** The connection is no more. */
    record Remove(Connection connection) implements Effect {}

    /** The connection is closed. */
    record SendAway(Connection connection, CloseReason reason) implements Effect {}

    /** What became of a command is counted; a reason if it was refused. */
    record Count(Command command, Outcome outcome, Optional<Reason> reason) implements Effect {

        /** What can become of a command. */
        enum Outcome {
            ACCEPTED,
            REPEATED,
            REFUSED
        }
    }
}
