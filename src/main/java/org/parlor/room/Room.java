package org.parlor.room;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.parlor.game.Position;
import org.parlor.game.Ruling;
import org.parlor.game.Seat;
import org.parlor.game.Setup;

/**
 * The state of a room: what follows from its log and nothing else. Immutable.
 *
 * @param name {@code [A-Za-z0-9_-]{1,64}}
 * @param opening entry 0 of the log
 * @param start the position from which every game in this room starts
 * @param seq number of the latest event, 0 before the first
 * @param status where the room is in its life
 * @param round how many games have started here
 * @param position of the game that is on, or the start
 * @param plies the moves of this game in order
 * @param seats who sits where
 * @param offers what is open, oldest first
 * @param lastPlayer the highest player number that was given out
 * @param overSince when the rematch window began, milliseconds since 1970: at the end of the game, or at the latest offer of
 *     a rematch; 0 unless {@link Status#OVER}
 */
public record Room(
        String name,
        Event.Opened opening,
        Position start,
        long seq,
        Status status,
        int round,
        Position position,
        List<Ply> plies,
        Map<Seat, Player> seats,
        List<Offer> offers,
        int lastPlayer,
        long overSince) {

    public Room {
        plies = List.copyOf(plies);
        seats = Map.copyOf(seats);
        offers = List.copyOf(offers);
    }

    /** A room that was just opened. */
    public static Room open(String name, Event.Opened opening, Setup.Ready setup) {
        Position start = setup.position();
        return new Room(
                name, opening, start, 0, Status.WAITING, 0, start, List.of(), Map.of(), List.of(), Player.NOBODY, 0);
    }

    /** The room after the next entry of its log. */
    public Room evolve(Entry entry) {
        return entry.event().evolve(this, entry.seq(), entry.at()).at(entry.seq());
    }

    /** Who sits there. */
    public Optional<Player> player(Seat seat) {
        return Optional.ofNullable(seats.get(seat));
    }

    /** Where the player with this number sits. */
    public Optional<Seat> seatOf(int player) {
        return seatOf(it -> it.number() == player);
    }

    /** Where the player sits who holds the token with this hash. */
    Optional<Seat> seatOwnedBy(String hash) {
        return seatOf(it -> it.owns(hash));
    }

    private Optional<Seat> seatOf(Predicate<Player> wanted) {
        return Stream.of(Seat.values())
                .filter(seat -> player(seat).filter(wanted).isPresent())
                .findFirst();
    }

    /** Whose decision is next; empty when the game is over. */
    public Optional<Seat> toMove() {
        return status == Status.OVER ? Optional.empty() : position.toMove();
    }

    /** The number of the next player who sits down. */
    int nextPlayer() {
        return lastPlayer + 1;
    }

    boolean isFree(Seat seat) {
        return !seats.containsKey(seat);
    }

    Optional<Offer> offer(Bargain.Which which) {
        return offers.stream().filter(which::matches).findFirst();
    }

    /** How many plies must go so that the last move of the player in this seat is undone; 0 if they have not moved. */
    int pliesToTakeBack(Seat seat) {
        Seat then = seat;
        for (int i = plies.size() - 1; i >= 0; i--) {
            Ply ply = plies.get(i);
            then = ply.swap() ? then.other() : then;
            if (ply.seat() == then) {
                return plies.size() - i;
            }
        }
        return 0;
    }

    /** Whether the players sit elsewhere than before the last so many plies. */
    boolean haveChangedSeatsIn(int count) {
        return plies.stream().skip(plies.size() - count).filter(Ply::swap).count() % 2 == 1;
    }

    /** Whether the players changed seats with the last move. */
    public boolean lastMoveSwapped() {
        return !plies.isEmpty() && plies.get(plies.size() - 1).swap();
    }

    /** Whether a player sits elsewhere than in that room, an earlier state of this one. */
    boolean hasOthersSeatedThan(Room before) {
        return before.seats.entrySet().stream()
                .anyMatch(sat -> seatOf(sat.getValue().number())
                        .filter(now -> now != sat.getKey())
                        .isPresent());
    }

    Room with(Seat seat, Player player) {
        Map<Seat, Player> changed = new EnumMap<>(Seat.class);
        changed.putAll(seats);
        changed.put(seat, player);
        return seated(changed, Math.max(lastPlayer, player.number()));
    }

    Room change(Seat seat, UnaryOperator<Player> change) {
        return player(seat).map(player -> with(seat, change.apply(player))).orElse(this);
    }

    Room confirmed(Seat seat) {
        return change(seat, Player::confirmed);
    }

    /** Before a game the seat becomes free; afterwards the name stays with the game. */
    Room left(Seat seat, long at) {
        if (status != Status.WAITING) {
            return change(seat, player -> player.left(at)).offering(List.of());
        }
        Map<Seat, Player> changed = new EnumMap<>(Seat.class);
        changed.putAll(seats);
        changed.remove(seat);
        return seated(changed, lastPlayer);
    }

    /** An offer of a rematch begins the window anew, so that there is time to answer it. */
    Room with(Offer offer, long at) {
        List<Offer> open = Stream.concat(offers.stream(), Stream.of(offer)).toList();
        long since = offer.kind() == Offer.Kind.REMATCH ? at : overSince;
        return new Room(name, opening, start, seq, status, round, position, plies, seats, open, lastPlayer, since);
    }

    Room without(long offer) {
        return offering(offers.stream().filter(open -> open.number() != offer).toList());
    }

    Room started(int nextRound, boolean swapped) {
        Map<Seat, Player> sitting = seated(swapped);
        return new Room(
                name,
                opening,
                start,
                seq,
                Status.PLAYING,
                nextRound,
                start,
                List.of(),
                sitting,
                List.of(),
                lastPlayer,
                0);
    }

    Room moved(Ply ply, Position after) {
        List<Ply> played = Stream.concat(plies.stream(), Stream.of(ply)).toList();
        return playing(after, played, ply.swap());
    }

    Room takenBack(int count, boolean swapped) {
        if (count == 0) {
            return this;
        }
        List<Ply> kept = plies.subList(0, plies.size() - count);
        Position before = start;
        for (Ply ply : kept) {
            before = ((Ruling.Legal) before.play(ply.move())).after();
        }
        return playing(before, kept, swapped);
    }

    Room ended(long at) {
        return new Room(
                name, opening, start, seq, Status.OVER, round, position, plies, seats, List.of(), lastPlayer, at);
    }

    private Room playing(Position now, List<Ply> played, boolean swapped) {
        Map<Seat, Player> sitting = seated(swapped);
        return new Room(
                name, opening, start, seq, status, round, now, played, sitting, List.of(), lastPlayer, overSince);
    }

    private Map<Seat, Player> seated(boolean swapped) {
        Map<Seat, Player> sitting = new EnumMap<>(Seat.class);
        seats.forEach((seat, player) -> sitting.put(swapped ? seat.other() : seat, player));
        return sitting;
    }

    private Room seated(Map<Seat, Player> sitting, int highest) {
        return new Room(name, opening, start, seq, status, round, position, plies, sitting, offers, highest, overSince);
    }

    private Room offering(List<Offer> open) {
        return new Room(name, opening, start, seq, status, round, position, plies, seats, open, lastPlayer, overSince);
    }

    private Room at(long number) {
        return new Room(
                name, opening, start, number, status, round, position, plies, seats, offers, lastPlayer, overSince);
    }
}
