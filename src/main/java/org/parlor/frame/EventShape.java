package org.parlor.frame;

import java.util.Optional;
import java.util.function.BiFunction;
import org.parlor.room.Event;
import org.parlor.room.Room;

/**
 * How one kind of event looks as JSON.
 *
 * @param type the frame's type
 * @param kind the event's class
 * @param writer adds the event's members, given the room after it
 * @param secret what is stored beside the frame and never sent
 * @param reader makes the event of a stored frame and its secret
 */
record EventShape<E extends Event>(
        String type, Class<E> kind, Writer<E> writer, Secret<E> secret, BiFunction<Fields, String, E> reader) {

    /** Adds an event's members. */
    interface Writer<E> {
        Members write(Members members, E event, Room after);
    }

    /** Finds what must not be sent. */
    interface Secret<E> {
        Optional<String> of(E event);
    }

    Members write(Members members, Event event, Room after) {
        return writer.write(members, kind.cast(event), after);
    }

    Optional<String> secretOf(Event event) {
        return secret.of(kind.cast(event));
    }
}
