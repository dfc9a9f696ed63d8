package org.parlor.game.backgammon;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.parlor.game.Seat;

/**
 * What a seat does with its dice.
 *
 * @param before the board that it finds
 * @param seat who moves
 * @param moves one for each number used
 * @param after the board that it leaves
 */
record Play(Board before, Seat seat, List<CheckerMove> moves, Board after) {

    Play {
        moves = List.copyOf(moves);
    }

    /** The points, counted as the mover does, where a checker is hit. */
    Set<Integer> hits() {
        return moves.stream()
                .map(CheckerMove::to)
                .filter(point -> before.isBlot(seat, point))
                .collect(Collectors.toSet());
    }

    /**
     * The play as it is written, spelled as GNU Backgammon does: the farthest checker first; the moves of one checker in
     * one, {@code 24/16}, unless it hits on the way, {@code 24/18*}{@code /16}; a star where the first checker hits; a
     * number in parentheses for checkers that do the same, {@code 6/off(2)}.
     */
    @Override
    public String toString() {
        Map<List<Integer>, Integer> paths = new LinkedHashMap<>();
        paths().forEach(path -> paths.merge(path, 1, Integer::sum));
        Set<Integer> starred = new HashSet<>();
        return paths.entrySet().stream()
                .map(path -> path(path.getKey(), starred) + (path.getValue() > 1 ? "(" + path.getValue() + ")" : ""))
                .collect(Collectors.joining(" "));
    }

    /** For each checker the places that it is written with: where it starts, where it hits on the way, where it ends. */
    private List<List<Integer>> paths() {
        List<CheckerMove> left = new ArrayList<>(moves);
        left.sort(Comparator.comparing(CheckerMove::from)
                .thenComparing(CheckerMove::to)
                .reversed());
        List<List<Integer>> paths = new ArrayList<>();
        while (!left.isEmpty()) {
            CheckerMove first = left.remove(0);
            List<Integer> path = new ArrayList<>(List.of(first.from(), first.to()));
            for (int i = 0; i < left.size(); ) {
                int end = path.get(path.size() - 1);
                if (left.get(i).from() != end) {
                    i++;
                    continue;
                }
                if (!before.isBlot(seat, end)) {
                    path.remove(path.size() - 1);
                }
                path.add(left.remove(i).to());
            }
            paths.add(path);
        }
        return paths;
    }

    private String path(List<Integer> places, Set<Integer> starred) {
        StringBuilder text = new StringBuilder(name(places.get(0)));
        for (int i = 1; i < places.size(); i++) {
            int place = places.get(i);
            text.append('/').append(name(place));
            boolean passes = i < places.size() - 1;
            if (before.isBlot(seat, place) && (starred.add(place) || passes)) {
                text.append('*');
            }
        }
        return text.toString();
    }

    /** A place as players write it: {@code bar}, {@code off} or the number of the point. */
    static String name(int place) {
        return place == Board.BAR ? "bar" : place == Board.OFF ? "off" : String.valueOf(place);
    }
}
