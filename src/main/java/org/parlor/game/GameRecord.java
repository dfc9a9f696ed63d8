package org.parlor.game;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A whole game, finished or not, as a file can hold it.
 *
 * @param options every option of the game
 * @param position where it started, in the game's notation; empty for the usual start
 * @param names who played, by the seat that they held at the end; a seat without a known player is left out
 * @param startedAt milliseconds since 1970; 0 if it is not known
 * @param steps what happened, in order
 * @param outcome how it ended; empty if it goes on or the file does not say
 */
public record GameRecord(
        Map<String, String> options,
        Optional<String> position,
        Map<Seat, String> names,
        long startedAt,
        List<Step> steps,
        Optional<Outcome> outcome) {

    public GameRecord {
        options = Map.copyOf(options);
        names = Map.copyOf(names);
        steps = List.copyOf(steps);
    }

    /** One thing that happened. */
    public sealed interface Step {

        /** When, in milliseconds after the start and never before the step before; 0 for all if the times are not known. */
        long at();

        /** The position after this step, which is legal in the position before it. */
        Position from(Position before);

        /** A move in the game's canonical notation. */
        record Moved(Seat seat, String move, long at) implements Step {
            @Override
            public Position from(Position before) {
                return ((Ruling.Legal) before.play(move)).after();
            }
        }

        /** Dice that fell for a seat. */
        record Rolled(Seat seat, List<Integer> dice, long at) implements Step {
            public Rolled {
                dice = List.copyOf(dice);
            }

            @Override
            public Position from(Position before) {
                return before.roll().orElseThrow().after(dice);
            }
        }
    }
}
