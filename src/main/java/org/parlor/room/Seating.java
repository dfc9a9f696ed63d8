package org.parlor.room;

import static org.parlor.room.Decision.refuse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.parlor.game.Seat;
import org.parlor.room.Refusal.Reason;

/** Coming and going. */
public sealed interface Seating extends Command {

    @Override
    default boolean rebinds() {
        return true;
    }

    /** The secret with which the sender shows whose seat it is. */
    default Optional<Token> token() {
        return Optional.empty();
    }

    private static boolean hasReturnedTooOften(Room room, Player player) {
        return room.isFull() && player.returns() >= Resume.MOST_RETURNS;
    }

    /** Gives a seat back to who holds the token with this hash. */
    private static Decision giveBack(Room room, Seat seat, Sender sender, String hash) {
        Player player = room.player(seat).orElseThrow();
        return hasReturnedTooOften(room, player)
                ? new Decision.Refused(Resume.TOO_OFTEN)
                : new Decision.Accepted(List.of(new Event.Returned(seat, sender.newKey(), hash)), player.number());
    }

    /**
     * Takes a seat.
     *
     * @param seat the wanted seat, or empty for any free one, black first
     * @param name 1 to 40 characters
     * @param entropy 1 to 64 characters for the dice, if the game has any: letters, digits, hyphens and underscores
     * @param token the seat's first token, which the sender made up and so can ask again with, also on another connection;
     *     empty to be given one
     */
    record Sit(Optional<Seat> seat, String name, Optional<String> entropy, Optional<Token> token) implements Seating {

        /** Takes a seat and is given a token. */
        public Sit(Optional<Seat> seat, String name, Optional<String> entropy) {
            this(seat, name, entropy, Optional.empty());
        }

        /** Takes a seat and gives nothing to the dice. */
        public Sit(Optional<Seat> seat, String name) {
            this(seat, name, Optional.empty());
        }

        @Override
        public Decision decide(Room room, Sender sender) {
            Optional<Seat> mine = room.seatOf(sender.player());
            if (mine.isPresent()) {
                return refuse(
                        Reason.ALREADY_SEATED,
                        "you already sit at " + mine.get().label() + "; leave first to sit elsewhere");
            }
            Optional<Seat> taken = token.map(Token::hash).flatMap(room::seatOwnedBy);
            if (taken.isPresent()) {
                return giveBack(room, taken.get(), sender, token.get().hash());
            }
            if (room.status() == Status.OVER) {
                return refuse(Reason.GAME_OVER, "the game in this room is over; open another room");
            }
            if (room.isFull()) {
                return new Decision.Refused(Refusal.FULL);
            }
            List<Seat> vacant = Stream.of(Seat.values())
                    .filter(each -> isVacant(room, each, sender))
                    .sorted(Comparator.comparing(room::isFree).reversed())
                    .toList();
            Optional<Seat> free = seat.or(() -> vacant.stream().findFirst()).filter(vacant::contains);
            return free.map(it -> take(room, it, sender)).orElseGet(() -> taken(vacant));
        }

        /** Before a game, a seat whose player has been away for too long is for anyone: it would block the room for ever. */
        private static boolean isVacant(Room room, Seat seat, Sender sender) {
            return room.player(seat)
                    .map(player -> room.status() == Status.WAITING
                            && player.away(sender.now())
                                    .filter(time -> time.compareTo(sender.patience()) >= 0)
                                    .isPresent())
                    .orElse(true);
        }

        private Decision take(Room room, Seat free, Sender sender) {
            String key = token.map(Token::hash).orElse(sender.newKey());
            List<Event> events = new ArrayList<>();
            if (!room.isFree(free)) {
                events.add(new Event.Left(free));
            }
            events.add(new Event.Seated(free, name, key, room.dice().flatMap(dice -> entropy)));
            if (!room.isFree(free.other())) {
                events.add(new Event.Started(room.round() + 1, false));
            }
            return new Decision.Accepted(Course.of(room, events), room.nextPlayer());
        }

