package org.parlor.game.backgammon;

import java.util.List;
import java.util.Optional;
import org.parlor.game.Position;
import org.parlor.game.Result;
import org.parlor.game.Roll;
import org.parlor.game.Ruling;
import org.parlor.game.Seat;

/**
 * A position of a backgammon match. The games of a match follow each other: after the last move of a game comes the opening
 * of the next, with the new score.
 *
 * @param table the checkers, the cube, the score
 * @param stage what the game waits for
 */
record BackgammonPosition(Table table, Stage stage) implements Position {

    @Override
    public Optional<Seat> toMove() {
        return result().isPresent() ? Optional.empty() : Optional.of(stage.turn(table));
    }

    /** {@inheritDoc} GNU Backgammon's position ID, a colon and its match ID. */
    @Override
    public String notation() {
        return PositionId.write(table.board(), table.onRoll()) + ":" + MatchId.of(this);
    }

    @Override
    public Ruling play(String move) {
        if (result().isPresent()) {
            throw new IllegalStateException("the game is over");
        }
        return stage.play(table, move);
    }

    /**
     * {@inheritDoc} Offers to resign are left out, as they have nothing to do with the dice: {@code resign single},
     * {@code resign gammon} and {@code resign backgammon} can be played wherever rolling, doubling or a play of the dice can
     * be chosen; where the Jacoby rule lets gammons count single, {@code resign single} alone.
     */
    @Override
    public List<Ruling.Legal> legal() {
        return stage.legal(table);
    }

    @Override
    public List<String> forbidden() {
        return List.of();
    }

    @Override
    public Optional<Roll> roll() {
        return stage.roll(table);
    }

    /** {@inheritDoc} It is the only play of the dice, or {@code pass} if no checker can move. */
    @Override
    public Optional<String> forced() {
        return stage.forced(table);
    }

    @Override
    public Optional<Result> result() {
        return stage.result();
    }
}
