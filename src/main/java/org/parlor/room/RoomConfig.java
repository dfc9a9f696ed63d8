package org.parlor.room;

import org.parlor.game.Game;
import org.parlor.game.Position;
import org.parlor.game.Seats;
import org.parlor.game.Setup;

/**
 * What a room is from its opening on and never changes.
 *
 * @param name {@code [A-Za-z0-9_-]{1,64}}
 * @param opening entry 0 of the log
 * @param start the position from which every game in this room starts, for all seats
 * @param seats who plays
 * @param hasSecrets whether anything is hidden from anyone, so that not all see the same
 * @param clock how much time the players have
 */
public record RoomConfig(
        String name, Event.Opened opening, Position start, Seats seats, boolean hasSecrets, TimeControl clock) {

    /** The room of a game that was set up as its opening says. */
    public static RoomConfig of(String name, Event.Opened opening, Game game, Setup.Ready ready) {
        TimeControl clock = TimeControl.of(opening.clock())
                .orElseThrow(() -> new IllegalArgumentException("no clock is called " + opening.clock()));
        return new RoomConfig(name, opening, ready.position(), ready.seats(), game.hasSecrets(), clock);
    }
}
