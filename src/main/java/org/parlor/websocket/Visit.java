package org.parlor.websocket;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.parlor.room.Command;
import org.parlor.room.Refusal;
import org.parlor.room.Refusal.Reason;
import org.parlor.runtime.Connection;
import org.parlor.runtime.Message;
import org.parlor.runtime.RoomActor;

/**
 * A connection in its room, or on the way there: what it says before the room is open is done afterwards, in order. Safe for use by
 * many threads. The room is never called under a lock from here, because it may find the connection dead and call back.
 */
final class Visit {

    /** So many commands may come before the room is open. */
    private static final int MOST_EARLY = 32;

    private static final Refusal TOO_EARLY =
            new Refusal(Reason.UNAVAILABLE, "the room is being opened; wait for the welcome");

    private final Connection connection;
    private final Connection.Gap welcome;
    private List<Consumer<RoomActor>> early = new ArrayList<>();
    private volatile Optional<RoomActor> room = Optional.empty();
    private boolean ended;

    /** A connection to which nothing was said yet. */
    Visit(Connection connection) {
        this.connection = connection;
        this.welcome = connection.gap();
    }

    Connection connection() {
        return connection;
    }

    /** Where the first frame goes. */
    Connection.Gap welcome() {
        return welcome;
    }

    /** The connection is in its room. */
    void joined(RoomActor actor) {
        List<Consumer<RoomActor>> deeds = early(actor);
        while (!deeds.isEmpty()) {
            deeds.forEach(deed -> deed.accept(actor));
            deeds = early(actor);
        }
        if (isEnded()) {
            actor.leave(connection);
        }
    }

    /** What was asked for meanwhile. If it is nothing, what comes next goes straight to the room. */
    private synchronized List<Consumer<RoomActor>> early(RoomActor actor) {
        List<Consumer<RoomActor>> deeds = early;
        early = new ArrayList<>();
        if (deeds.isEmpty()) {
            room = Optional.of(actor);
        }
        return deeds;
    }

    private synchronized boolean isEnded() {
        return ended;
    }

    /** Asks the room for something. */
    void submit(Optional<String> id, Command command) {
        if (room.isEmpty() && isKept(id, command)) {
            return;
        }
        room.ifPresent(actor -> actor.submit(connection, id, command));
    }

    private synchronized boolean isKept(Optional<String> id, Command command) {
        if (room.isPresent()) {
            return false;
        }
        if (early.size() < MOST_EARLY) {
            early.add(actor -> actor.submit(connection, id, command));
        } else {
            connection.send(connection.encoding().encode(new Message.Refused(id, TOO_EARLY)));
        }
        return true;
    }

    /** The connection is no more. */
    void end() {
        synchronized (this) {
            ended = true;
            early.clear();
        }
        room.ifPresent(actor -> actor.leave(connection));
    }
}
