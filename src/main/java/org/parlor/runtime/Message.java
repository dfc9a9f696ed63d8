package org.parlor.runtime;

import java.util.List;
import java.util.Optional;
import org.parlor.game.Ruling;
import org.parlor.game.Seat;
import org.parlor.game.Viewer;
import org.parlor.room.Change;
import org.parlor.room.Refusal;
import org.parlor.room.Room;
import org.parlor.room.Token;

/** What the server says to one connection, or to all who see the same. */
public sealed interface Message {

    /** An event, as this viewer sees it. */
    record Happened(Change change, Viewer viewer) implements Message {}

    /** The state of the room as this viewer sees it, first of all frames. */
    record Welcome(Room room, Viewer viewer) implements Message {}

    /**
     * The connection sits here.
     *
     * @param id of the command that seated it; empty when the players changed seats
     * @param token takes the seat back; empty when the one that the client has stays good
     * @param room in which it sits
     */
    record You(Optional<String> id, Seat seat, Optional<Token> token, Room room) implements Message {}

    /** The command was carried out and stored; {@code seq} is the first event that came of it, or the latest. */
    record Ack(String id, long seq) implements Message {}

    /** The command was not carried out. */
    record Refused(Optional<String> id, Refusal refusal) implements Message {}

    /**
     * The moves that may be played.
     *
     * @param open whether the positions after them may be told
     */
    record Legal(Optional<String> id, long seq, List<Ruling.Legal> plays, List<String> forbidden, boolean open)
            implements Message {}

    /** Answer to a ping; {@code now} in milliseconds since 1970. */
    record Pong(Number t, long now) implements Message {}
}
