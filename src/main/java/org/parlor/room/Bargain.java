package org.parlor.room;

import static org.parlor.room.Decision.refuse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parlor.game.Result;
import org.parlor.game.Seat;
import org.parlor.room.Refusal.Reason;

/** What needs the consent of both players. */
public sealed interface Bargain extends Command {

    /** What a seated player proposes or answers. */
    Decision decide(Room room, Seat seat, int player);

    @Override
    default Decision decide(Room room, Sender sender) {
        return room.seatOf(sender.player())
                .map(seat -> decide(room, seat, sender.player()))
                .orElseGet(() -> refuse(
                        Reason.NOT_SEATED, "only players may do that; sit down first, or resume with your token"));
    }

    private static Decision noSuchOffer() {
        return refuse(
                Reason.NO_SUCH_OFFER, "no such offer is open: they lapse when a move is played; make one of your own");
    }

    /** Names an open offer: its number, or its kind. */
    sealed interface Which {
        boolean matches(Offer offer);

        /** By number. */
        record Numbered(long number) implements Which {
            @Override
            public boolean matches(Offer offer) {
                return offer.number() == number;
            }
        }

        /** By kind; at most one offer of a kind is open. */
        record OfKind(Offer.Kind kind) implements Which {
            @Override
            public boolean matches(Offer offer) {
                return offer.kind() == kind;
            }
        }
    }

    /**
     * Proposes something.
     *
     * @param swap for a rematch: change colours
     */
    record Propose(Offer.Kind kind, boolean swap) implements Bargain {
        @Override
        public String label() {
            return "offer";
        }

        @Override
        public Decision decide(Room room, Seat seat, int player) {
            Optional<Offer> open = room.offer(new Which.OfKind(kind));
            if (open.isPresent()) {
                return refuse(
                        Reason.ALREADY_OFFERED,
                        open.get().player() == player
                                ? "your offer is still open; wait for the answer"
                                : "your opponent offers the same; accept offer "
                                        + open.get().number());
            }
            return untimely(room, seat)
                    .<Decision>map(Decision.Refused::new)
                    .orElseGet(() -> new Decision.Accepted(List.of(new Event.Offered(seat, kind, swap)), player));
        }

        private Optional<Refusal> untimely(Room room, Seat seat) {
            if (room.isFull()) {
                return Optional.of(Refusal.FULL);
            }
            if (kind == Offer.Kind.REMATCH) {
                return untimelyRematch(room, seat);
            }
            if (room.status() == Status.WAITING) {
                return Optional.of(new Refusal(
                        Reason.NOT_STARTED, "the game starts when both seats are taken; wait for an opponent"));
            }
            if (room.status() == Status.OVER) {
                return Optional.of(new Refusal(Reason.GAME_OVER, "the game is over; offer a rematch"));
            }
            if (kind == Offer.Kind.TAKEBACK && room.steps().sinceLastChoiceOf(seat) == 0) {
                return Optional.of(new Refusal(
                        Reason.NOTHING_TO_TAKE_BACK,
                        "you have no move to take back; offer it after you have played one"));
            }
            return Optional.empty();
        }

        private static Optional<Refusal> untimelyRematch(Room room, Seat seat) {
            if (room.status() == Status.WAITING) {
                return Optional.of(new Refusal(
                        Reason.NOT_STARTED, "no game has been played yet; offer a rematch when one is over"));
            }
            if (room.status() == Status.PLAYING) {
                return Optional.of(new Refusal(Reason.GAME_ON, "offer a rematch when this game is over"));
            }
            if (room.dice().filter(Dice::areUsedUp).isPresent()) {
                return Optional.of(new Refusal(
                        Reason.GAME_OVER,
                        "a room has dice for " + Dice.LAST_ROUND + " games and they are played; open another room"));
            }
            boolean opponentLeft =
                    room.player(seat.other()).flatMap(Player::key).isEmpty();
            return opponentLeft
                    ? Optional.of(new Refusal(Reason.GAME_OVER, "your opponent has left; open another room"))
                    : Optional.empty();
        }
    }

    /** Accepts what the other player proposed. */
    record Accept(Which which) implements Bargain {
        @Override
        public Decision decide(Room room, Seat seat, int player) {
            Optional<Offer> found = room.offer(which);
            if (found.isEmpty()) {
                return noSuchOffer();
            }
            Offer offer = found.get();
            if (offer.player() == player) {
                return refuse(Reason.OWN_OFFER, "this is your own offer; your opponent must answer it");
            }
            int takenBack = offer.kind() == Offer.Kind.TAKEBACK ? room.steps().sinceLastChoiceOf(seat.other()) : 0;
            List<Event> events = new ArrayList<>();
            events.add(new Event.Accepted(
                    seat, offer.number(), offer.kind(), takenBack, room.steps().haveSeatsChangedIn(takenBack)));
            if (offer.kind() == Offer.Kind.DRAW) {
                events.add(new Event.Ended(Result.draw("agreement")));
            }
            if (offer.kind() == Offer.Kind.REMATCH) {
                events.add(new Event.Started(room.round() + 1, offer.swap()));
            }
            return new Decision.Accepted(Course.of(room, events), player);
        }
    }

    /** Declines what the other player proposed, or withdraws one's own proposal. */
    record Decline(Which which) implements Bargain {
        @Override
        public Decision decide(Room room, Seat seat, int player) {
            return room.offer(which)
                    .<Decision>map(offer -> new Decision.Accepted(
                            List.of(new Event.Declined(seat, offer.number(), offer.kind())), player))
                    .orElseGet(Bargain::noSuchOffer);
        }
    }
}
