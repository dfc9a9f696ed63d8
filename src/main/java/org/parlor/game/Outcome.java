package org.parlor.game;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a game ended.
 *
 * @param places of each seat that played: 1 for the best, and the same for those who share a place
 * @param points what the game counts for a seat; a seat that is not named has none
 * @param reason one word of the protocol's list, such as {@code five} or {@code full-board}
 * @param line the places that show the win, from one end to the other; empty if there are none
 */
public record Outcome(Map<Seat, Integer> places, Map<Seat, Integer> points, String reason, List<String> line) {

    public Outcome {
        places = Map.copyOf(places);
        points = Map.copyOf(points);
        line = List.copyOf(line);
    }

    /** A win of black or white that counts one point. */
    public static Outcome win(Seat winner, String reason, List<String> line) {
        return win(winner, reason, line, 1);
    }

    /** A win of black or white that counts so many points. */
    public static Outcome win(Seat winner, String reason, List<String> line, int points) {
        return new Outcome(Map.of(winner, 1, winner.other(), 2), Map.of(winner, points), reason, line);
    }

    /** A draw of black and white. */
    public static Outcome draw(String reason) {
        return new Outcome(Map.of(Seat.BLACK, 1, Seat.WHITE, 1), Map.of(), reason, List.of());
    }

    /** The end of a game that nobody of these has won. */
    public static Outcome shared(List<Seat> seats, String reason) {
        Map<Seat, Integer> places = new LinkedHashMap<>();
        seats.forEach(seat -> places.put(seat, 1));
        return new Outcome(places, Map.of(), reason, List.of());
    }

    /** Who alone is first; empty if nobody is. */
    public Optional<Seat> winner() {
        List<Seat> first = places.entrySet().stream()
                .filter(place -> place.getValue() == 1)
                .map(Map.Entry::getKey)
                .toList();
        return first.size() == 1 ? Optional.of(first.get(0)) : Optional.empty();
    }

    /** What the game counts for this seat, 0 if nothing. */
    public int points(Seat seat) {
        return points.getOrDefault(seat, 0);
    }

    /** What the game counts for who has won it, 0 if nobody has. */
    public int winnersPoints() {
        return winner().map(this::points).orElse(0);
    }
}
