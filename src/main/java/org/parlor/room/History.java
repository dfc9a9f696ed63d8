package org.parlor.room;

import java.util.ArrayList;
import java.util.List;
import org.parlor.game.Position;
import org.parlor.game.Seat;

/** The steps of a game in order, and the position before each, so that to take one back needs no rules. Immutable. */
public record History(List<Taken> taken) {

    /** The history of a game that has just begun. */
    static final History NONE = new History(List.of());

    /** A step, and the position that it was taken from. */
    public record Taken(Step step, Position from) {}

    public History {
        taken = List.copyOf(taken);
    }

    /** The steps alone. */
    public List<Step> list() {
        return taken.stream().map(Taken::step).toList();
    }

    int size() {
        return taken.size();
    }

    /** One more step, taken from this position. */
    History plus(Step step, Position from) {
        List<Taken> longer = new ArrayList<>(taken.size() + 1);
        longer.addAll(taken);
        longer.add(new Taken(step, from));
        return new History(longer);
    }

    /** The moves among the steps. */
    public List<Ply> plies() {
        return plies(0);
    }

    /** The moves after so many steps. */
    private List<Ply> plies(int skipped) {
        return taken.stream()
                .skip(skipped)
                .map(Taken::step)
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
        for (int i = size() - 1; i >= 0; i--) {
            if (taken.get(i).step() instanceof Ply ply) {
                then = ply.swap() ? then.other() : then;
                if (ply.seat() == then && !ply.forced()) {
                    return size() - i;
                }
            }
        }
        return 0;
    }

    /** Whether the players sit elsewhere than before the last so many steps. */
    boolean haveSeatsChangedIn(int count) {
        return plies(size() - count).stream().filter(Ply::swap).count() % 2 == 1;
    }

    /** Whether the players changed seats with the last move. */
    public boolean lastMoveSwapped() {
        return plies(Math.max(0, size() - 1)).stream().anyMatch(Ply::swap);
    }

    /** The first steps alone. */
    History first(int count) {
        return new History(taken.subList(0, count));
    }

    /** The position before the step with this number, from 0. */
    Position before(int number) {
        return taken.get(number).from();
    }
}
