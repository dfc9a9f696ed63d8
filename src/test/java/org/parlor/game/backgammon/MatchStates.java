package org.parlor.game.backgammon;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parlor.game.Position;
import org.parlor.game.Ruling;
import org.parlor.game.Seat;
import org.parlor.game.Setup;

/** Backgammon positions for tests, and what is played in them. */
final class MatchStates {

    private MatchStates() {}

    static Position start(Map<String, String> options, Optional<String> position) {
        Setup setup = new Backgammon().setUp(options, position);
        if (setup instanceof Setup.Ready ready) {
            return ready.position();
        }
        throw new AssertionError(setup);
    }

    static Position start(Map<String, String> options) {
        return start(options, Optional.empty());
    }

    static String rejected(Map<String, String> options, String position) {
        Setup setup = new Backgammon().setUp(options, Optional.of(position).filter(text -> !text.isEmpty()));
        if (setup instanceof Setup.Rejected rejected) {
            return rejected.detail();
        }
        throw new AssertionError(setup);
    }

    static Ruling.Legal legal(Position position, String move) {
        Ruling ruling = position.play(move);
        if (ruling instanceof Ruling.Legal legal) {
            return legal;
        }
        throw new AssertionError(position.notation() + " " + move + ": " + ruling);
    }

    static Position after(Position position, String... moves) {
        Position now = position;
        for (String move : moves) {
            now = legal(now, move).after();
        }
        return now;
    }

    static Ruling.Illegal illegal(Position position, String move) {
        Ruling ruling = position.play(move);
        if (ruling instanceof Ruling.Illegal illegal) {
            return illegal;
        }
        throw new AssertionError(position.notation() + " " + move + ": " + ruling);
    }

    /** The position with these dice for this seat, which rolls first if that is to be decided. */
    static Position rolled(Position position, Seat seat, List<Integer> dice) {
        Position due = position.roll().isPresent() ? position : after(position, "roll");
        int larger = Math.max(dice.get(0), dice.get(1));
        int smaller = Math.min(dice.get(0), dice.get(1));
        Position rolled = due.roll()
                .orElseThrow()
                .after(seat.equals(Seat.BLACK) ? List.of(larger, smaller) : List.of(smaller, larger));
        if (!rolled.toMove().equals(Optional.of(seat))) {
            throw new AssertionError(position.notation() + ": it is not " + seat + "'s roll");
        }
        return rolled;
    }
}
