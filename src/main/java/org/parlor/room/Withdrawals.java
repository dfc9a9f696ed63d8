package org.parlor.room;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parlor.game.Outcome;
import org.parlor.game.Position;
import org.parlor.game.Seat;

/** What becomes of a game that a player gives up, or can't go on with: it ends, or the others play on. */
final class Withdrawals {

    private Withdrawals() {}

    /**
     * A player is out of the game that is on.
     *
     * @param reason {@code resignation}, {@code abandonment} or {@code timeout}
     */
    static void of(Seat seat, String reason, Changes changes) {
        Optional<Position> rest = changes.room().position().without(seat);
        if (rest.isPresent()) {
            changes.then(new Event.Withdrawn(seat, reason)).automatically();
        } else {
            changes.then(new Event.Ended(end(changes.room(), seat, reason)));
        }
    }

    /** The draw of those who are still in a game. */
    static Outcome draw(Room room) {
        List<Seat> out =
                room.roster().taken().stream().filter(room.match()::isOut).toList();
        int still = room.roster().taken().size() - out.size();
        Map<Seat, Integer> places = new HashMap<>();
        room.roster().taken().forEach(seat -> places.put(seat, out.contains(seat) ? still + 1 : 1));
        return new Outcome(places, Map.of(), "agreement", List.of());
    }

    private static Outcome end(Room room, Seat loser, String reason) {
        return room.config().seats().areBlackAndWhite()
                ? Outcome.win(loser.other(), reason, List.of())
                : new Outcome(places(room, loser), Map.of(), reason, List.of());
    }

    /** Those who are still in it are first together, then comes who ends it, then who was out before. */
    private static Map<Seat, Integer> places(Room room, Seat loser) {
        List<Seat> others = room.roster().taken().stream()
                .filter(seat -> !seat.equals(loser))
                .toList();
        List<Seat> out = others.stream().filter(room.match()::isOut).toList();
        int still = others.size() - out.size();
        Map<Seat, Integer> places = new HashMap<>();
        others.forEach(seat -> places.put(seat, out.contains(seat) ? still + 2 : 1));
        places.put(loser, still + 1);
        return places;
    }
}
