package org.parlor.game.backgammon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parlor.game.Position;
import org.parlor.game.Ruling;
import org.parlor.game.Seat;

/** How plays are written and understood. */
class ParsedPlayTest {

    private static final String START = "4HPwATDgc/ABMA";

    private static Position rolled(String positionId, int one, int other) {
        MatchId id = new MatchId(
                Cube.CENTRED,
                Seat.BLACK,
                false,
                MatchId.PLAYING,
                Seat.BLACK,
                false,
                Optional.empty(),
                Optional.of(Dice.of(one, other)),
                1,
                0,
                0,
                false);
        return MatchStates.start(Map.of(), Optional.of(positionId + ":" + id));
    }

    @ParameterizedTest
    @CsvSource({
        "3, 1, 8/5 6/5, 8/5 6/5",
        "3, 1, 6/5 8/5, 8/5 6/5",
        "3, 1, '6/5, 8/5', 8/5 6/5",
        "3, 1, ' 8/5   6/5 ', 8/5 6/5",
        "3, 1, 8/5* 6/5, 8/5 6/5",
        "6, 2, 24/16, 24/16",
        "6, 2, 24/18 18/16, 24/16",
        "6, 2, 18/16 24/18, 24/16",
        "6, 2, 24/18/16, 24/16",
        "6, 2, 24/22/16, 24/16",
        "1, 1, 8/7(2) 6/5(2), 8/7(2) 6/5(2)",
        "1, 1, 6/5 8/7 6/5 8/7, 8/7(2) 6/5(2)",
        "1, 1, 8/7/6/5/4, 8/4",
        "1, 1, 8/4, 8/4",
        "1, 1, 8/6(2), 8/6(2)"
    })
    void equivalentSpellingsAreOnePlay(int one, int other, String spelled, String canonical) {
        Ruling.Legal legal = MatchStates.legal(rolled(START, one, other), spelled);
        assertThat(legal.move()).isEqualTo(canonical);
        assertThat(rolled(START, one, other).legal()).contains(legal);
    }

    @Test
    void theBarAndOffHaveNumbersToo() {
        String onBar = PositionId.write(board(Map.of(25, 1, 6, 14), Map.of(6, 15)), Seat.BLACK);
        assertThat(MatchStates.legal(rolled(onBar, 3, 4), "25/21 6/3").move()).isEqualTo("bar/21 6/3");
        String home = PositionId.write(board(Map.of(6, 2, 5, 1), Map.of(6, 15)), Seat.BLACK);
        assertThat(MatchStates.legal(rolled(home, 6, 6), "6/0 6/OFF 5/off").move())
                .isEqualTo("6/off(2) 5/off");
    }

    @Test
    void aHitOnTheWayIsWrittenAndWithoutAStarThePlayThatHitsNothingIsMeant() {
        Board board = board(Map.of(24, 1, 6, 14), Map.of(7, 1, 6, 14));
        Position position = rolled(PositionId.write(board, Seat.BLACK), 6, 2);
        assertThat(MatchStates.legal(position, "24/16").move()).isEqualTo("24/16");
        assertThat(MatchStates.legal(position, "24/18*/16").move()).isEqualTo("24/18*/16");
        assertThat(MatchStates.legal(position, "18/16 24/18*").move()).isEqualTo("24/18*/16");
        assertThat(position.legal()).extracting(Ruling.Legal::move).contains("24/16", "24/18*/16");
    }

    @Test
    void aHitOnTheWayNeedsNoStarIfThereIsNoOtherWay() {
        Board board = board(Map.of(24, 1, 6, 14), Map.of(7, 1, 3, 2, 6, 12));
        Position position = rolled(PositionId.write(board, Seat.BLACK), 6, 2);
        assertThat(MatchStates.legal(position, "24/16").move()).isEqualTo("24/18*/16");
        assertThat(MatchStates.legal(position, "24/16*").move()).isEqualTo("24/18*/16");
    }

    @Test
    void aTextThatCanMeanTwoHitsIsAskedBack() {
        Board board = board(Map.of(24, 1, 6, 14), Map.of(7, 1, 3, 1, 6, 13));
        Position position = rolled(PositionId.write(board, Seat.BLACK), 6, 2);
        Ruling.Illegal illegal = MatchStates.illegal(position, "24/16");
        assertThat(illegal.detail()).contains("24/18*/16").contains("24/22*/16");
        assertThat(MatchStates.legal(position, "24/22*/16").move()).isEqualTo("24/22*/16");
    }

