package org.parlor.game.backgammon;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.parlor.game.Ruling;
import org.parlor.game.Seat;

/**
 * The seat on roll offers to resign, and the other accepts, which ends the game, or rejects, and the game goes on. Nothing
 * keeps a player from offering less than the game may be worth; it is the other's to reject that.
 *
 * @param offered what is offered
 * @param before what the game waited for
 */
record Resigning(Victory offered, Phase before) implements Phase {

    /** The offers that the seat on roll can make at any stage that is its own decision, as far as they count. */
    static List<Ruling.Legal> offers(MatchState state, Phase before) {
        return Arrays.stream(Victory.values())
                .filter(victory -> victory == Victory.SINGLE || state.areGammonsCounted())
                .map(victory -> state.choice("resign " + victory.label(), new Resigning(victory, before)))
                .toList();
    }

    @Override
    public Seat turn(MatchState state) {
        return state.onRoll().other();
    }

    @Override
    public List<Ruling.Legal> legal(MatchState state) {
        return List.of(
                new Ruling.Legal("accept", state.won(turn(state), offered, Over.Ending.RESIGNED)),
                state.choice("reject", before));
    }

    @Override
    public Optional<Dice> dice() {
        return before.dice();
    }

    @Override
    public Optional<Victory> resigned() {
        return Optional.of(offered);
    }
}
