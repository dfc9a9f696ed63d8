package org.parlor.game.gomoku;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.parlor.game.Outcome;
import org.parlor.game.Position;
import org.parlor.game.Ruling;
import org.parlor.game.Seat;

/** In the pictures {@code *} is the point in question. */
class RenjuTest {

    @Test
    void twoThreesAreForbidden() {
        assertThat(fouls(
                        ".....", //
                        "..x..", "..x..", "xx*..", "....."))
                .containsExactly(ForbiddenMove.DOUBLE_THREE);
    }

    @Test
    void aThreeThatWhiteStopsIsNone() {
        assertThat(fouls(
                        "..o..", //
                        "..x..", "..x..", "xx*..", "....."))
                .isEmpty();
    }

    @Test
    void aThreeIsNoneIfAnEndWouldMakeItAnOverline() {
        assertThat(fouls(
                        ".....x..", //
                        ".....x..",
                        "x..xx*.o"))
                .isEmpty();
        assertThat(fouls(
                        ".....x..", //
                        ".....x..",
                        "...xx*.o"))
                .containsExactly(ForbiddenMove.DOUBLE_THREE);
    }

    @Test
    void aThreeIsNoneIfItsStraightFourWouldBeADoubleFour() {
        assertThat(fouls(
                        "...x..", //
                        "...x..", "...x..", ".xx.*.", "....x.", "....x."))
                .isEmpty();
        assertThat(fouls(
                        "......", //
                        "......", "...x..", ".xx.*.", "....x.", "....x."))
                .containsExactly(ForbiddenMove.DOUBLE_THREE);
    }

    @Test
    void aThreeIsNoneIfItsStraightFourWouldMakeAFiveElsewhere() {
        assertThat(fouls(
                        "...x..", //
                        "...x..", "...x..", "...x..", ".xx.*.", "....x.", "....x."))
                .isEmpty();
    }

    @Test
    void aThreeIsNoneIfItsStraightFourWouldBeADoubleThree() {
        assertThat(fouls(
                        "...x..", //
                        "...x..", ".xx.*.", "..x.x.", ".x..x."))
                .isEmpty();
        assertThat(fouls(
                        "...x..", //
                        "...x..", ".xx.*.", "....x.", ".x..x."))
                .containsExactly(ForbiddenMove.DOUBLE_THREE);
    }

    @Test
    void fourAndThreeIsAllowed() {
        assertThat(fouls(
                        "......", //
                        "...x..", "...x..", "xxx*o.", "......", "......"))
                .isEmpty();
    }

    @Test
    void twoFoursInOneLineAreForbidden() {
        assertThat(fouls("x.x*x.x")).containsExactly(ForbiddenMove.DOUBLE_FOUR);
        assertThat(fouls("xx.*x.xx")).containsExactly(ForbiddenMove.DOUBLE_FOUR);
        assertThat(fouls("xxx.*.xxx")).containsExactly(ForbiddenMove.DOUBLE_FOUR);
    }

    @Test
    void aStraightFourIsOneFour() {
        assertThat(fouls(".xx*x.")).isEmpty();
    }

    @Test
    void aFourThatOnlyAnOverlineCompletesIsNone() {
        assertThat(fouls(
                        "....o", //
                        "....x", "....x", "....x", "x.xx*", ".....", "....."))
                .containsExactly(ForbiddenMove.DOUBLE_FOUR);
        assertThat(fouls(
                        ".....o..", //
                        ".....x..",
                        ".....x..",
                        ".....x..",
                        "xx.xx*xo",
                        "........"))
                .isEmpty();
    }

    @Test
    void sixInARowAreForbidden() {
        assertThat(fouls("xxx*xx")).containsExactly(ForbiddenMove.OVERLINE);
    }

    @Test
    void anExactFiveBeatsEveryFoul() {
        String[] picture = {
            ".x....", //
            ".x....", "x*xxx.", ".x....", ".x....", ".x...."
        };
        assertThat(fouls(picture)).isEmpty();
        Position position = position("refuse", Seat.BLACK, Pictures.on15(4, 4, picture));
        assertThat(Pictures.after(position, "f9").outcome())
                .contains(Outcome.win(Seat.BLACK, "five", List.of("e9", "f9", "g9", "h9", "i9")));
    }

    @Test
    void whiteWinsWithSixAndIsForbiddenNothing() {
        Position position = position("refuse", Seat.WHITE, Pictures.on15(4, 4, "ooo.oo"));
        assertThat(position.forbidden()).isEmpty();
        assertThat(Pictures.after(position, "h11").outcome())
                .contains(Outcome.win(Seat.WHITE, "five", List.of("e11", "f11", "g11", "h11", "i11", "j11")));
    }

    @Test
    void aForbiddenMoveIsRefusedWithItsKindAndCountsAmongTheForbidden() {
        Position position = position("refuse", Seat.BLACK, Pictures.on15(4, 4, "xxx.xx"));
        assertThat(position.play("H11"))
                .isEqualTo(new Ruling.Illegal(Ruling.Reason.FORBIDDEN, "h11 is forbidden to black: overline"));
        assertThat(position.forbidden()).containsExactly("h11");
        assertThat(position.legal())
                .extracting(Ruling.Legal::move)
                .doesNotContain("h11")
                .hasSize(225 - 6);
    }

    @Test
    void whereForbiddenMovesLoseTheyMayBePlayed() {
        Position position = position("lose", Seat.BLACK, Pictures.on15(4, 4, "xxx.xx"));
        assertThat(position.forbidden()).containsExactly("h11");
        assertThat(position.legal()).extracting(Ruling.Legal::move).contains("h11");
        Position end = Pictures.after(position, "h11");
        assertThat(end.outcome()).contains(Outcome.win(Seat.WHITE, "forbidden", List.of()));
        assertThat(end.toMove()).isEmpty();
        assertThat(end.forbidden()).isEmpty();
    }

    @Test
    void theFirstStoneMayGoAnywhere() {
        assertThat(Pictures.after(Pictures.start(Map.of("rule", "renju")), "a1").toMove())
                .contains(Seat.WHITE);
    }

    @Test
    void theGameGoesOnWhenBlackIsRefusedEveryPointThatIsLeft() {
        String[] rows = Pictures.onlyAnOverlineLeft();
        rows[0] = "." + rows[0].substring(1);
        Position position = Pictures.after(position("refuse", Seat.WHITE, Arrays.asList(rows)), "a15");
        assertThat(position.outcome()).isEmpty();
        assertThat(position.toMove()).contains(Seat.BLACK);
        assertThat(position.legal()).isEmpty();
        assertThat(position.forbidden()).containsExactly("h8");
    }

    @Test
    void blackLosesWithTheLastPointWhereForbiddenMovesLose() {
        Position position = position("lose", Seat.BLACK, Arrays.asList(Pictures.onlyAnOverlineLeft()));
        assertThat(Pictures.after(position, "h8").outcome()).contains(Outcome.win(Seat.WHITE, "forbidden", List.of()));
    }

    private static Position position(String forbidden, Seat next, List<String> rows) {
        String notation = Pictures.notation(next, rows.toArray(String[]::new));
        return Pictures.ready(
                new Gomoku().setUp(Map.of("rule", "renju", "forbidden", forbidden), Optional.of(notation)));
    }

    private static Set<ForbiddenMove> fouls(String... picture) {
        List<String> rows = Pictures.on15(3, 3, picture);
        int point = String.join("", rows).indexOf('*');
        return new RenjuForbiddenMoves(Pictures.board(rows)).at(point);
    }
}
