package org.parlor.runtime;

import java.util.Optional;
import org.parlor.room.Command;
import org.parlor.room.Refusal;
import org.parlor.room.SeatCommand;

/**
 * A command that waits for the room.
 *
 * @param id what the sender wants in the answer; empty for no acknowledgement
 */
record QueuedCommand(Connection connection, Optional<String> id, Command command) {

    /** What the room itself asks for. */
    static QueuedCommand own(Connection connection, Command command) {
        return new QueuedCommand(connection, Optional.empty(), command);
    }

    Message refused(Refusal refusal) {
        return new Message.Refused(id, refusal);
    }

    boolean isDrop() {
        return command instanceof SeatCommand.Drop;
    }

    /** Whether somebody asked for it, and not the room itself. */
    boolean isAsked() {
        return !isDrop() && !(command instanceof SeatCommand.Stay) && !(command instanceof Command.TimeUp);
    }
}
