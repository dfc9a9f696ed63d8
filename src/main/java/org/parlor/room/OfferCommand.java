package org.parlor.room;

import static org.parlor.room.Decision.refuse;

import java.util.Optional;
import org.parlor.fairness.Dice;
import org.parlor.game.Seat;
import org.parlor.room.Refusal.Reason;

/** What needs the consent of all players. */
public sealed interface OfferCommand extends Command {

    /** What a seated player proposes or answers. */
    Decision decide(Room room, Seat seat, CommandContext context);

    @Override
    default Decision decide(Room room, CommandContext context) {
        return room.seatOf(context.player())
                .map(seat -> decide(room, seat, context))
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
     * @param swap for a rematch: change seats
     */
    record Propose(Offer.Kind kind, boolean swap) implements OfferCommand {
        @Override
        public String label() {
            return "offer";
        }

        @Override
        public Decision decide(Room room, Seat seat, CommandContext context) {
            Optional<Offer> open = room.offer(new Which.OfKind(kind));
            if (open.isPresent()) {
                return refuse(
                        Reason.ALREADY_OFFERED,
                        open.get().player() == context.player()
                                ? "your offer is still open; wait for the answer"
                                : "your opponent offers the same; accept offer "
                                        + open.get().number());
            }
            return untimely(room, seat)
                    .<Decision>map(Decision.Refused::new)
                    .orElseGet(() -> offer(room, seat, context));
        }

        /** Who plays alone agrees at once. */
        private Decision offer(Room room, Seat seat, CommandContext context) {
            Changes changes = Changes.of(room, context.now()).then(new Event.Offered(seat, kind, swap));
            Offer offer = changes.room().offer(new Which.OfKind(kind)).orElseThrow();
            if (room.asked().size() == 1) {
                Accept.accept(changes.room(), seat, offer, changes);
            }
            return changes.accepted(context.player());
        }

        private Optional<Refusal> untimely(Room room, Seat seat) {
            if (room.isFull()) {
                return Optional.of(Refusal.FULL);
            }
            if (room.match().isOn() && room.match().isOut(seat)) {
                return Optional.of(new Refusal(
                        Reason.GAME_OVER, "you are out of this game; wait until the others have played it"));
            }
            if (kind == Offer.Kind.REMATCH) {
                return untimelyRematch(room);
            }
            if (room.status() == Status.WAITING) {
                return Optional.of(Refusal.notStarted(room));
            }
            if (room.status() == Status.OVER) {
                return Optional.of(new Refusal(Reason.GAME_OVER, "the game is over; offer a rematch"));
            }
            if (kind == Offer.Kind.TAKEBACK && room.match().history().sinceLastChoiceOf(seat) == 0) {
                return Optional.of(new Refusal(
                        Reason.NOTHING_TO_TAKE_BACK,
                        "you have no move to take back; offer it after you have played one"));
            }
            return Optional.empty();
        }

        private static Optional<Refusal> untimelyRematch(Room room) {
            if (room.status() == Status.WAITING) {
                return Optional.of(new Refusal(
                        Reason.NOT_STARTED, "no game has been played yet; offer a rematch when one is over"));
            }
            if (room.status() == Status.PLAYING) {
                return Optional.of(new Refusal(Reason.GAME_ON, "offer a rematch when this game is over"));
            }
            if (room.match().dice().filter(Dice::areUsedUp).isPresent()) {
                return Optional.of(new Refusal(
                        Reason.GAME_OVER,
                        "a room has dice for " + Dice.LAST_ROUND + " games and they are played; open another room"));
            }
            return room.present().size() < room.config().seats().fewest()
                    ? Optional.of(new Refusal(Reason.GAME_OVER, "too few players are left; open another room"))
                    : Optional.empty();
        }
    }

    /** Accepts what another player proposed. */
    record Accept(Which which) implements OfferCommand {
        @Override
        public String label() {
            return "accept";
        }

        @Override
        public Decision decide(Room room, Seat seat, CommandContext context) {
            Optional<Offer> found = room.offer(which);
            if (found.isEmpty()) {
                return noSuchOffer();
            }
            Offer offer = found.get();
            if (offer.player() == context.player()) {
                return refuse(Reason.OWN_OFFER, "this is your own offer; somebody else must answer it");
            }
            if (offer.agreed().contains(context.player())) {
                return refuse(Reason.ALREADY_OFFERED, "you have agreed; wait for the others");
            }
            Changes changes = Changes.of(room, context.now());
            if (isMissingOthers(room, offer, context.player())) {
                changes.then(new Event.Agreed(seat, offer.number()));
            } else {
                accept(room, seat, offer, changes);
            }
            return changes.accepted(context.player());
        }

        private static boolean isMissingOthers(Room room, Offer offer, int player) {
            return room.asked().stream()
                    .map(seat -> room.roster().players().get(seat).number())
                    .anyMatch(other -> other != player
                            && other != offer.player()
                            && !offer.agreed().contains(other));
        }

        private static void accept(Room room, Seat seat, Offer offer, Changes changes) {
            History history = room.match().history();
            int takenBack = offer.kind() == Offer.Kind.TAKEBACK
                    ? room.seatOf(offer.player())
                            .map(history::sinceLastChoiceOf)
                            .orElse(0)
                    : 0;
            changes.then(new Event.Accepted(
                    seat, offer.number(), offer.kind(), takenBack, history.haveSeatsChangedIn(takenBack)));
            if (offer.kind() == Offer.Kind.DRAW) {
                changes.then(new Event.Ended(Withdrawals.draw(room)));
            }
            if (offer.kind() == Offer.Kind.REMATCH) {
                changes.then(new Event.Started(room.match().round() + 1, offer.swap()));
            }
            changes.automatically();
        }
    }

    /** Declines what another player proposed, or withdraws one's own proposal. */
    record Decline(Which which) implements OfferCommand {
        @Override
        public String label() {
            return "decline";
        }

        @Override
        public Decision decide(Room room, Seat seat, CommandContext context) {
            return room.offer(which)
                    .map(offer -> Changes.of(room, context.now())
                            .then(new Event.Declined(seat, offer.number(), offer.kind()))
                            .accepted(context.player()))
                    .orElseGet(OfferCommand::noSuchOffer);
        }
    }
}
