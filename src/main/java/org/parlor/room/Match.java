package org.parlor.room;

import java.util.List;
import java.util.Optional;
import org.parlor.fairness.Dice;
import org.parlor.game.Outcome;
import org.parlor.game.Position;
import org.parlor.game.Seat;

/**
 * The games of a room, the latest of which is on or over.
 *
 * @param status where the room is in its life
 * @param round how many games have started here
 * @param position of the game that is on, or the start
 * @param history the steps of this game
 * @param dice in games with chance
 * @param clock the players' time
 * @param outcome how this game ended; empty before, and while it is on
 * @param changed the place of the event that changed the position or the status last. An offer of a rematch moves its time on, from
 *     which the players of a game that is over have time for another
 */
public record Match(
        Status status,
        int round,
        Position position,
        History history,
        Optional<Dice> dice,
        Clock clock,
        Optional<Outcome> outcome,
        Stamp changed) {

    /** Before the first game. */
    static Match before(RoomConfig config, Stamp stamp) {
        Optional<Dice> dice = config.opening()
                .secret()
                .map(secret -> Dice.of(secret, config.seats().all()));
        Clock clock = Clock.stopped(config.clock());
        return new Match(Status.WAITING, 0, config.start(), History.NONE, dice, clock, Optional.empty(), stamp);
    }

    /** Whose decision is next, if it is one seat's alone; empty when the game is over. */
    public Optional<Seat> toMove() {
        return status == Status.OVER ? Optional.empty() : position.toMove();
    }

    /** Whose decisions are due; nobody's when the game is over. */
    public List<Seat> due() {
        return status == Status.OVER ? List.of() : position.due();
    }

    /** Whether a game is being played. */
    boolean isOn() {
        return status == Status.PLAYING;
    }

    /** Whether the player of this seat gave up or could not go on, while the others play on. */
    boolean isOut(Seat seat) {
        return history.hasWithdrawn(seat);
    }

    /** A game begins from this position. */
    Match started(int next, Position first, Optional<Dice> forIt, List<Seat> players, Stamp stamp) {
        Clock fresh = clock.started(players, first.due(), stamp.at());
        return new Match(Status.PLAYING, next, first, History.NONE, forIt, fresh, Optional.empty(), stamp);
    }

    /** One more step of the game that is on. */
    Match stepped(Step step, Position after, Optional<Dice> left, Clock charged, Stamp stamp) {
        Clock running = charged.running(after.due(), stamp.at());
        return new Match(status, round, after, history.plus(step, position), left, running, outcome, stamp);
    }

    /** The last so many steps are taken back; throws among them still count, so that they are never thrown again. */
    Match takenBack(int count, Clock charged, Stamp stamp) {
        History.Taken undone = history.back(count);
        Clock running = charged.running(undone.from().due(), stamp.at());
        return new Match(status, round, undone.from(), undone.earlier(), dice, running, outcome, stamp);
    }

    /** The game is over. */
    Match ended(Outcome how, Stamp stamp) {
        return new Match(Status.OVER, round, position, history, dice, clock.ended(stamp.at()), Optional.of(how), stamp);
    }

    /** Whoever is asked for another game has time to answer. */
    Match extended(long at) {
        return new Match(status, round, position, history, dice, clock, outcome, new Stamp(changed.seq(), at));
    }
}
