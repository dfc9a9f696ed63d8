package org.parlor.room;

import java.util.Optional;

/**
 * A command that waits for the room.
 *
 * @param id what the sender wants in the answer; empty for no acknowledgement
 */
record Turn(Visitor visitor, Optional<String> id, Command command) {

    Message refused(Refusal refusal) {
        return new Message.Refused(id, refusal);
    }

    boolean isDrop() {
        return command instanceof Seating.Drop;
    }

    /** Whether the visitor asked for it, and not the room itself. */
    boolean isAsked() {
        return !isDrop() && !(command instanceof Seating.Stay);
    }
}
