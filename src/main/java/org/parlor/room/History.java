package org.parlor.room;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.parlor.game.Position;
import org.parlor.game.Seat;

/**
 * The steps of a game, the latest first, and the position before each, so that to take one back needs no rules. Immutable; one
 * step more costs the same however many there are.
 *
 * @param latest the latest step; empty before the first
 * @param size how many steps there are
 */
public record History(Optional<Taken> latest, int size) {

    /** The history of a game that has just begun. */
    static final History NONE = new History(Optional.empty(), 0);

    /**
     * A step.
     *
     * @param from the position that it was taken from
     * @param earlier the steps before it
     */
    public record Taken(Step step, Position from, History earlier) {}

    /** As the steps in order: comparing one by one what follows what could go deeper than a stack. */
    @Override
    public boolean equals(Object other) {
        return other instanceof History history
                && history.size == size
                && history.list().equals(list());
    }

    @Override
    public int hashCode() {
        return list().hashCode();
    }

    @Override
    public String toString() {
        return list().toString();
    }

    /** One more step, taken from this position. */
    History plus(Step step, Position from) {
        return new History(Optional.of(new Taken(step, from, this)), size + 1);
    }

    /** The latest steps, that one first. */
    private Stream<Taken> backwards() {
        return Stream.iterate(latest, Optional::isPresent, taken -> taken.get()
                        .earlier()
                        .latest())
                .map(Optional::get);
    }

    /** The steps in order. */
    public List<Step> list() {
        Deque<Step> steps = new ArrayDeque<>();
        backwards().map(Taken::step).forEach(steps::addFirst);
        return List.copyOf(steps);
    }

    /** The moves among the steps, in order. */
    public List<Ply> plies() {
        return list().stream()
                .filter(Ply.class::isInstance)
                .map(Ply.class::cast)
                .toList();
    }

    /**
     * How many steps must go so that the last move is undone which a player chose; 0 if there is none. What time or a player who gave
     * up did can't be undone.
     *
     * @param seat where the player sits now
     */
    int sinceLastChoiceOf(Seat seat) {
        Seat then = seat;
        int count = 0;
        for (History rest = this;
                rest.latest.isPresent();
                rest = rest.latest.get().earlier()) {
            count++;
            if (rest.latest.get().step().isFinal()) {
                return 0;
            }
            if (rest.latest.get().step() instanceof Ply ply) {
                then = ply.swap() ? then.other() : then;
                if (ply.seat().equals(then) && !ply.forced()) {
                    return count;
                }
            }
        }
        return 0;
    }

    /** Whether the players sit elsewhere than before the last so many steps. */
    boolean haveSeatsChangedIn(int count) {
        return backwards().limit(count).filter(it -> isSwap(it.step())).count() % 2 == 1;
    }

    /** Whether the players changed seats with the latest step. */
    public boolean lastMoveSwapped() {
        return latest.filter(it -> isSwap(it.step())).isPresent();
    }

    /** Whether a player was taken out of the game who sat there. */
    boolean hasWithdrawn(Seat seat) {
        return backwards().anyMatch(taken -> taken.step().equals(new Step.Withdrawal(seat)));
    }

    private static boolean isSwap(Step step) {
        return step instanceof Ply ply && ply.swap();
    }

    /** The step that was taken so many steps ago, 1 for the latest. */
    Taken back(int count) {
        return backwards().skip(count - 1L).findFirst().orElseThrow();
    }
}
