package org.parlor.game.backgammon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.parlor.game.Outcome;
import org.parlor.game.Position;
import org.parlor.game.Roll;
import org.parlor.game.Ruling;
import org.parlor.game.Seat;

/** The cube, the score and how games end. */
class MatchTest {

    private static final String START = "4HPwATDgc/ABMA";

    /** A position on the usual board with black on roll. */
    private static Position at(Map<String, String> options, int length, int black, int white, boolean crawford) {
        return MatchStates.start(
                options, Optional.of(START + ":" + id(Cube.CENTRED, Optional.empty(), length, black, white, crawford)));
    }

    private static MatchId id(Cube cube, Optional<Dice> dice, int length, int black, int white, boolean crawford) {
        return new MatchId(
                cube,
                Seat.BLACK,
                crawford,
                MatchId.PLAYING,
                Seat.BLACK,
                false,
                Optional.empty(),
                dice,
                length,
                white,
                black,
                false);
    }

    private static Match match(Position position) {
        return ((BackgammonPosition) position).state().match();
    }

    private static Cube cube(Position position) {
        return ((BackgammonPosition) position).state().cube();
    }

    private static List<String> moves(Position position) {
        return position.legal().stream().map(Ruling.Legal::move).toList();
    }

    static List<Recorded.Score> scores() throws IOException {
        return Recorded.kept("backgammon_scoring.jsonl", Recorded.Score.class);
    }

    @ParameterizedTest
    @MethodSource("scores")
    void everyRecordedEndCountsWhatItCounts(Recorded.Score recorded) {
        Board board = Board.of(side(recorded.winner_me()), side(recorded.loser_opp()));
        Cube cube = new Cube(recorded.cube(), recorded.cube_turned() ? Optional.of(Seat.WHITE) : Optional.empty());
        Dice dice = Dice.checked(recorded.dice());
        Position position = MatchStates.start(
                Map.of("jacoby", recorded.jacoby() ? "on" : "off"),
                Optional.of(PositionId.write(board, Seat.BLACK) + ":" + id(cube, Optional.of(dice), 0, 0, 0, false)));
        assertThat(position.forced()).contains(recorded.move());
        Position over = MatchStates.after(position, recorded.move());
        Outcome result = over.outcome().orElseThrow();
        assertThat(result.winner()).contains(Seat.BLACK);
        assertThat(result.winnersPoints()).isEqualTo(recorded.points());
        assertThat(recorded.what()).startsWith(result.reason());
        assertThat(over.toMove()).isEmpty();
        assertThatThrownBy(() -> over.play("roll")).isInstanceOf(IllegalStateException.class);
    }

    private static int[] side(List<Integer> points) {
        int[] side = new int[Board.BAR + 1];
        for (int i = 0; i < points.size(); i++) {
            side[i + 1] = points.get(i);
        }
        return side;
    }

