package org.parlor.room;

import java.util.List;
import java.util.stream.Stream;
import org.parlor.game.Position;

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

    /** The first steps alone. */
    History first(int count) {
        return new History(list.subList(0, count), before.subList(0, count));
    }
}
