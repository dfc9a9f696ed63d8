package org.parlor.game.gomoku;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parlor.game.Outcome;
import org.parlor.game.Position;
import org.parlor.game.Ruling;
import org.parlor.game.Seat;

class GomokuTest {

    private static final String[] FOUR_AND_TWO = {
        ".......", //
        ".......", ".......", "xxxx.x.", ".......", ".......", "......."
    };

    private static final String[] ENCLOSED = {
        ".......", //
        ".......", ".......", "oxxx.xo", ".......", ".......", "......."
    };

    private static final String[] AT_THE_EDGE = {
        ".......", //
        ".......", ".......", "xxx.xo.", ".......", ".......", "......."
    };

    @Test
    void freestyleWinsWithSixAndShowsAllOfThem() {
        Position end = Pictures.after(Pictures.drawn("freestyle", Seat.BLACK, FOUR_AND_TWO), "e4");
        assertThat(end.outcome())
                .contains(Outcome.win(Seat.BLACK, "five", List.of("a4", "b4", "c4", "d4", "e4", "f4")));
        assertThat(end.toMove()).isEmpty();
        assertThat(end.legal()).isEmpty();
    }

    @Test
    void anOverlineInStandardIsWorthNothingButALaterFiveWins() {
        Position position = Pictures.after(
                Pictures.drawn("standard", Seat.BLACK, FOUR_AND_TWO), "e4", "a1", "e5", "b1", "e6", "c1", "e7", "g1");
        assertThat(position.outcome()).isEmpty();
        assertThat(Pictures.after(position, "e3").outcome())
                .contains(Outcome.win(Seat.BLACK, "five", List.of("e3", "e4", "e5", "e6", "e7")));
    }

    @ParameterizedTest
    @CsvSource({"freestyle, true", "standard, true", "caro, false", "caro-exact, false"})
    void onlyCaroDoesNotCountAFiveWithAnOpponentAtBothEnds(String rule, boolean wins) {
        assertThat(Pictures.after(Pictures.drawn(rule, Seat.BLACK, ENCLOSED), "e4")
                        .outcome()
                        .isPresent())
                .isEqualTo(wins);
    }

    @ParameterizedTest
    @ValueSource(strings = {"caro", "caro-exact"})
    void theEdgeOfTheBoardEnclosesNoFive(String rule) {
        assertThat(Pictures.after(Pictures.drawn(rule, Seat.BLACK, AT_THE_EDGE), "d4")
                        .outcome())
                .contains(Outcome.win(Seat.BLACK, "five", List.of("a4", "b4", "c4", "d4", "e4")));
    }

    @ParameterizedTest
    @CsvSource({"freestyle, true", "standard, false", "caro, true", "caro-exact, false"})
    void sixWithAnOpponentAtBothEndsWinInCaroButNotInExactCaro(String rule, boolean wins) {
        Position position = Pictures.drawn(
                rule,
                Seat.WHITE,
                "........", //
                "xooo.oox",
                "........",
                "........",
                "........",
                "........",
                "........",
                "........");
        assertThat(Pictures.after(position, "e7").outcome().isPresent()).isEqualTo(wins);
    }

    @ParameterizedTest
    @CsvSource({"freestyle, true", "standard, false", "caro, true", "caro-exact, false"})
    void sixWithFreeEndsWinWhereMoreThanFiveCount(String rule, boolean wins) {
        assertThat(Pictures.after(Pictures.drawn(rule, Seat.BLACK, FOUR_AND_TWO), "e4")
                        .outcome()
                        .isPresent())
                .isEqualTo(wins);
    }

    @Test
    void oneStoneBetweenTwoFoursWinsWithAllNine() {
        Position position = Pictures.drawn(
                "freestyle",
                Seat.WHITE,
                "o........", //
                ".o.......",
                "..o......",
                "...o.....",
                ".........",
                ".....o...",
                "......o..",
                ".......o.",
                "........o");
        assertThat(Pictures.after(position, "e5").outcome().orElseThrow().line())
                .containsExactly("a9", "b8", "c7", "d6", "e5", "f4", "g3", "h2", "i1");
    }

