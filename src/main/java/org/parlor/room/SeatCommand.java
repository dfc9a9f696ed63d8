package org.parlor.room;

import static org.parlor.room.Decision.refuse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.parlor.game.Seat;
import org.parlor.game.Seats;
import org.parlor.room.Refusal.Reason;

/** Coming and going. */
public sealed interface SeatCommand extends Command {

    @Override
    default boolean changesIdentity() {
        return true;
    }

    /** Whether the sender shows by a secret whose seat it is. */
    default boolean showsSecret() {
        return false;
    }

    private static boolean hasReturnedTooOften(Room room, Player player) {
        return room.isFull() && player.returns() >= Resume.MOST_RETURNS;
    }

    /**
     * Gives a seat back to its player.
     *
     * @param usedHash of the token that showed whose it is; empty if a key did
     */
    private static Decision giveBack(Room room, Seat seat, CommandContext context, Optional<String> usedHash) {
        Player player = room.player(seat).orElseThrow();
        return hasReturnedTooOften(room, player)
                ? new Decision.Refused(Resume.TOO_OFTEN)
                : Changes.of(room, context.now())
                        .then(new Event.Returned(seat, context.newTokenHash(), usedHash))
                        .accepted(player.number());
    }

    /**
     * Takes a seat.
     *
     * @param seat the wanted seat, or empty for any free one in the game's order
     * @param name 1 to 40 characters
     * @param entropy 1 to 64 characters for the dice, if the game has any: letters, digits, hyphens and underscores
     * @param token the seat's first token, which the sender made up and so can ask again with, also on another connection;
     *     empty to be given one
     * @param key the secret of a person, who gets a seat back that is theirs; empty for whoever tells none
     * @param another whether a person who sits here already wants one more seat
     */
    record Sit(
            Optional<Seat> seat,
            String name,
            Optional<String> entropy,
            Optional<Token> token,
            Optional<Token> key,
            boolean another)
            implements SeatCommand {
        @Override
        public String label() {
            return "sit";
        }

        /** Takes a seat and is given a token. */
        public Sit(Optional<Seat> seat, String name, Optional<String> entropy) {
            this(seat, name, entropy, Optional.empty(), Optional.empty(), false);
        }

        /** Takes a seat and gives nothing to the dice. */
        public Sit(Optional<Seat> seat, String name) {
            this(seat, name, Optional.empty());
        }

        @Override
        public boolean showsSecret() {
            return token.isPresent() || key.isPresent();
        }

        @Override
        public Decision decide(Room room, CommandContext context) {
            List<Seat> all = room.config().seats().all();
            if (seat.isPresent() && !all.contains(seat.get())) {
                String names = all.stream().map(Seat::label).collect(Collectors.joining(" or "));
                return refuse(Reason.BAD_FRAME, "\"seat\" must be " + names);
            }
            Optional<Seat> mine = room.seatOf(context.player());
            if (mine.isPresent()) {
                return refuse(
                        Reason.ALREADY_SEATED,
                        "you already sit at " + mine.get().label() + "; leave first to sit elsewhere");
            }
            Optional<Seat> taken = token.map(Token::hash).flatMap(room.roster()::seatOwnedBy);
            if (taken.isPresent()) {
                return giveBack(room, taken.get(), context, token.map(Token::hash));
            }
            if (token.map(Token::hash).filter(room.roster()::isSpent).isPresent()) {
                return new Decision.Refused(Resume.BAD_TOKEN);
            }
            Optional<Guest> guest = key.map(Guest::holding);
            Optional<Seat> theirs = another ? Optional.empty() : guest.flatMap(room.roster()::seatOf);
            return theirs.isPresent()
                    ? giveBack(room, theirs.get(), context, Optional.empty())
                    : sitDown(room, context, guest);
        }

        private Decision sitDown(Room room, CommandContext context, Optional<Guest> guest) {
            if (room.status() == Status.OVER) {
                return refuse(Reason.GAME_OVER, "the game in this room is over; open another room");
            }
            if (room.isFull()) {
                return new Decision.Refused(Refusal.FULL);
            }
            List<Seat> vacant = vacant(room, context);
            Optional<Seat> free = seat.or(() -> vacant.stream().findFirst()).filter(vacant::contains);
            return free.map(it -> take(room, it, context, guest)).orElseGet(() -> taken(room, vacant));
        }

        /** In the game's order, but first those that nobody has. */
        private static List<Seat> vacant(Room room, CommandContext context) {
            if (room.status() == Status.PLAYING) {
                return List.of();
            }
            List<Seat> vacant = new ArrayList<>();
            room.config().seats().all().stream().filter(room.roster()::isFree).forEach(vacant::add);
            // Before a game, the seat of a player who has been away for too long is for anyone: it would block the
            // room.
            room.roster().taken().stream()
                    .filter(each ->
                            context.isAwayTooLong(room.roster().players().get(each)))
                    .forEach(vacant::add);
            return vacant;
        }

        private Decision take(Room room, Seat free, CommandContext context, Optional<Guest> guest) {
            Changes changes = Changes.of(room, context.now());
            if (!room.roster().isFree(free)) {
                changes.then(new Event.Left(free));
            }
            String hash = token.map(Token::hash).orElse(context.newTokenHash());
            changes.then(new Event.Seated(
                    free, name, hash, guest, room.match().dice().flatMap(dice -> entropy)));
            if (changes.room().roster().isFull()) {
                changes.then(new Event.Started(room.match().round() + 1, false));
            }
            return changes.automatically().accepted(room.roster().nextNumber());
        }

        private static Decision taken(Room room, List<Seat> vacant) {
            if (vacant.isEmpty()) {
                boolean two = room.config().seats().areBlackAndWhite();
                boolean on = room.status() == Status.PLAYING && !two;
                return on
                        ? refuse(Reason.GAME_ON, "a game is on here; watch, or open another room")
                        : refuse(
                                Reason.SEAT_TAKEN,
                                (two ? "both" : "all") + " seats are taken; watch, or open another room");
            }
            String others = vacant.stream().map(Seat::label).collect(Collectors.joining(" or "));
            return refuse(Reason.SEAT_TAKEN, "that seat is taken; sit at " + others);
        }
    }

