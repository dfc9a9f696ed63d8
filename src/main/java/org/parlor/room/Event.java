package org.parlor.room;

import java.util.List;
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
     * @param secret from which the dice are made, in games with chance; private
     */
    record Opened(String game, Map<String, String> options, Optional<String> position, Optional<Seed> secret)
            implements Event {
        public Opened {
            options = Map.copyOf(options);
        }

        /** The opening of a room without dice. */
        public Opened(String game, Map<String, String> options, Optional<String> position) {
            this(game, options, position, Optional.empty());
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
     * @param entropy what the player gives to the dice; empty in games without chance
     */
    record Seated(Seat seat, String name, String key, Optional<String> entropy) implements Event {

        /** A player who gives nothing to the dice. */
        public Seated(Seat seat, String name, String key) {
            this(seat, name, key, Optional.empty());
        }

        @Override
        public Room evolve(Room room, long seq, long at) {
            return room.with(seat, Player.seated(room.nextPlayer(), name, key, entropy));
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
     * @param forced whether the room played it, because the rules left the seat no choice
     */
    record Moved(Seat seat, String move, boolean forced) implements Event {

        /** A move that its player chose. */
        public Moved(Seat seat, String move) {
            this(seat, move, false);
        }

        @Override
        public Room evolve(Room room, long seq, long at) {
            if (room.position().play(move) instanceof Ruling.Legal legal) {
                Ply ply = new Ply(seat, legal.move(), forced, legal.swap());
                return (forced ? room : room.confirmed(seat)).moved(ply, legal.after());
            }
            throw new IllegalStateException(
                    "room " + room.name() + ": event " + seq + " plays " + move + ", which the rules do not allow");
        }
    }

    /** Dice fell for this seat: it is the one to move after them. */
    record Rolled(Seat seat, List<Integer> dice) implements Event {
        public Rolled {
            dice = List.copyOf(dice);
        }

        @Override
        public Room evolve(Room room, long seq, long at) {
            return room.rolled(new Throw(dice));
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
     * @param takenBack the number of moves and throws that a takeback undoes, else 0
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
