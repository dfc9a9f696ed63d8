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
import org.parlor.game.Position;
import org.parlor.game.Result;
import org.parlor.game.Roll;
import org.parlor.game.Ruling;
import org.parlor.game.Seat;

/** The cube, the score and how games end. */
class MatchTest {

    private static final String START = "4HPwATDgc/ABMA";

    /** A position on the usual board with black on roll. */
    private static Position at(Map<String, String> options, int length, int black, int white, boolean crawford) {
        return Tables.start(
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
        return ((BackgammonPosition) position).table().match();
    }

    private static Cube cube(Position position) {
        return ((BackgammonPosition) position).table().cube();
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
        Position position = Tables.start(
                Map.of("jacoby", recorded.jacoby() ? "on" : "off"),
                Optional.of(PositionId.write(board, Seat.BLACK) + ":" + id(cube, Optional.of(dice), 0, 0, 0, false)));
        assertThat(position.forced()).contains(recorded.move());
        Position over = Tables.after(position, recorded.move());
        Result result = over.result().orElseThrow();
        assertThat(result.winner()).contains(Seat.BLACK);
        assertThat(result.points()).isEqualTo(recorded.points());
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
        Position start = Tables.start(Map.of());
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
        Position rolling = Tables.after(mayDouble, "roll");
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
        Position doubled = Tables.after(at(Map.of(), 7, 0, 0, false), "double");
        assertThat(doubled.toMove()).contains(Seat.WHITE);
        assertThat(moves(doubled)).containsExactly("take", "drop");
        Position taken = Tables.after(doubled, "take");
        assertThat(cube(taken)).isEqualTo(new Cube(2, Optional.of(Seat.WHITE)));
        assertThat(taken.roll()).isPresent();
        Position black = Tables.rolled(taken, Seat.BLACK, List.of(3, 1));
        Position white = Tables.after(black, "8/5 6/5");
        assertThat(moves(white)).containsExactly("roll", "double");
        Position redoubled = Tables.after(white, "double", "take");
        assertThat(cube(redoubled)).isEqualTo(new Cube(4, Optional.of(Seat.BLACK)));
    }

    @Test
    void aDoubleThatIsDroppedLosesTheValueBeforeAndTheNextGameBegins() {
        Position next = Tables.after(at(Map.of(), 5, 1, 2, false), "double", "drop");
        assertThat(next.result()).isEmpty();
        assertThat(match(next).points(Seat.BLACK)).isEqualTo(2);
        assertThat(next.notation()).startsWith(START + ":");
        assertThat(cube(next)).isEqualTo(Cube.CENTRED);
        assertThat(next.roll().orElseThrow().after(List.of(2, 6)).toMove()).contains(Seat.WHITE);
    }

    @Test
    void theCrawfordGameIsTheFirstAfterSomebodyComesWithinAPointAndNoLaterOne() {
        Position crawford = Tables.after(at(Map.of(), 3, 1, 0, false), "double", "drop");
        assertThat(match(crawford).isCrawford()).isTrue();
        Position rolled = Tables.rolled(crawford, Seat.BLACK, List.of(3, 1));
        Position after = Tables.after(rolled, "resign single", "accept");
        assertThat(match(after)).isEqualTo(new Match(match(after).rules(), 2, 1, false));
        Position without = Tables.after(at(Map.of("crawford", "off"), 3, 1, 0, false), "double", "drop");
        assertThat(match(without).isCrawford()).isFalse();
    }

    @Test
    void theMatchIsOverWhenItsPointsAreReachedAndTheScoreStopsThere() {
        Position over = Tables.after(at(Map.of(), 5, 0, 3, false), "resign backgammon", "accept");
        assertThat(over.result()).contains(new Result(Optional.of(Seat.WHITE), "resignation", List.of(), 3));
        assertThat(match(over).points(Seat.WHITE)).isEqualTo(5);
        Position dropped = Tables.after(at(Map.of(), 5, 3, 3, false), "double", "take");
        Position won = Tables.after(Tables.rolled(dropped, Seat.BLACK, List.of(6, 1)), "resign single", "accept");
        assertThat(won.result()).contains(new Result(Optional.of(Seat.WHITE), "resignation", List.of(), 2));
    }

    @Test
    void aMoneyGameIsOverAfterOneGame() {
        Position over = Tables.after(at(Map.of(), 0, 0, 0, false), "double", "drop");
        assertThat(over.result()).contains(new Result(Optional.of(Seat.BLACK), "dropped", List.of(), 1));
    }

    @Test
    void aBeaverDoublesAgainAndKeepsTheCube() {
        Position doubled = Tables.after(at(Map.of("beavers", "on"), 0, 0, 0, false), "double");
        assertThat(moves(doubled)).containsExactly("take", "drop", "beaver");
        Position beavered = Tables.after(doubled, "beaver");
        assertThat(beavered.toMove()).contains(Seat.BLACK);
        assertThat(moves(beavered)).containsExactly("take", "drop");
        assertThat(cube(Tables.after(beavered, "take"))).isEqualTo(new Cube(4, Optional.of(Seat.WHITE)));
        Result dropped = Tables.after(beavered, "drop").result().orElseThrow();
        assertThat(dropped.winner()).contains(Seat.WHITE);
        assertThat(dropped.points()).isEqualTo(2);
        assertThat(Tables.illegal(Tables.after(at(Map.of(), 0, 0, 0, false), "double"), "beaver")
                        .detail())
                .isEqualTo("white may now play one of: take, drop");
    }

    @Test
    void aResignationThatIsRejectedChangesNothing() {
        Position before = at(Map.of(), 5, 0, 0, false);
        Position offered = Tables.after(before, "resign gammon");
        assertThat(offered.toMove()).contains(Seat.WHITE);
        assertThat(moves(offered)).containsExactly("accept", "reject");
        assertThat(Tables.after(offered, "reject")).isEqualTo(before);
        Position dice = Tables.rolled(before, Seat.BLACK, List.of(3, 1));
        assertThat(Tables.after(dice, "Resign Single", "reject")).isEqualTo(dice);
    }

    @Test
    void theJacobyRuleHoldsForResignationsToo() {
        Position position = at(Map.of(), 0, 0, 0, false);
        assertThat(Tables.illegal(position, "resign gammon").detail())
                .isEqualTo("black may now play one of: roll, double, resign single");
        Position counts = Tables.after(at(Map.of("jacoby", "off"), 0, 0, 0, false), "resign gammon", "accept");
        assertThat(counts.result().orElseThrow().points()).isEqualTo(2);
    }

    @Test
    void theCubeGoesNoFurtherThanItsLimit() {
        Cube limit = new Cube(Cube.LARGEST, Optional.of(Seat.BLACK));
        Position position =
                Tables.start(Map.of(), Optional.of(START + ":" + id(limit, Optional.empty(), 0, 0, 0, false)));
        assertThat(position.roll()).isPresent();
    }
}
