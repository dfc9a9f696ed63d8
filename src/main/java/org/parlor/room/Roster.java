package org.parlor.room;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.parlor.game.Seat;
import org.parlor.game.Seats;

/**
 * Who sits where.
 *
 * @param seats of the game
 * @param players by their seats; a seat that is not named is free
 * @param lastNumber the highest number that was given to a player
 */
public record Roster(Seats seats, Map<Seat, Player> players, int lastNumber) {

    public Roster {
        players = Map.copyOf(players);
    }

    /** Nobody sits here yet. */
    static Roster empty(Seats seats) {
        return new Roster(seats, Map.of(), Player.NOBODY);
    }

    /** Who sits there. */
    public Optional<Player> player(Seat seat) {
        return Optional.ofNullable(players.get(seat));
    }

    /** The seats that are taken, in the game's order. */
    public List<Seat> taken() {
        return seats.all().stream().filter(players::containsKey).toList();
    }

    boolean isFree(Seat seat) {
        return !players.containsKey(seat);
    }

    /** Where the player with this number sits. */
    public Optional<Seat> seatOf(int number) {
        return number == Player.NOBODY ? Optional.empty() : seatWhere(player -> player.number() == number);
    }

    /** Where the player sits who holds the token with this hash. */
    public Optional<Seat> seatOwnedBy(String tokenHash) {
        return seatWhere(player -> player.owns(tokenHash));
    }

    /** Whether somebody here sat down with the token with this hash. */
    boolean isSpent(String tokenHash) {
        return players.values().stream().anyMatch(player -> player.satDownWith(tokenHash));
    }

    /** Where this person sits; if in several places, where nobody is connected comes first. */
    Optional<Seat> seatOf(Guest guest) {
        return seatWhere(player -> player.is(guest) && !player.connected()).or(() -> seatWhere(it -> it.is(guest)));
    }

    private Optional<Seat> seatWhere(Predicate<Player> wanted) {
        for (Seat seat : seats.all()) {
            Player player = players.get(seat);
            if (player != null && wanted.test(player)) {
                return Optional.of(seat);
            }
        }
        return Optional.empty();
    }

    /** The number of the next player who sits down. */
    int nextNumber() {
        return lastNumber + 1;
    }

    /** Whether every seat is taken, in games that start then. */
    boolean isFull() {
        return seats.start() == Seats.Start.WHEN_FULL
                && players.size() == seats.all().size();
    }

    /** Whether enough sit and all who sit agree that play may start. */
    boolean isReady() {
        return seats.start() == Seats.Start.BY_AGREEMENT
                && players.size() >= seats.fewest()
                && players.values().stream().allMatch(Player::ready);
    }

    /** Whether a player of this roster sits elsewhere in that one. */
    public boolean differsIn(Roster other) {
        return players.entrySet().stream()
                .anyMatch(sat -> other.seatOf(sat.getValue().number())
                        .filter(now -> !now.equals(sat.getKey()))
                        .isPresent());
    }

    Roster with(Seat seat, Player player) {
        Map<Seat, Player> changed = new LinkedHashMap<>(players);
        changed.put(seat, player);
        return new Roster(seats, changed, Math.max(lastNumber, player.number()));
    }

    Roster without(Seat seat) {
        Map<Seat, Player> changed = new LinkedHashMap<>(players);
        changed.remove(seat);
        return new Roster(seats, changed, lastNumber);
    }

    Roster change(Seat seat, UnaryOperator<Player> change) {
        Optional<Player> before = player(seat);
        Optional<Player> after = before.map(change);
        return after.equals(before) ? this : with(seat, after.get());
    }

    Roster changeAll(UnaryOperator<Player> change) {
        Map<Seat, Player> changed = new LinkedHashMap<>();
        players.forEach((seat, player) -> changed.put(seat, change.apply(player)));
        return new Roster(seats, changed, lastNumber);
    }

    Roster withoutThoseWhoLeft() {
        Map<Seat, Player> staying = new LinkedHashMap<>(players);
        staying.values().removeIf(Player::hasLeft);
        return new Roster(seats, staying, lastNumber);
    }

    /** Everyone moves on to the next seat that is taken; with two, they change seats. */
    Roster rotated() {
        List<Seat> taken = taken();
        List<Player> sitting = new ArrayList<>();
        taken.forEach(seat -> sitting.add(players.get(seat)));
        Map<Seat, Player> changed = new LinkedHashMap<>();
        for (int i = 0; i < taken.size(); i++) {
            changed.put(taken.get((i + 1) % taken.size()), sitting.get(i));
        }
        return new Roster(seats, changed, lastNumber);
    }
}
