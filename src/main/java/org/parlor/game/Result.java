package org.parlor.game;

import java.util.List;
import java.util.Optional;

/**
 * How a game ended.
 *
 * @param winner the winning seat; empty for a draw
 * @param reason one word of the protocol's list, such as {@code five} or {@code full-board}
 * @param line the places that show the win, from one end to the other; empty if there are none
 * @param points what the game counts, 0 for a draw
 */
public record Result(Optional<Seat> winner, String reason, List<String> line, int points) {

    public Result {
        line = List.copyOf(line);
    }

    /** A win that counts one point. */
    public static Result win(Seat winner, String reason, List<String> line) {
        return new Result(Optional.of(winner), reason, line, 1);
    }

    /** A draw. */
    public static Result draw(String reason) {
        return new Result(Optional.empty(), reason, List.of(), 0);
    }
}