        private static Decision taken(List<Seat> vacant) {
            String other = vacant.stream()
                    .findFirst()
                    .map(seat -> "that seat is taken; sit at " + seat.label())
                    .orElse("both seats are taken; watch, or open another room");
            return refuse(Reason.SEAT_TAKEN, other);
        }
    }

    /**
     * Takes a seat back after a lost connection, or catches up as a spectator.
     *
     * @param token what {@code you} gave; empty to catch up only
     * @param since the last event that the sender knows, 0 for none
     */
    record Resume(Optional<Token> token, long since) implements Seating {

        /** Coming and going is events too: in a room whose log is full, a player may have come back so often. */
        static final int MOST_RETURNS = 2_500;

        /** The answer to who came back too often. */
        static final Refusal TOO_OFTEN = new Refusal(
                Reason.BAD_TOKEN,
                "this room's log is full and you came back " + MOST_RETURNS + " times; connect again to watch");

        /** The answer to a token that no seat has, or has no more. */
        static final Refusal BAD_TOKEN =
                new Refusal(Reason.BAD_TOKEN, "no seat of this room has this token; connect again without it to watch");

        @Override
        public Decision decide(Room room, Sender sender) {
            if (since > room.seq()) {
                return refuse(
                        Reason.BAD_SINCE,
                        "the room's latest event is " + room.seq() + "; resume with a since of 0 to " + room.seq());
            }
            if (token.isEmpty()) {
                return new Decision.Accepted(List.of(), sender.player());
            }
            return takeBack(room, sender, token.get().hash());
        }

        private static Decision takeBack(Room room, Sender sender, String hash) {
            Optional<Seat> owned = room.seatOwnedBy(hash);
            if (owned.isEmpty()) {
                return new Decision.Refused(BAD_TOKEN);
            }
            Optional<Seat> mine = room.seatOf(sender.player());
            if (mine.isPresent() && !mine.equals(owned)) {
                return refuse(
                        Reason.ALREADY_SEATED,
                        "you sit at " + mine.get().label() + "; take the other seat with another connection");
            }
            return giveBack(room, owned.get(), sender, hash);
        }
    }

    /** Leaves for good; a player who leaves a game that is on resigns it. */
    record Leave() implements Seating {
        @Override
        public Decision decide(Room room, Sender sender) {
            List<Event> events = new ArrayList<>();
            room.seatOf(sender.player()).ifPresent(seat -> {
                if (room.status() == Status.PLAYING) {
                    events.add(new Event.Ended(Play.resignation(seat)));
                }
                events.add(new Event.Left(seat));
            });
            return new Decision.Accepted(events, Player.NOBODY);
        }
    }

    /** A player whom another server took for lost is here, with the same token. The server asks for this, never a client. */
    record Stay() implements Seating {
        @Override
        public Decision decide(Room room, Sender sender) {
            List<Event> events = room.seatOf(sender.player())
                    .flatMap(seat -> room.player(seat)
                            .filter(player -> !player.connected())
                            .filter(player -> !hasReturnedTooOften(room, player))
                            .flatMap(player -> returned(seat, player, sender)))
                    .map(List::of)
                    .orElse(List.of());
            return new Decision.Accepted(events, sender.player());
        }

        /** The earlier token works as long as it did before; if there is none, nobody has the key that stands for it. */
        private static Optional<Event> returned(Seat seat, Player player, Sender sender) {
            return player.key()
                    .map(key ->
                            new Event.Returned(seat, key, player.earlierKey().orElse(sender.newKey())));
        }
    }

    /** The connection of a player was lost. The server asks for this, never a client. */
    record Drop() implements Seating {
        @Override
        public Decision decide(Room room, Sender sender) {
            List<Event> events = room.seatOf(sender.player())
                    .filter(seat -> room.player(seat).filter(Player::connected).isPresent())
                    .<List<Event>>map(seat -> List.of(new Event.Dropped(seat)))
                    .orElse(List.of());
            return new Decision.Accepted(events, Player.NOBODY);
        }
    }
}
