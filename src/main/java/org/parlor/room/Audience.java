package org.parlor.room;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everyone who is connected to a room, and who of them is which player. Guarded by the lock of its {@link LiveRoom}. */
final class Audience {

    private final Map<Visitor, Presence> visitors = new LinkedHashMap<>();

    /** Who a visitor is, and since when. */
    private record Presence(int player, long since) {}

    /** A visitor comes in, as a spectator. */
    void add(Visitor visitor, long now) {
        visitors.put(visitor, new Presence(Player.NOBODY, now));
    }

    /** Stands for the connection that a player had in an earlier life of the server. */
    Visitor ghost(int player, long now) {
        Visitor ghost = new Ghost();
        visitors.put(ghost, new Presence(player, now));
        return ghost;
    }

    void remove(Visitor visitor) {
        visitors.remove(visitor);
    }

    boolean has(Visitor visitor) {
        return visitors.containsKey(visitor);
    }

    /** Whether someone here is the player with this number. */
    boolean hasPlayer(int number) {
        return visitors.values().stream().anyMatch(presence -> presence.player() == number);
    }

    boolean isEmpty() {
        return visitors.isEmpty();
    }

    /** The number of the visitor's player, or {@link Player#NOBODY}. */
    int playerOf(Visitor visitor) {
        Presence presence = visitors.get(visitor);
        return presence == null ? Player.NOBODY : presence.player();
    }

    /** Whether the player has a connection that is newer than this visitor's, which a late request must not close. */
    boolean hasNewer(Visitor visitor, int player) {
        return player != Player.NOBODY
                && visitors.keySet().stream()
                        .dropWhile(each -> each != visitor)
                        .skip(1)
                        .anyMatch(each -> playerOf(each) == player && !(each instanceof Ghost));
    }

    /** From now on the visitor is this player; an older connection of the player is closed. */
    void bind(Visitor visitor, int player) {
        if (playerOf(visitor) != player) {
            release(player);
        }
        visitors.computeIfPresent(visitor, (same, presence) -> new Presence(player, presence.since()));
    }

    /**
     * The player has no connection here any more; if there is one, it is closed. What still waits in line from it is not
     * done: it would be done in nobody's name, and again in the player's, who asks for it elsewhere.
     */
    void release(int player) {
        if (player != Player.NOBODY) {
            Map.copyOf(visitors).forEach((visitor, presence) -> {
                if (presence.player() == player) {
                    visitors.remove(visitor);
                    visitor.close(Goodbye.REPLACED);
                }
            });
        }
    }

    /** The connections of players who have none as far as the room knows. */
    List<Visitor> takenForLost(Room room) {
        return visitors.keySet().stream()
                .filter(visitor -> !(visitor instanceof Ghost))
                .filter(visitor -> room.seatOf(playerOf(visitor))
                        .flatMap(room::player)
                        .filter(player -> !player.connected())
                        .isPresent())
                .toList();
    }

    /** Everyone hears an event. */
    void hear(Line line, Optional<Visitor> except) {
        Message heard = new Message.Heard(line.text());
        visitors.keySet().stream()
                .filter(visitor -> except.filter(visitor::equals).isEmpty())
                .forEach(visitor -> visitor.send(heard));
    }

    /** Every player is told the seat, after the players changed seats. */
    void tellSeats(Room room) {
        visitors.forEach((visitor, presence) -> room.seatOf(presence.player())
                .ifPresent(seat -> visitor.send(new Message.You(Optional.empty(), seat, Optional.empty()))));
    }

    /**
     * Closes a connection, and does not listen to it any more if it is nobody's. A player is here until the connection is
     * lost, and is dropped then.
     */
    void sendAway(Visitor visitor, Goodbye goodbye) {
        if (playerOf(visitor) == Player.NOBODY) {
            visitors.remove(visitor);
        }
        visitor.close(goodbye);
    }

    /** Closes the connection of everyone who came until then, in milliseconds since 1970. */
    void sendAllAway(long latest, Goodbye goodbye) {
        Map.copyOf(visitors).forEach((visitor, presence) -> {
            if (presence.since() <= latest) {
                visitor.close(goodbye);
            }
        });
    }

    /** A connection that is no more. */
    private static final class Ghost implements Visitor {

        @Override
        public void send(Message message) {
            // Nobody is there to hear it.
        }

        @Override
        public void replay(List<Message> missed) {
            // Nobody is there to hear it.
        }

        @Override
        public void close(Goodbye goodbye) {
            // Nothing is there to close.
        }
    }
}
