package org.parlor.room;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.parlor.game.Seat;
import org.parlor.room.TimeControl.Remaining;

/**
 * The players' time in a game. What a turn cost is decided once and is in the log; nothing here looks at a clock.
 *
 * @param control how much time there is
 * @param remaining what each seat had when its latest turn began
 * @param turn what the decisions of a turn that goes on have cost so far, in milliseconds; a seat that has decided nothing in its turn is
 *     not named
 * @param since whose time runs, and since when: the start of the turn or the latest decision in it, milliseconds since 1970
 * @param at when this was so, milliseconds since 1970
 */
public record Clock(
        TimeControl control, Map<Seat, Remaining> remaining, Map<Seat, Long> turn, Map<Seat, Long> since, long at) {

    /** The most that is given back of the time between a decision and its arrival, in milliseconds a move. */
    public static final long LAG_QUOTA = 1_000;

    public Clock {
        remaining = Map.copyOf(remaining);
        turn = Map.copyOf(turn);
        since = Collections.unmodifiableMap(new LinkedHashMap<>(since));
    }

    /** The clock before a game. */
    static Clock stopped(TimeControl control) {
        return new Clock(control, Map.of(), Map.of(), Map.of(), 0);
    }

    /** The clock of a game that begins. */
    Clock started(List<Seat> players, List<Seat> due, long now) {
        if (!control.isOn()) {
            return this;
        }
        Map<Seat, Remaining> full = new HashMap<>();
        players.forEach(seat -> full.put(seat, control.start()));
        return new Clock(control, full, Map.of(), Map.of(), now).running(due, now);
    }

    /** What to charge for a decision that came after so long, of which the player says that it took so long. */
    static long charge(long elapsed, OptionalLong took) {
        long atLeast = Math.max(0, elapsed - LAG_QUOTA);
        return took.isPresent() ? Math.min(elapsed, Math.max(took.getAsLong(), atLeast)) : elapsed;
    }

    /** A seat has decided something, which cost it so much. */
    Clock charged(Seat seat, long millis, long now) {
        if (!control.isOn()) {
            return this;
        }
        Map<Seat, Long> used = new HashMap<>(turn);
        used.merge(seat, millis, Long::sum);
        Map<Seat, Long> anew = new LinkedHashMap<>(since);
        anew.replace(seat, now);
        return new Clock(control, remaining, used, anew, now);
    }

    /**
     * From now on these seats are due. The time of those who were due already runs on, and the turn of those who are due no more is over:
     * it has cost what they decided in it.
     */
    Clock running(List<Seat> due, long now) {
        if (!control.isOn()) {
            return this;
        }
        Map<Seat, Remaining> left = new HashMap<>(remaining);
        Map<Seat, Long> used = new HashMap<>(turn);
        used.keySet().removeAll(due);
        used.forEach((seat, cost) -> left.computeIfPresent(seat, (same, had) -> control.after(had, cost)));
        Map<Seat, Long> ongoing = new HashMap<>(turn);
        ongoing.keySet().retainAll(due);
        Map<Seat, Long> next = new LinkedHashMap<>();
        due.forEach(seat -> next.put(seat, since.getOrDefault(seat, now)));
        return new Clock(control, left, ongoing, next, now);
    }

    /** The game is over: the clocks show what they showed then. */
    Clock ended(long now) {
        Map<Seat, Long> used = new HashMap<>(turn);
        since.forEach((seat, start) -> used.merge(seat, Math.min(now - start, left(seat)), Long::sum));
        return new Clock(control, remaining, used, Map.of(), now);
    }

    /** The players of black and white have changed seats, and take their time along. */
    Clock swapped() {
        return new Clock(control, swapped(remaining), swapped(turn), swapped(since), at);
    }

    private static <T> Map<Seat, T> swapped(Map<Seat, T> seats) {
        Map<Seat, T> others = new LinkedHashMap<>();
        seats.forEach((seat, what) -> others.put(seat.other(), what));
        return others;
    }

    /** Whose time runs. */
    public List<Seat> running() {
        return List.copyOf(since.keySet());
    }

    /** When the first seat whose time runs has none left, whatever is given back to it; milliseconds since 1970. */
    OptionalLong deadline() {
        return since.entrySet().stream()
                .mapToLong(running -> running.getValue() + left(running.getKey()) + LAG_QUOTA)
                .min();
    }

    /** How long a seat may still take from the time on since which its time runs, in milliseconds. */
    long left(Seat seat) {
        return control.available(remaining.getOrDefault(seat, control.start())) - turn.getOrDefault(seat, 0L);
    }

    /** What the clock of a seat shows at {@link #at()}, in milliseconds. */
    public long shown(Seat seat) {
        long ongoing = at - since.getOrDefault(seat, at);
        return control.shown(remaining.get(seat), turn.getOrDefault(seat, 0L) + ongoing);
    }
}
