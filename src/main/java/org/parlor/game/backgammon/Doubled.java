package org.parlor.game.backgammon;

import java.util.ArrayList;
import java.util.List;
import org.parlor.game.Ruling;
import org.parlor.game.Seat;

/**
 * The seat on roll has doubled, and the other takes, drops, or doubles at once in turn, which is called a beaver. A beaver is
 * answered by who doubled first; there are no raccoons.
 *
 * @param beavered whether the double to be answered is a beaver; the cube then has the first double's value
 */
record Doubled(boolean beavered) implements Phase {

    @Override
    public Seat turn(MatchState state) {
        return beavered ? state.onRoll() : state.onRoll().other();
    }

    @Override
    public List<Ruling.Legal> legal(MatchState state) {
        Seat taker = state.onRoll().other();
        Cube turned = state.cube().turnedTo(taker);
        List<Ruling.Legal> choices = new ArrayList<>();
        choices.add(state.with(turned).choice("take", new BeforeRoll(false)));
        choices.add(new Ruling.Legal("drop", state.won(turn(state).other(), Victory.SINGLE, Over.Ending.DROPPED)));
        if (isBeaverAllowed(state)) {
            choices.add(state.with(turned).choice("beaver", new Doubled(true)));
        }
        return choices;
    }

    private boolean isBeaverAllowed(MatchState state) {
        return state.match().rules().beavers() && !beavered && state.cube().value() * 4 <= Cube.LARGEST;
    }

    @Override
    public boolean isDoubled() {
        return true;
    }
}
