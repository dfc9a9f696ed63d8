package org.parlor.room;

import java.util.Map;
import java.util.Optional;
import org.parlor.game.Result;
import org.parlor.game.Ruling;
import org.parlor.game.Seat;

/**
 * Something that happened in a room. Events hold what was decided and nothing that follows from it: positions and turns are
 * found by evolving the room.
 */
public sealed interface Event {

    /**
     * The room after this event. Never fails for an event that was decided on this room.
     *
     * @param room the state before
     * @param seq the event's own number
     * @param at the event's time, milliseconds since 1970
     */
    Room evolve(Room room, long seq, long at);

    /**
     * The room exists: entry 0 of every log, which {@code welcome} tells instead of an event frame.
     *
     * @param game the game's name
     * @param options every option of the game
     * @param position where the game starts, if not at its usual start
     */
    record Opened(String game, Map<String, String> options, Optional<String> position) implements Event {
        public Opened {
            options = Map.copyOf(options);
        }

        @Override
        public Room evolve(Room room, long seq, long at) {
            return room;
        }
    }

    /**
     * A seat was taken.
     *
     * @param key hash of the player's token; private
     */
    record Seated(Seat seat, String name, String key) implements Event {
        @Override
        public Room evolve(Room room, long seq, long at) {
            return room.with(seat, Player.seated(room.nextPlayer(), name, key));
        }
    }

    /** A game begins, from the room's start position. {@code round} counts from 1. */
    record Started(int round, boolean swapped) implements Event {
        @Override
        public Room evolve(Room room, long seq, long at) {
            return room.started(round, swapped);
        }
    }

    /**
     * A legal move in canonical notation. The rules may have the players change seats with it.
     *
     * @param seat who moved, before that
     */
    record Moved(Seat seat, String move) implements Event {
        @Override
        public Room evolve(Room room, long seq, long at) {
            if (room.position().play(move) instanceof Ruling.Legal legal) {
                return room.confirmed(seat).moved(new Ply(seat, legal.move(), legal.swap()), legal.after());
            }
            throw new IllegalStateException(
                    "room " + room.name() + ": event " + seq + " plays " + move + ", which the rules do not allow");
        }
    }

    /** The game is over. */
    record Ended(Result result) implements Event {
        @Override
        public Room evolve(Room room, long seq, long at) {
            return room.ended(at);
        }
    }

    /** Something was proposed; the offer's number is this event's {@code seq}. */
    record Offered(Seat seat, Offer.Kind kind, boolean swap) implements Event {
        @Override
        public Room evolve(Room room, long seq, long at) {
            return room.player(seat)
                    .map(player -> room.confirmed(seat).with(new Offer(seq, kind, player.number(), swap), at))
                    .orElse(room);
        }
    }

    /**
     * The other player agreed.
     *
     * @param takenBack the number of plies that a takeback undoes, else 0
     * @param swapped whether that brings the players back to the seats they had before
     */
    record Accepted(Seat seat, long offer, Offer.Kind kind, int takenBack, boolean swapped) implements Event {
        @Override
        public Room evolve(Room room, long seq, long at) {
            return room.confirmed(seat).without(offer).takenBack(takenBack, swapped);
        }
    }

    /** Declined by the other player, or withdrawn by the one who proposed. */
    record Declined(Seat seat, long offer, Offer.Kind kind) implements Event {
        @Override
        public Room evolve(Room room, long seq, long at) {
            return room.confirmed(seat).without(offer);
        }
    }

    /** Chat; a spectator has neither seat nor name. */
    record Said(Optional<Seat> seat, Optional<String> name, String text) implements Event {
        @Override
        public Room evolve(Room room, long seq, long at) {
            return seat.map(room::confirmed).orElse(room);
        }
    }

    /** The player's connection was lost. */
    record Dropped(Seat seat) implements Event {
        @Override
        public Room evolve(Room room, long seq, long at) {
            return room.change(seat, player -> player.dropped(at));
        }
    }

    /**
     * The player is back.
     *
     * @param key hash of the token that replaces the one just used; private
     * @param usedKey hash of the token just used; private
     */
    record Returned(Seat seat, String key, String usedKey) implements Event {
        @Override
        public Room evolve(Room room, long seq, long at) {
            return room.change(seat, player -> player.returned(key, usedKey));
        }
    }

    /** The player left for good. */
    record Left(Seat seat) implements Event {
        @Override
        public Room evolve(Room room, long seq, long at) {
            return room.left(seat, at);
        }
    }
}
