package org.parlor.room;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.parlor.game.Position;
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
 * @param steps the moves and throws of this game in order
 * @param seats who sits where
 * @param offers what is open, oldest first
 * @param lastPlayer the highest player number that was given out
 * @param overSince when the rematch window began, milliseconds since 1970: at the end of the game, or at the latest offer of
 *     a rematch; 0 unless {@link Status#OVER}
 * @param dice in games with chance
 */
public record Room(
        String name,
        Event.Opened opening,
        Position start,
        long seq,
        Status status,
        int round,
        Position position,
        History steps,
        Map<Seat, Player> seats,
        List<Offer> offers,
        int lastPlayer,
        long overSince,
        Optional<Dice> dice) {

    /**
     * From this many events on a room takes no chat, no offers and nobody new, so that it can be opened in a bounded time. The
     * game that is on can always be played to its end.
     */
    public static final int LONGEST_LOG = 20_000;

    public Room {
        seats = Map.copyOf(seats);
        offers = List.copyOf(offers);
    }

    /** A room that was just opened. */
    public static Room open(String name, Event.Opened opening, Setup.Ready setup) {
        Position start = setup.position();
        return new Room(
                name,
                opening,
                start,
                0,
                Status.WAITING,
                0,
                start,
                History.NONE,
                Map.of(),
                List.of(),
                Player.NOBODY,
                0,
                opening.secret().map(Dice::of));
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

    /** Whether only the game that is on may make the log longer. */
    boolean isFull() {
        return seq >= LONGEST_LOG;
    }

    /** Whether the rest of the log is kept for the players, so that those who watch can't use it up. */
    boolean isKeptForPlayers() {
        return seq >= LONGEST_LOG / 2;
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
        return new Room(
                name, opening, start, seq, status, round, position, steps, seats, open, lastPlayer, since, dice);
    }

    Room without(long offer) {
        return offering(offers.stream().filter(open -> open.number() != offer).toList());
    }

    Room started(int nextRound, boolean swapped) {
        Map<Seat, Player> sitting = seated(swapped);
        Map<Seat, String> entropy = new EnumMap<>(Seat.class);
        sitting.forEach((seat, player) -> player.entropy().ifPresent(given -> entropy.put(seat, given)));
        return new Room(
                name,
                opening,
                start,
                seq,
                Status.PLAYING,
                nextRound,
                start,
                History.NONE,
                sitting,
                List.of(),
                lastPlayer,
                0,
                dice.map(it -> it.forRound(nextRound, entropy)));
    }

    Room moved(Ply ply, Position after) {
        return playing(after, steps.plus(ply, position), ply.swap(), dice);
    }

    Room rolled(Throw fallen) {
        return playing(fallen.from(position), steps.plus(fallen, position), false, dice.map(Dice::rolled));
    }

    /** Throws that are taken back still count, so that they are never thrown again. */
    Room takenBack(int count, boolean swapped) {
        if (count == 0) {
            return this;
        }
        int kept = steps.size() - count;
        return playing(steps.before(kept), steps.first(kept), swapped, dice);
    }

    Room ended(long at) {
        return new Room(
                name, opening, start, seq, Status.OVER, round, position, steps, seats, List.of(), lastPlayer, at, dice);
    }

    private Room playing(Position now, History taken, boolean swapped, Optional<Dice> left) {
        Map<Seat, Player> sitting = seated(swapped);
        return new Room(
                name, opening, start, seq, status, round, now, taken, sitting, List.of(), lastPlayer, overSince, left);
    }

    private Map<Seat, Player> seated(boolean swapped) {
        Map<Seat, Player> sitting = new EnumMap<>(Seat.class);
        seats.forEach((seat, player) -> sitting.put(swapped ? seat.other() : seat, player));
        return sitting;
    }

    private Room seated(Map<Seat, Player> sitting, int highest) {
        return new Room(
                name, opening, start, seq, status, round, position, steps, sitting, offers, highest, overSince, dice);
    }

    private Room offering(List<Offer> open) {
        return new Room(
                name, opening, start, seq, status, round, position, steps, seats, open, lastPlayer, overSince, dice);
    }

    private Room at(long number) {
        return new Room(
                name,
                opening,
                start,
                number,
                status,
                round,
                position,
                steps,
                seats,
                offers,
                lastPlayer,
                overSince,
                dice);
    }
}
