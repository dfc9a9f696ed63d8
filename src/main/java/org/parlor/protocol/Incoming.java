package org.parlor.protocol;

import java.util.Optional;
import org.parlor.room.Command;
import org.parlor.room.Refusal;

/** What a client's frame turned out to be. */
public sealed interface Incoming {

    /** A command for the room. */
    record Ask(Optional<String> id, Command command) implements Incoming {}

    /** A heartbeat; {@code t} comes back as it is. */
    record Ping(Number t) implements Incoming {}

    /** Not a frame of the protocol. */
    record Invalid(Optional<String> id, Refusal refusal) implements Incoming {}

    /** So big that its sender is not worth an answer. */
    record Oversized() implements Incoming {}
}
