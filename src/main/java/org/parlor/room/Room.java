package org.parlor.room;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.parlor.fairness.Dice;
import org.parlor.game.Outcome;
import org.parlor.game.Position;
import org.parlor.game.Seat;
import org.parlor.game.Viewer;

/**
 * The state of a room: what follows from its log and nothing else. Immutable.
 *
 * @param config what never changes
 * @param last the place of the latest event
 * @param roster who sits where
 * @param match the games
 * @param offers what is open, oldest first
 */
public record Room(RoomConfig config, Stamp last, Roster roster, Match match, List<Offer> offers) {

    /**
     * From this many events on a room takes no chat, no offers and nobody new, so that it can be opened in a bounded time. The
     * game that is on can always be played to its end.
     */
    public static final int LONGEST_LOG = 20_000;

    public Room {
        offers = List.copyOf(offers);
    }

    /** A room that was just opened. */
    public static Room open(RoomConfig config, long at) {
        Stamp opened = new Stamp(0, at);
        return new Room(config, opened, Roster.empty(config.seats()), Match.before(config, opened), List.of());
    }

    public String name() {
        return config.name();
    }

    /** Number of the latest event, 0 before the first. */
    public long seq() {
        return last.seq();
    }

    public Status status() {
        return match.status();
    }

    public Position position() {
        return match.position();
    }

    /** Who sits there. */
    public Optional<Player> player(Seat seat) {
        return roster.player(seat);
    }

    /** Where the player with this number sits. */
    public Optional<Seat> seatOf(int player) {
        return roster.seatOf(player);
    }

    /** What the player with this number may see now; in a room without secrets everyone sees the same. */
    public Viewer viewer(int player) {
        Optional<Seat> seat = config.hasSecrets() ? seatOf(player) : Optional.empty();
        return seat.map(Viewer::at).orElse(Viewer.SPECTATOR);
    }

    /** The room after the next event of its log. */
    public Room evolve(RecordedEvent recorded) {
        return recorded.event().evolve(this, recorded.stamp()).at(recorded.stamp());
    }

    /** The place of an event that is decided now. Time never goes back, even if a clock does. */
    Stamp next(long now) {
        return new Stamp(seq() + 1, Math.max(last.at(), now));
    }

    /** When something happens by itself, whoever is here; milliseconds since 1970. */
    public OptionalLong deadline() {
        if (!match.isOn()) {
            return OptionalLong.empty();
        }
        OptionalLong limit = match.position()
                .timeLimit()
                .map(it -> OptionalLong.of(match.changed().at() + it.toMillis()))
                .orElse(OptionalLong.empty());
        OptionalLong clock = match.clock().deadline();
        if (limit.isPresent() && clock.isPresent()) {
            return OptionalLong.of(Math.min(limit.getAsLong(), clock.getAsLong()));
        }
        return limit.isPresent() ? limit : clock;
    }

    /** Whether only the game that is on may make the log longer. */
    boolean isFull() {
        return seq() >= LONGEST_LOG;
    }

    /** Whether the rest of the log is kept for the players, so that those who watch can't use it up. */
    boolean isKeptForPlayers() {
        return seq() >= LONGEST_LOG / 2;
    }

    /** The seats whose players have not left. */
    List<Seat> present() {
        return roster.taken().stream()
                .filter(seat -> !roster.players().get(seat).hasLeft())
                .toList();
    }

    /** The seats whose players must agree to an offer: in a game that is on those who are still in it. */
    List<Seat> asked() {
        return match.isOn()
                ? present().stream().filter(seat -> !match.isOut(seat)).toList()
                : present();
    }

    Optional<Offer> offer(OfferCommand.Which which) {
        return offers.stream().filter(which::matches).findFirst();
    }

    Room with(Roster other) {
        return new Room(config, last, other, match, offers);
    }

    Room with(Match other) {
        return new Room(config, last, roster, other, offers);
    }

    Room with(List<Offer> other) {
        return new Room(config, last, roster, match, other);
    }

    Room at(Stamp stamp) {
        return new Room(config, stamp, roster, match, offers);
    }

    Room confirmed(Seat seat) {
        return with(roster.change(seat, Player::confirmed));
    }

    /** Before a game the seat becomes free; afterwards the name stays with the game. */
    Room left(Seat seat, long at) {
        return match.status() == Status.WAITING
                ? with(roster.without(seat))
                : with(roster.change(seat, player -> player.left(at))).with(List.of());
    }

    /** An offer of a rematch begins the time for it anew, so that there is some to answer. */
    Room offered(Offer offer, long at) {
        Room open = with(Stream.concat(offers.stream(), Stream.of(offer)).toList());
        return offer.kind() == Offer.Kind.REMATCH ? open.with(match.extended(at)) : open;
    }

    Room without(long offer) {
        return with(offers.stream().filter(open -> open.number() != offer).toList());
    }

    Room started(int round, boolean swapped, Stamp stamp) {
        Roster staying = roster.withoutThoseWhoLeft();
        Roster sitting = (swapped ? staying.rotated() : staying).changeAll(player -> player.ready(false));
        Map<Seat, String> entropy = new HashMap<>();
        sitting.players().forEach((seat, player) -> player.entropy().ifPresent(given -> entropy.put(seat, given)));
        Optional<Dice> dice = match.dice().map(it -> it.forRound(round, entropy));
        List<Seat> players = sitting.taken();
        Position first = config.start().begin(players);
        return new Room(config, last, sitting, match.started(round, first, dice, players, stamp), List.of());
    }

    /** A move that the rules allow: {@code after} is the position after it, and open offers lapse. */
    Room moved(Ply ply, Position after, long spent, Stamp stamp) {
        Clock charged = match.clock().charged(ply.seat(), spent, stamp.at());
        Roster sitting = ply.swap() ? roster.rotated() : roster;
        Clock clock = ply.swap() ? charged.swapped() : charged;
        return new Room(config, last, sitting, match.stepped(ply, after, match.dice(), clock, stamp), List.of());
    }

    /** A step that no player chose. */
    Room stepped(Step step, Stamp stamp) {
        Optional<Dice> dice = step instanceof DiceRoll ? match.dice().map(Dice::rolled) : match.dice();
        Match after = match.stepped(step, step.from(match.position()), dice, match.clock(), stamp);
        return new Room(config, last, roster, after, List.of());
    }

    Room takenBack(int count, boolean swapped, Stamp stamp) {
        if (count == 0) {
            return this;
        }
        Clock clock = swapped ? match.clock().swapped() : match.clock();
        Roster sitting = swapped ? roster.rotated() : roster;
        return new Room(config, last, sitting, match.takenBack(count, clock, stamp), List.of());
    }

    Room ended(Outcome outcome, Stamp stamp) {
        return new Room(config, last, roster, match.ended(outcome, stamp), List.of());
    }
}
