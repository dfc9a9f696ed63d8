package org.parlor.room;

import java.util.List;
import java.util.Optional;
import org.parlor.game.Ruling;
import org.parlor.game.Seat;

/** What the server says to one session. */
public sealed interface Message {

    /** An event, encoded once for everyone who hears it. */
    record Heard(String text) implements Message {}

    /** The state of the room, first of all frames. */
    record Welcome(Room room) implements Message {}

    /**
     * The session sits here.
     *
     * @param id of the command that seated it; empty when the players changed seats
     * @param token takes the seat back; empty when the one that the client has stays good
     */
    record You(Optional<String> id, Seat seat, Optional<Token> token) implements Message {}

    /** The command was carried out and stored; {@code seq} is the first event that came of it, or the latest. */
    record Ack(String id, long seq) implements Message {}

    /** The command was not carried out. */
    record Refused(Optional<String> id, Refusal refusal) implements Message {}

    /** The moves that may be played. */
    record Legal(Optional<String> id, long seq, List<Ruling.Legal> plays, List<String> forbidden) implements Message {}

    /** Answer to a ping; {@code now} in milliseconds since 1970. */
    record Pong(Number t, long now) implements Message {}
}