    @Test
    void onlyTheFirstOfTwoCheckersHits() {
        Board board = board(Map.of(8, 3, 6, 5, 13, 7), Map.of(20, 1, 24, 14));
        Position position = rolled(PositionId.write(board, Seat.BLACK), 3, 1);
        assertThat(MatchStates.legal(position, "8/5 6/5").move()).isEqualTo("8/5* 6/5");
        assertThat(MatchStates.legal(position, "6/5* 8/5").move()).isEqualTo("8/5* 6/5");
    }

    @ParameterizedTest
    @CsvSource({
        "3, 1, 8/5, FORBIDDEN, both dice",
        "3, 1, 8/5 6/4, FORBIDDEN, can't move so with 3 and 1",
        "3, 1, 13/5 8/12, FORBIDDEN, from higher points",
        "3, 1, off/5, FORBIDDEN, from higher points",
        "3, 1, 8/8, FORBIDDEN, from higher points",
        "3, 1, 9/5, FORBIDDEN, no checker on 9",
        "3, 1, 30/5, OFF_BOARD, points 1 to 24",
        "5, 1, 24/18, OCCUPIED, ''",
        "5, 1, 13/8 24/19, OCCUPIED, holds point 19",
        "6, 5, 6/off 6/1, FORBIDDEN, points 1 to 6",
        "3, 1, hello, BAD_MOVE, spelled like",
        "3, 1, '', BAD_MOVE, spelled like",
        "3, 1, 8/5(9), BAD_MOVE, spelled like",
        "3, 1, 8/7 8/7 8/7 8/7 6/5, BAD_MOVE, four checkers",
        "3, 1, 999999999999/1, BAD_MOVE, spelled like",
        "3, 1, pass, FORBIDDEN, must",
        "3, 1, roll, FORBIDDEN, 3 and 1 must be played",
        "3, 1, double, FORBIDDEN, on the table",
        "1, 1, 8/7(2), FORBIDDEN, 4 times 1"
    })
    void whatCannotBePlayedIsRefusedWithAReason(int one, int other, String move, Ruling.Reason reason, String words) {
        Board board = Board.start();
        String id = PositionId.write(
                move.equals("24/18") ? board(Map.of(24, 2, 6, 13), Map.of(7, 2, 6, 13)) : board, Seat.BLACK);
        Ruling.Illegal illegal = MatchStates.illegal(rolled(id, one, other), move);
        assertThat(illegal.detail()).contains(words);
        assertThat(illegal.reason()).isEqualTo(reason);
    }

    @Test
    void checkersOnTheBarComeFirst() {
        Position position = rolled(PositionId.write(board(Map.of(25, 1, 6, 14), Map.of(6, 15)), Seat.BLACK), 3, 4);
        assertThat(MatchStates.illegal(position, "6/3 6/2").detail()).isEqualTo("checkers on the bar come in first");
    }

    @Test
    void theLargerNumberIsPlayedIfOnlyOneOfTheTwoCanBe() {
        // From 24, a 6 leads to 18 and a 5 to 19; from either the other number is blocked at 13.
        Position position =
                rolled(PositionId.write(board(Map.of(24, 1, 2, 2), Map.of(12, 2, 10, 13)), Seat.BLACK), 6, 5);
        assertThat(position.legal()).extracting(Ruling.Legal::move).containsExactly("24/18");
        assertThat(position.forced()).contains("24/18");
        assertThat(MatchStates.illegal(position, "24/19").detail()).contains("larger one");
    }

    @Test
    void whoCannotMovePasses() {
        Board closed = board(Map.of(25, 1, 6, 14), Map.of(1, 2, 2, 2, 3, 2, 4, 2, 5, 2, 6, 5));
        Position position = rolled(PositionId.write(closed, Seat.BLACK), 6, 5);
        assertThat(position.forced()).contains("pass");
        assertThat(position.legal()).extracting(Ruling.Legal::move).containsExactly("pass");
        assertThat(MatchStates.illegal(position, "bar/20").detail()).contains("say pass");
        assertThat(MatchStates.after(position, "pass").toMove()).contains(Seat.WHITE);
    }

    private static Board board(Map<Integer, Integer> black, Map<Integer, Integer> white) {
        return Board.of(side(black), side(white));
    }

    private static int[] side(Map<Integer, Integer> checkers) {
        int[] side = new int[Board.BAR + 1];
        List.copyOf(checkers.entrySet()).forEach(point -> side[point.getKey()] = point.getValue());
        return side;
    }
}