    @Test
    void theLastPointWithoutAFiveMakesADraw() {
        Position position = Pictures.drawn(
                "freestyle",
                Seat.BLACK,
                "xoxox", //
                "xoxox",
                "oxoxo",
                "xoxox",
                "xoxo.");
        Position end = Pictures.after(position, "e1");
        assertThat(end.outcome()).contains(Outcome.draw("full-board"));
        assertThat(end.toMove()).isEmpty();
    }

    @Test
    void theLastPointWithAFiveWins() {
        Position position = Pictures.drawn(
                "freestyle",
                Seat.BLACK,
                "xoxox", //
                "xoxox",
                "oxoxx",
                "xoxox",
                "xoxo.");
        assertThat(Pictures.after(position, "e1").outcome())
                .contains(Outcome.win(Seat.BLACK, "five", List.of("e1", "e2", "e3", "e4", "e5")));
    }

    @Test
    void aMoveInUpperCaseIsAnsweredInLowerCase() {
        Ruling ruling = Pictures.start(Map.of()).play("H8");
        assertThat(ruling).isInstanceOfSatisfying(Ruling.Legal.class, legal -> {
            assertThat(legal.move()).isEqualTo("h8");
            assertThat(legal.after().notation()).isEqualTo("15/15/15/15/15/15/15/7x7/15/15/15/15/15/15/15 w");
        });
    }

    @ParameterizedTest
    @CsvSource({"a1, 5/5/5/5/x4 w", "a5, x4/5/5/5/5 w", "e1, 5/5/5/5/4x w", "e5, 4x/5/5/5/5 w"})
    void lettersCountFromTheLeftAndNumbersFromTheBottom(String corner, String notation) {
        assertThat(Pictures.after(Pictures.start(Map.of("size", "5")), corner).notation())
                .isEqualTo(notation);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "h", "8", "8h", "hh8", "h8 ", " h8", "h08", "h+8", "h-1", "h8.", "ä1", "h٨", "pass"})
    void aTextThatIsNoPointIsABadMove(String move) {
        assertThat(reason(Pictures.start(Map.of()), move)).isEqualTo(Ruling.Reason.BAD_MOVE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"p1", "z1", "a16", "a0", "P16", "a999999999"})
    void aPointBeyondTheEdgeIsOffTheBoard(String move) {
        assertThat(reason(Pictures.start(Map.of()), move)).isEqualTo(Ruling.Reason.OFF_BOARD);
    }

    @Test
    void aTakenPointIsOccupiedAndTheDetailSaysByWhom() {
        Position position = Pictures.after(Pictures.start(Map.of()), "h8");
        assertThat(position.play("H8"))
                .isEqualTo(new Ruling.Illegal(Ruling.Reason.OCCUPIED, "h8 already holds a black stone"));
    }

    @Test
    void legalMovesAreTheEmptyPointsInBoardOrder() {
        Position position = Pictures.after(Pictures.start(Map.of("size", "5")), "b5", "a4");
        assertThat(position.legal())
                .extracting(Ruling.Legal::move)
                .hasSize(23)
                .startsWith("a5", "c5", "d5", "e5", "b4");
        assertThat(position.legal())
                .allSatisfy(legal -> assertThat(position.play(legal.move())).isEqualTo(legal));
    }

    @Test
    void aGameThatIsOverTakesNoMove() {
        Position end = Pictures.after(Pictures.drawn("freestyle", Seat.BLACK, FOUR_AND_TWO), "e4");
        assertThatIllegalStateException().isThrownBy(() -> end.play("a1"));
    }

    private static Ruling.Reason reason(Position position, String move) {
        return ((Ruling.Illegal) position.play(move)).reason();
    }
}
