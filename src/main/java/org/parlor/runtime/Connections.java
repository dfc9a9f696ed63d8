package org.parlor.runtime;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.parlor.game.Viewer;
import org.parlor.room.Change;
import org.parlor.room.Player;
import org.parlor.room.Room;

/** Everyone who is connected to a room, and who of them is which player. Guarded by the lock of its {@link RoomActor}. */
final class Connections {

    private final Map<Connection, Presence> here = new LinkedHashMap<>();

    /** Who a connection is, and since when. */
    private record Presence(int player, long since) {}

    /** A connection comes in, as a spectator. */
    void add(Connection connection, long now) {
        here.put(connection, new Presence(Player.NOBODY, now));
    }

    /** Stands for the connection that a player had in an earlier life of the server. */
    Connection addLost(int player, long now) {
        Connection lost = new LostConnection();
        here.put(lost, new Presence(player, now));
        return lost;
    }

    void remove(Connection connection) {
        here.remove(connection);
    }

    boolean has(Connection connection) {
        return here.containsKey(connection);
    }

    /** Whether someone here is the player with this number. */
    boolean hasPlayer(int number) {
        return here.values().stream().anyMatch(presence -> presence.player() == number);
    }

    boolean isEmpty() {
        return here.isEmpty();
    }

    /** The number of the connection's player, or {@link Player#NOBODY}. */
    int playerOf(Connection connection) {
        Presence presence = here.get(connection);
        return presence == null ? Player.NOBODY : presence.player();
    }

    /** Whether the player has a connection that is newer than this one, which a late request must not close. */
    boolean hasNewer(Connection connection, int player) {
        return player != Player.NOBODY
                && here.keySet().stream()
                        .dropWhile(each -> each != connection)
                        .skip(1)
                        .anyMatch(each -> playerOf(each) == player && !(each instanceof LostConnection));
    }

    /** From now on the connection is this player's; an older connection of the player is closed. */
    void bind(Connection connection, int player) {
        if (playerOf(connection) != player) {
            release(player);
        }
        here.computeIfPresent(connection, (same, presence) -> new Presence(player, presence.since()));
        if (player != Player.NOBODY) {
            connection.seated();
        }
    }

    /**
     * The player has no connection here any more; if there is one, it is closed. What still waits in line from it is not
     * done: it would be done in nobody's name, and again in the player's, who asks for it elsewhere.
     */
    void release(int player) {
        if (player != Player.NOBODY) {
            List<Connection> old = new ArrayList<>();
            here.forEach((connection, presence) -> {
                if (presence.player() == player) {
                    old.add(connection);
                }
            });
            old.forEach(here::remove);
            old.forEach(connection -> connection.close(CloseReason.REPLACED));
        }
    }

    /** The connections of players who have none as far as the room knows. */
    List<Connection> takenForLost(Room room) {
        return here.keySet().stream()
                .filter(connection -> !(connection instanceof LostConnection))
                .filter(connection -> room.seatOf(playerOf(connection))
                        .flatMap(room::player)
                        .filter(player -> !player.connected())
                        .isPresent())
                .toList();
    }

    /** What a connection may see of a room. */
    Viewer viewer(Connection connection, Room room) {
        return room.viewer(playerOf(connection));
    }

    /** Everyone hears of a change; it is written once for all who see the same in the same encoding. */
    void tell(Change change, Optional<Connection> except) {
        Map<Audience, Frame> frames = new HashMap<>();
        for (Connection connection : List.copyOf(here.keySet())) {
            if (except.isEmpty() || except.get() != connection) {
                Audience audience = new Audience(viewer(connection, change.after()), connection.encoding());
                connection.send(frames.computeIfAbsent(
                        audience, it -> it.encoding().encode(new Message.Happened(change, it.viewer()))));
            }
        }
    }

    /** Every player is told the seat, after players changed seats. */
    void tellSeats(Room room) {
        for (Connection connection : List.copyOf(here.keySet())) {
            room.seatOf(playerOf(connection))
                    .ifPresent(seat -> connection.send(connection
                            .encoding()
                            .encode(new Message.You(Optional.empty(), seat, Optional.empty(), room))));
        }
    }

    /**
     * Closes a connection, and does not listen to it any more if it is nobody's. A player is here until the connection is
     * lost, and is dropped then.
     */
    void sendAway(Connection connection, CloseReason reason) {
        if (playerOf(connection) == Player.NOBODY) {
            here.remove(connection);
        }
        connection.close(reason);
    }

    /** When each of them came, in milliseconds since 1970. */
    LongStream since() {
        return here.values().stream().mapToLong(Presence::since);
    }

    /** Closes the connection of everyone who came until then, in milliseconds since 1970. */
    void sendAllAway(long latest, CloseReason reason) {
        Map.copyOf(here).forEach((connection, presence) -> {
            if (presence.since() <= latest) {
                connection.close(reason);
            }
        });
    }
}
