package org.parlor.room;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parlor.fairness.Seed;
import org.parlor.game.Outcome;
import org.parlor.game.Ruling;
import org.parlor.game.Seat;

/**
 * Something that happened in a room. Events hold what was decided and nothing that follows from it: positions and turns are
 * found by evolving the room.
 */
public sealed interface Event {

    /**
     * The room after this event, save for the event's place. Never fails for an event that was decided on this room.
     *
     * @param room the state before
     * @param stamp the event's own place
     */
    Room evolve(Room room, Stamp stamp);

    /**
     * The room exists: entry 0 of every log, which {@code welcome} tells instead of an event frame.
     *
     * @param game the game's name
     * @param options every option of the game
     * @param position where the game starts, if not at its usual start
     * @param clock how much time the players have, in the words of {@link TimeControl}
     * @param secret from which the dice are made, in games with chance; private
     */
    record Opened(
            String game, Map<String, String> options, Optional<String> position, String clock, Optional<Seed> secret)
            implements Event {
        public Opened {
            options = Map.copyOf(options);
        }

        /** The opening of a room without a clock. */
        public Opened(String game, Map<String, String> options, Optional<String> position, Optional<Seed> secret) {
            this(game, options, position, TimeControl.none().label(), secret);
        }

        /** The opening of a room without dice and without a clock. */
        public Opened(String game, Map<String, String> options, Optional<String> position) {
            this(game, options, position, Optional.empty());
        }

        @Override
        public Room evolve(Room room, Stamp stamp) {
            return room;
        }
    }

    /**
     * A seat was taken.
     *
     * @param tokenHash of the player's token; private
     * @param guest who the player is; the hash of the key is private
     * @param entropy what the player gives to the dice; empty in games without chance
     */
    record Seated(Seat seat, String name, String tokenHash, Optional<Guest> guest, Optional<String> entropy)
            implements Event {

        /** A player who tells no key and gives nothing to the dice. */
        public Seated(Seat seat, String name, String tokenHash) {
            this(seat, name, tokenHash, Optional.empty(), Optional.empty());
        }

        @Override
        public Room evolve(Room room, Stamp stamp) {
            Player player = Player.seated(room.roster().nextNumber(), name, tokenHash, guest, entropy);
            return room.with(room.roster().with(seat, player));
        }
    }

    /** A player agrees that play may start, in games that start by agreement. */
    record Ready(Seat seat) implements Event {
        @Override
        public Room evolve(Room room, Stamp stamp) {
            return room.with(
                    room.roster().change(seat, player -> player.confirmed().ready(true)));
        }
    }

    /**
     * A game begins, from the room's start position, for those who sit.
     *
     * @param round counts from 1
     * @param swapped whether the players have changed seats for it
     */
    record Started(int round, boolean swapped) implements Event {
        @Override
        public Room evolve(Room room, Stamp stamp) {
            return room.started(round, swapped, stamp);
        }
    }

    /**
     * A legal move in canonical notation. The rules may have the players change seats with it.
     *
     * @param seat who moved, before that
     * @param forced whether the room played it, because the rules left the seat no choice
     * @param secret whether the others may not know the move
     * @param spent what the decision cost the seat's clock, in milliseconds; 0 without a clock
     */
    record Moved(Seat seat, String move, boolean forced, boolean secret, long spent) implements Event {

        /** A move that its player chose, that everyone may know, in a room without a clock. */
        public Moved(Seat seat, String move) {
            this(seat, move, false, false, 0);
        }

        @Override
        public Room evolve(Room room, Stamp stamp) {
            if (room.position().play(seat, move) instanceof Ruling.Legal legal) {
                return evolve(room, stamp, legal);
            }
            throw new IllegalStateException("room " + room.name() + ": event " + stamp.seq() + " plays " + move
                    + ", which the rules do not allow");
        }

        /** As {@link #evolve(Room, Stamp)}, for who knows already what the rules say of it. */
        Room evolve(Room room, Stamp stamp, Ruling.Legal legal) {
            Ply ply = new Ply(seat, legal.move(), forced, legal.swaps());
            return (forced ? room : room.confirmed(seat)).moved(ply, legal.after(), spent, stamp);
        }
    }

