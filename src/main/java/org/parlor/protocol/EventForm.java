package org.parlor.protocol;

import java.util.Optional;
import org.parlor.game.Viewer;
import org.parlor.room.Event;
import org.parlor.room.Room;

/**
 * How one kind of event is written.
 *
 * @param type what it is called, in frames and in the store
 * @param kind the event's class
 * @param decided writes what was decided: all of it is stored, and most of it sent
 * @param derived writes what follows, which is sent and not stored
 * @param secret writes what is stored apart; nothing if all may know everything
 * @param reader makes the event of what was stored
 */
record EventForm<E extends Event>(
        String type, Class<E> kind, Decided<E> decided, Derived<E> derived, Decided<E> secret, Reader<E> reader) {

    /** Writes what an event holds, as far as a viewer may know it; for whoever stores it that is what all may know. */
    interface Decided<E> {
        void write(JsonWriter out, E event);
    }

    /** Writes what follows from an event, as far as a viewer may know it. */
    interface Derived<E> {
        void write(JsonWriter out, E event, Room after, Viewer viewer);
    }

    /** Reads what was stored. */
    interface Reader<E> {
        E read(JsonReader body, JsonReader secret);
    }

    /** Writes the frame of an event. */
    void frame(JsonWriter out, Event event, Room after, Viewer viewer) {
        E it = kind.cast(event);
        decided.write(out, it);
        derived.write(out, it, after, viewer);
    }

    /** Writes what is stored for all to know. */
    void body(JsonWriter out, Event event) {
        decided.write(out, kind.cast(event));
    }

    /** Writes what is stored apart. */
    void secret(JsonWriter out, Event event) {
        secret.write(out, kind.cast(event));
    }

    /** Reads an event. */
    E read(JsonReader body, Optional<JsonReader> apart) {
        return reader.read(body, apart.orElse(JsonReader.EMPTY));
    }
}
