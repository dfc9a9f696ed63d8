package org.parlor.room;

import java.util.List;
import java.util.stream.Stream;
import org.parlor.game.Position;
import org.parlor.game.Seat;

/**
 * The steps of a game in order, and the position before each, so that to take one back needs no rules. Immutable.
 *
 * @param list the steps
 * @param before the position before each of them
 */
public record History(List<Step> list, List<Position> before) {

    /** The history of a game that has just begun. */
    static final History NONE = new History(List.of(), List.of());

    public History {
        list = List.copyOf(list);
        before = List.copyOf(before);
    }

    int size() {
        return list.size();
    }

    /** One more step, taken from this position. */
    History plus(Step step, Position from) {
        return new History(
                Stream.concat(list.stream(), Stream.of(step)).toList(),
                Stream.concat(before.stream(), Stream.of(from)).toList());
    }

    /** The moves among the steps. */
    public List<Ply> plies() {
        return plies(0);
    }

    /** The moves after so many steps. */
    private List<Ply> plies(int skipped) {
        return list.stream()
                .skip(skipped)
                .filter(Ply.class::isInstance)
                .map(Ply.class::cast)
                .toList();
    }

    /**
     * How many steps must go so that the last move is undone which a player chose; 0 if there is none.
     *
     * @param seat where the player sits now
     */
    int sinceLastChoiceOf(Seat seat) {
        Seat then = seat;
        for (int i = list.size() - 1; i >= 0; i--) {
            if (list.get(i) instanceof Ply ply) {
                then = ply.swap() ? then.other() : then;
                if (ply.seat() == then && !ply.forced()) {
                    return list.size() - i;
                }
            }
        }
        return 0;
    }

    /** Whether the players sit elsewhere than before the last so many steps. */
    boolean haveSeatsChangedIn(int count) {
        return plies(list.size() - count).stream().filter(Ply::swap).count() % 2 == 1;
    }

    /** Whether the players changed seats with the last move. */
    public boolean lastMoveSwapped() {
        return plies(Math.max(0, list.size() - 1)).stream().anyMatch(Ply::swap);
    }

    /** The first steps alone. */
    History first(int count) {
        return new History(list.subList(0, count), before.subList(0, count));
    }
}
