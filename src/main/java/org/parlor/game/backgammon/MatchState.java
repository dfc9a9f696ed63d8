package org.parlor.game.backgammon;

import java.util.List;
import java.util.Optional;
import org.parlor.game.Outcome;
import org.parlor.game.Ruling;
import org.parlor.game.Seat;

/**
 * Everything on the table but the dice.
 *
 * @param match how the match stands
 * @param board the checkers
 * @param cube the doubling cube
 * @param onRoll who rolls next, or has rolled
 */
record MatchState(Match match, Board board, Cube cube, Seat onRoll) {

    /** The table at the start of a game. Nobody is on roll before the opening roll; by custom of this package black is. */
    static MatchState opening(Match match) {
        return new MatchState(match, Board.start(), Cube.CENTRED, Seat.BLACK);
    }

    /** Why the seat on roll may not double now; empty if it may. */
    Optional<String> objectionToDoubling() {
        Rules rules = match.rules();
        if (!rules.cube()) {
            return Optional.of("there is no cube in this match");
        }
        if (match.isCrawford()) {
            return Optional.of("nobody doubles in the Crawford game");
        }
        if (!cube.isAvailableTo(onRoll)) {
            return Optional.of("the cube is " + onRoll.other().label() + "'s");
        }
        if (!rules.isMoney() && match.points(onRoll) + cube.value() >= rules.length()) {
            return Optional.of("the cube is dead: what the game counts already wins the match for " + onRoll.label());
        }
        return cube.value() >= Cube.LARGEST
                ? Optional.of("the cube goes no further than " + Cube.LARGEST)
                : Optional.empty();
    }

    /** Whether gammons and backgammons count more than a single game: by the Jacoby rule not before the cube is turned. */
    boolean areGammonsCounted() {
        return !match.rules().jacoby() || cube.owner().isPresent();
    }

    /** The position after the seat on roll has played. */
    BackgammonPosition played(Board after) {
        MatchState next = new MatchState(match, after, cube, onRoll.other());
        return after.farthest(onRoll) == Board.OFF
                ? next.won(onRoll, after.lostBy(onRoll.other()), Over.Ending.BORNE_OFF)
                : new BackgammonPosition(next, new BeforeRoll(false));
    }

    /** The same table with another cube. */
    MatchState with(Cube other) {
        return new MatchState(match, board, other, onRoll);
    }

    /** The position after a game is won: the next game of the match, if the match goes on. */
    BackgammonPosition won(Seat winner, Victory victory, Over.Ending ending) {
        int points = cube.value() * (areGammonsCounted() ? victory.factor() : 1);
        Match after = match.won(winner, points);
        if (!match.rules().isMoney() && !after.isWon()) {
            return new BackgammonPosition(opening(after), new Opening());
        }
        Outcome result = Outcome.win(winner, ending.reason(victory), List.of(), points);
        return new BackgammonPosition(new MatchState(after, board, cube, onRoll), new Over(ending, result));
    }

    /** A move in canonical spelling that leads to this stage of the game on this table. */
    Ruling.Legal choice(String word, Phase phase) {
        return new Ruling.Legal(word, new BackgammonPosition(this, phase));
    }
}