    /**
     * Dice fell for this seat.
     *
     * @param secret whether only this seat's player may see them
     */
    record Rolled(Seat seat, List<Integer> dice, boolean secret) implements Event {
        public Rolled {
            dice = List.copyOf(dice);
        }

        /** Dice that everyone may see. */
        public Rolled(Seat seat, List<Integer> dice) {
            this(seat, dice, false);
        }

        @Override
        public Room evolve(Room room, Stamp stamp) {
            return room.stepped(new DiceRoll(dice), stamp);
        }
    }

    /** The time of a position is over, and it changes by itself. */
    record TimedOut() implements Event {
        @Override
        public Room evolve(Room room, Stamp stamp) {
            return room.stepped(new Step.TimeUp(), stamp);
        }
    }

    /**
     * A player is out of the game, and the others play on.
     *
     * @param reason {@code resignation}, {@code abandonment} or {@code timeout}
     */
    record Withdrawn(Seat seat, String reason) implements Event {
        @Override
        public Room evolve(Room room, Stamp stamp) {
            return room.stepped(new Step.Withdrawal(seat), stamp);
        }
    }

    /** The game is over. */
    record Ended(Outcome outcome) implements Event {
        @Override
        public Room evolve(Room room, Stamp stamp) {
            return room.ended(outcome, stamp);
        }
    }

    /** Something was proposed; the offer's number is this event's {@code seq}. */
    record Offered(Seat seat, Offer.Kind kind, boolean swap) implements Event {
        @Override
        public Room evolve(Room room, Stamp stamp) {
            return room.player(seat)
                    .map(player -> room.confirmed(seat)
                            .offered(new Offer(stamp.seq(), kind, player.number(), swap), stamp.at()))
                    .orElse(room);
        }
    }

    /** One of several others agreed to an offer, and not all have done so yet. */
    record Agreed(Seat seat, long offer) implements Event {
        @Override
        public Room evolve(Room room, Stamp stamp) {
            Optional<Player> player = room.player(seat);
            List<Offer> open = room.offers().stream()
                    .map(each -> each.number() == offer && player.isPresent()
                            ? each.agreedBy(player.get().number())
                            : each)
                    .toList();
            return room.confirmed(seat).with(open);
        }
    }

    /**
     * All others agreed, this one last.
     *
     * @param takenBack the number of moves and throws that a takeback undoes, else 0
     * @param swapped whether that brings the players back to the seats they had before
     */
    record Accepted(Seat seat, long offer, Offer.Kind kind, int takenBack, boolean swapped) implements Event {
        @Override
        public Room evolve(Room room, Stamp stamp) {
            return room.confirmed(seat).without(offer).takenBack(takenBack, swapped, stamp);
        }
    }

    /** Declined by one of the others, or withdrawn by the one who proposed. */
    record Declined(Seat seat, long offer, Offer.Kind kind) implements Event {
        @Override
        public Room evolve(Room room, Stamp stamp) {
            return room.confirmed(seat).without(offer);
        }
    }

    /** Chat; a spectator has neither seat nor name. */
    record Said(Optional<Seat> seat, Optional<String> name, String text) implements Event {
        @Override
        public Room evolve(Room room, Stamp stamp) {
            return seat.map(room::confirmed).orElse(room);
        }
    }

    /** The player's connection was lost. */
    record Dropped(Seat seat) implements Event {
        @Override
        public Room evolve(Room room, Stamp stamp) {
            return room.with(room.roster().change(seat, player -> player.dropped(stamp.at())));
        }
    }

    /**
     * The player is back.
     *
     * @param tokenHash of the token that is the player's from now on; private
     * @param usedHash of the token just used, which works until the player acts; empty for who came back by a key; private
     */
    record Returned(Seat seat, String tokenHash, Optional<String> usedHash) implements Event {
        @Override
        public Room evolve(Room room, Stamp stamp) {
            return room.with(room.roster().change(seat, player -> player.returned(tokenHash, usedHash)));
        }
    }

    /** The player left for good. */
    record Left(Seat seat) implements Event {
        @Override
        public Room evolve(Room room, Stamp stamp) {
            return room.left(seat, stamp.at());
        }
    }
}
