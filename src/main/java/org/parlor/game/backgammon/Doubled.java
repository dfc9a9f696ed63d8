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
record Doubled(boolean beavered) implements Stage {

    @Override
    public Seat turn(Table table) {
        return beavered ? table.onRoll() : table.onRoll().other();
    }

    @Override
    public List<Ruling.Legal> legal(Table table) {
        Seat taker = table.onRoll().other();
        Cube turned = table.cube().turnedTo(taker);
        List<Ruling.Legal> choices = new ArrayList<>();
        choices.add(table.with(turned).choice("take", new BeforeRoll(false)));
        choices.add(new Ruling.Legal("drop", table.won(turn(table).other(), Victory.SINGLE, Over.Ending.DROPPED)));
        if (isBeaverAllowed(table)) {
            choices.add(table.with(turned).choice("beaver", new Doubled(true)));
        }
        return choices;
    }

    private boolean isBeaverAllowed(Table table) {
        return table.match().rules().beavers() && !beavered && table.cube().value() * 4 <= Cube.LARGEST;
    }

    @Override
    public boolean isDoubled() {
        return true;
    }
}