    /**
     * Takes a seat back after a lost connection, or catches up as a spectator.
     *
     * @param token what {@code you} gave; empty to catch up only
     * @param key the secret of the person who sits here; it counts if the token does not
     * @param since the last event that the sender knows, 0 for none
     */
    record Resume(Optional<Token> token, Optional<Token> key, long since) implements SeatCommand {
        @Override
        public String label() {
            return "resume";
        }

        /** Coming and going is events too: in a room whose log is full, a player may have come back so often. */
        static final int MOST_RETURNS = 2_500;

        /** The answer to who came back too often. */
        static final Refusal TOO_OFTEN = new Refusal(
                Reason.BAD_TOKEN,
                "this room's log is full and you came back " + MOST_RETURNS + " times; connect again to watch");

        /** The answer to a secret that no seat has, or has no more. */
        static final Refusal BAD_TOKEN =
                new Refusal(Reason.BAD_TOKEN, "no seat of this room has this token; connect again without it to watch");

        /** Takes a seat back by its token, or catches up without one. */
        public Resume(Optional<Token> token, long since) {
            this(token, Optional.empty(), since);
        }

        @Override
        public boolean showsSecret() {
            return token.isPresent() || key.isPresent();
        }

        @Override
        public Decision decide(Room room, CommandContext context) {
            if (since > room.seq()) {
                return refuse(
                        Reason.BAD_SINCE,
                        "the room's latest event is " + room.seq() + "; resume with a since of 0 to " + room.seq());
            }
            return showsSecret() ? takeBack(room, context) : Decision.Accepted.withoutChange(context.player());
        }

