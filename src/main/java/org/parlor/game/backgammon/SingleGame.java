package org.parlor.game.backgammon;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parlor.game.Game;
import org.parlor.game.GameRecord;
import org.parlor.game.GameRecord.Step;
import org.parlor.game.Outcome;
import org.parlor.game.Seat;
import org.parlor.game.Setup;

/**
 * One game of a recorded match.
 *
 * @param start where it began
 * @param events what happened
 */
record SingleGame(BackgammonPosition start, List<Event> events) {

    SingleGame {
        events = List.copyOf(events);
    }

    /** A step and what it changed. */
    record Event(BackgammonPosition before, Step step, BackgammonPosition after) {

        /** The play of the dice, if the step is one; that of a seat that can't move has no moves. */
        Optional<Play> play() {
            if (!(step instanceof Step.Moved moved) || before.phase().dice().isEmpty()) {
                return Optional.empty();
            }
            MatchState state = before.state();
            Dice dice = before.phase().dice().get();
            if (moved.move().equals(Rolled.PASS)) {
                return Optional.of(new Play(state.board(), state.onRoll(), List.of(), state.board()));
            }
            return ParsedPlay.parse(moved.move()).map(parsed -> parsed.among(
                            MoveGenerator.of(state.board(), state.onRoll(), dice), state.board(), state.onRoll(), dice)
                    .get(0));
        }

        private boolean endsGame() {
            return after.outcome().isPresent() || after.phase() instanceof Opening;
        }
    }

    /** How a game ended: who won, what it counted, and whether the loser resigned. */
    record End(Seat winner, int points, boolean resigned) {}

    /** The games of a match, of which the last may go on. There is one at least. */
    static List<SingleGame> of(Game game, GameRecord match) {
        Setup.Ready ready = (Setup.Ready) game.setUp(match.options(), match.position());
        BackgammonPosition position = (BackgammonPosition) ready.position();
        BackgammonPosition start = position;
        List<Event> events = new ArrayList<>();
        List<SingleGame> games = new ArrayList<>();
        for (Step step : match.steps()) {
            Event event = new Event(position, step, (BackgammonPosition) step.from(position));
            events.add(event);
            position = event.after();
            if (event.endsGame()) {
                games.add(new SingleGame(start, events));
                start = position;
                events.clear();
            }
        }
        if (games.isEmpty() || !events.isEmpty()) {
            games.add(new SingleGame(start, events));
        }
        return games;
    }

    /** How the game ended; empty if it goes on. */
    Optional<End> end() {
        if (events.isEmpty() || !events.get(events.size() - 1).endsGame()) {
            return Optional.empty();
        }
        Event last = events.get(events.size() - 1);
        boolean resigned = last.before().phase() instanceof Resigning;
        Optional<Outcome> result = last.after().outcome();
        if (result.isPresent()) {
            return Optional.of(
                    new End(result.get().winner().orElseThrow(), result.get().winnersPoints(), resigned));
        }
        Match before = last.before().state().match();
        Match after = last.after().state().match();
        Seat winner = after.black() > before.black() ? Seat.BLACK : Seat.WHITE;
        return Optional.of(new End(winner, after.points(winner) - before.points(winner), resigned));
    }
}