    @Test
    void theOpeningRollIsRolledAgainUntilTheDiceDifferAndTheHigherStarts() {
        Position start = MatchStates.start(Map.of());
        Iterator<Integer> falling = List.of(3, 3, 6, 6, 2, 5).iterator();
        Roll roll = start.roll().orElseThrow();
        List<Integer> dice = roll.dice(sides -> falling.next());
        assertThat(dice).containsExactly(2, 5);
        assertThat(roll.after(dice).toMove()).contains(Seat.WHITE);
        assertThat(roll.after(List.of(4, 1)).toMove()).contains(Seat.BLACK);
        assertThatThrownBy(() -> roll.after(List.of(4, 4))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> roll.after(List.of(7, 4))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> roll.after(List.of(4))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aSeatThatMayDoubleIsAskedAndOneThatMayNotRollsByItself() {
        Position mayDouble = at(Map.of(), 5, 0, 0, false);
        assertThat(mayDouble.roll()).isEmpty();
        assertThat(moves(mayDouble)).containsExactly("roll", "double");
        Position rolling = MatchStates.after(mayDouble, "roll");
        assertThat(rolling.roll()).isPresent();
        assertThat(rolling.toMove()).contains(Seat.BLACK);
        assertThat(rolling.legal()).isEmpty();
        Position dead = at(Map.of(), 1, 0, 0, false);
        assertThat(dead.roll()).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "5, 4, 0, true, true, the leader in the Crawford game",
        "5, 0, 4, true, true, the trailer in the Crawford game",
        "5, 0, 4, false, false, the trailer after it",
        "5, 4, 0, false, true, the leader after it: the cube is dead",
        "5, 3, 0, false, false, two away"
    })
    void whoMayDoubleDependsOnTheScore(
            int length, int black, int white, boolean crawford, boolean automatic, String who) {
        assertThat(at(Map.of(), length, black, white, crawford).roll().isPresent())
                .as(who)
                .isEqualTo(automatic);
    }

    @Test
    void aDoubleThatIsTakenTurnsTheCubeToTheTaker() {
        Position doubled = MatchStates.after(at(Map.of(), 7, 0, 0, false), "double");
        assertThat(doubled.toMove()).contains(Seat.WHITE);
        assertThat(moves(doubled)).containsExactly("take", "drop");
        Position taken = MatchStates.after(doubled, "take");
        assertThat(cube(taken)).isEqualTo(new Cube(2, Optional.of(Seat.WHITE)));
        assertThat(taken.roll()).isPresent();
        Position black = MatchStates.rolled(taken, Seat.BLACK, List.of(3, 1));
        Position white = MatchStates.after(black, "8/5 6/5");
        assertThat(moves(white)).containsExactly("roll", "double");
        Position redoubled = MatchStates.after(white, "double", "take");
        assertThat(cube(redoubled)).isEqualTo(new Cube(4, Optional.of(Seat.BLACK)));
    }

    @Test
    void aDoubleThatIsDroppedLosesTheValueBeforeAndTheNextGameBegins() {
        Position next = MatchStates.after(at(Map.of(), 5, 1, 2, false), "double", "drop");
        assertThat(next.outcome()).isEmpty();
        assertThat(match(next).points(Seat.BLACK)).isEqualTo(2);
        assertThat(next.notation()).startsWith(START + ":");
        assertThat(cube(next)).isEqualTo(Cube.CENTRED);
        assertThat(next.roll().orElseThrow().after(List.of(2, 6)).toMove()).contains(Seat.WHITE);
    }

    @Test
    void theCrawfordGameIsTheFirstAfterSomebodyComesWithinAPointAndNoLaterOne() {
        Position crawford = MatchStates.after(at(Map.of(), 3, 1, 0, false), "double", "drop");
        assertThat(match(crawford).isCrawford()).isTrue();
        Position rolled = MatchStates.rolled(crawford, Seat.BLACK, List.of(3, 1));
        Position after = MatchStates.after(rolled, "resign single", "accept");
        assertThat(match(after)).isEqualTo(new Match(match(after).rules(), 2, 1, false));
        Position without = MatchStates.after(at(Map.of("crawford", "off"), 3, 1, 0, false), "double", "drop");
        assertThat(match(without).isCrawford()).isFalse();
    }

    @Test
    void theMatchIsOverWhenItsPointsAreReachedAndTheScoreStopsThere() {
        Position over = MatchStates.after(at(Map.of(), 5, 0, 3, false), "resign backgammon", "accept");
        assertThat(over.outcome()).contains(Outcome.win(Seat.WHITE, "resignation", List.of(), 3));
        assertThat(match(over).points(Seat.WHITE)).isEqualTo(5);
        Position dropped = MatchStates.after(at(Map.of(), 5, 3, 3, false), "double", "take");
        Position won =
                MatchStates.after(MatchStates.rolled(dropped, Seat.BLACK, List.of(6, 1)), "resign single", "accept");
        assertThat(won.outcome()).contains(Outcome.win(Seat.WHITE, "resignation", List.of(), 2));
    }

    @Test
    void aMoneyGameIsOverAfterOneGame() {
        Position over = MatchStates.after(at(Map.of(), 0, 0, 0, false), "double", "drop");
        assertThat(over.outcome()).contains(Outcome.win(Seat.BLACK, "dropped", List.of(), 1));
    }

    @Test
    void aBeaverDoublesAgainAndKeepsTheCube() {
        Position doubled = MatchStates.after(at(Map.of("beavers", "on"), 0, 0, 0, false), "double");
        assertThat(moves(doubled)).containsExactly("take", "drop", "beaver");
        Position beavered = MatchStates.after(doubled, "beaver");
        assertThat(beavered.toMove()).contains(Seat.BLACK);
        assertThat(moves(beavered)).containsExactly("take", "drop");
        assertThat(cube(MatchStates.after(beavered, "take"))).isEqualTo(new Cube(4, Optional.of(Seat.WHITE)));
        Outcome dropped = MatchStates.after(beavered, "drop").outcome().orElseThrow();
        assertThat(dropped.winner()).contains(Seat.WHITE);
        assertThat(dropped.winnersPoints()).isEqualTo(2);
        assertThat(MatchStates.illegal(MatchStates.after(at(Map.of(), 0, 0, 0, false), "double"), "beaver")
                        .detail())
                .isEqualTo("white may now play one of: take, drop");
    }

    @Test
    void aResignationThatIsRejectedChangesNothing() {
        Position before = at(Map.of(), 5, 0, 0, false);
        Position offered = MatchStates.after(before, "resign gammon");
        assertThat(offered.toMove()).contains(Seat.WHITE);
        assertThat(moves(offered)).containsExactly("accept", "reject");
        assertThat(MatchStates.after(offered, "reject")).isEqualTo(before);
        Position dice = MatchStates.rolled(before, Seat.BLACK, List.of(3, 1));
        assertThat(MatchStates.after(dice, "Resign Single", "reject")).isEqualTo(dice);
    }

    @Test
    void theJacobyRuleHoldsForResignationsToo() {
        Position position = at(Map.of(), 0, 0, 0, false);
        assertThat(MatchStates.illegal(position, "resign gammon").detail())
                .isEqualTo("black may now play one of: roll, double, resign single");
        Position counts = MatchStates.after(at(Map.of("jacoby", "off"), 0, 0, 0, false), "resign gammon", "accept");
        assertThat(counts.outcome().orElseThrow().winnersPoints()).isEqualTo(2);
    }

    @Test
    void theCubeGoesNoFurtherThanItsLimit() {
        Cube limit = new Cube(Cube.LARGEST, Optional.of(Seat.BLACK));
        Position position =
                MatchStates.start(Map.of(), Optional.of(START + ":" + id(limit, Optional.empty(), 0, 0, 0, false)));
        assertThat(position.roll()).isPresent();
    }
}