        private Decision takeBack(Room room, CommandContext context) {
            Optional<String> hash = token.map(Token::hash);
            Optional<Seat> byToken = hash.flatMap(room.roster()::seatOwnedBy);
            Optional<Seat> owned = byToken.or(() -> key.map(Guest::holding).flatMap(room.roster()::seatOf));
            if (owned.isEmpty()) {
                return new Decision.Refused(BAD_TOKEN);
            }
            Optional<Seat> mine = room.seatOf(context.player());
            if (mine.isPresent() && !mine.equals(owned)) {
                return refuse(
                        Reason.ALREADY_SEATED,
                        "you sit at " + mine.get().label() + "; take the other seat with another connection");
            }
            return giveBack(room, owned.get(), context, byToken.isPresent() ? hash : Optional.empty());
        }
    }

    /** Agrees that play may start, in games that start when all who sit agree. */
    record Start() implements SeatCommand {
        @Override
        public String label() {
            return "start";
        }

        @Override
        public boolean changesIdentity() {
            return false;
        }

        @Override
        public Decision decide(Room room, CommandContext context) {
            Optional<Seat> seat = room.seatOf(context.player());
            if (seat.isEmpty()) {
                return refuse(Reason.NOT_SEATED, "only players may do that; sit down first, or resume with your token");
            }
            if (room.status() != Status.WAITING) {
                return refuse(
                        room.status() == Status.OVER ? Reason.GAME_OVER : Reason.GAME_ON, "a game has started already");
            }
            if (room.config().seats().start() == Seats.Start.WHEN_FULL) {
                return new Decision.Refused(Refusal.notStarted(room));
            }
            if (room.player(seat.get()).filter(Player::ready).isPresent()) {
                return refuse(Reason.ALREADY_OFFERED, "you are ready; wait for the others");
            }
            Changes changes = Changes.of(room, context.now()).then(new Event.Ready(seat.get()));
            return startIfReady(changes).accepted(context.player());
        }

        private static Changes startIfReady(Changes changes) {
            Room room = changes.room();
            return room.status() == Status.WAITING && room.roster().isReady()
                    ? changes.then(new Event.Started(room.match().round() + 1, false))
                            .automatically()
                    : changes;
        }
    }

    /** Leaves for good; a player who leaves a game that is on resigns it. */
    record Leave() implements SeatCommand {
        @Override
        public String label() {
            return "leave";
        }

        @Override
        public Decision decide(Room room, CommandContext context) {
            Changes changes = Changes.of(room, context.now());
            room.seatOf(context.player()).ifPresent(seat -> {
                if (room.match().isOn() && !room.match().isOut(seat)) {
                    Withdrawals.of(seat, "resignation", changes);
                }
                changes.then(new Event.Left(seat));
                Start.startIfReady(changes);
            });
            return changes.accepted(Player.NOBODY);
        }
    }

    /** A player whom another server took for lost is here, with the same token. The server asks for this, never a client. */
    record Stay() implements SeatCommand {
        @Override
        public String label() {
            return "stay";
        }

        @Override
        public Decision decide(Room room, CommandContext context) {
            Changes changes = Changes.of(room, context.now());
            room.seatOf(context.player()).ifPresent(seat -> room.player(seat)
                    .filter(player -> !player.connected() && !hasReturnedTooOften(room, player))
                    .flatMap(Player::credentials)
                    .ifPresent(held ->
                            changes.then(new Event.Returned(seat, held.tokenHash(), held.previousTokenHash()))));
            return changes.accepted(context.player());
        }
    }

    /** The connection of a player was lost. The server asks for this, never a client. */
    record Drop() implements SeatCommand {
        @Override
        public String label() {
            return "drop";
        }

        @Override
        public Decision decide(Room room, CommandContext context) {
            Changes changes = Changes.of(room, context.now());
            room.seatOf(context.player())
                    .filter(seat -> room.player(seat).filter(Player::connected).isPresent())
                    .ifPresent(seat -> changes.then(new Event.Dropped(seat)));
            return changes.accepted(Player.NOBODY);
        }
    }
}
