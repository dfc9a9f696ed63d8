package org.parlor.game.gomoku;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parlor.game.Position;
import org.parlor.game.Ruling;
import org.parlor.game.Seat;
import org.parlor.game.Setup;

/** Games that begin with an opening: who decides after each move, what is legal there, and why other moves are not. */
class OpeningTest {

    /** The position after some moves of an opening, on 15 lines. */
    private static Position after(String opening, String... moves) {
        return Pictures.after(begin(opening, 15), moves);
    }

    private static Position begin(String opening, int size) {
        Map<String, String> options = new TreeMap<>(Map.of("opening", opening));
        if (List.of("rif", "soosorv-8", "taraguchi-10").contains(opening)) {
            options.put("rule", "renju");
        } else {
            options.put("size", String.valueOf(size));
        }
        return Pictures.start(options);
    }

    private static void assertRefused(Position position, String move, String detail) {
        assertThat(position.play(move))
                .isInstanceOfSatisfying(Ruling.Illegal.class, illegal -> assertThat(illegal.detail())
                        .contains(detail));
    }

    private static void assertDecides(Position position, Seat seat) {
        assertThat(position.toMove()).contains(seat);
    }

    private static List<String> legal(Position position) {
        return position.legal().stream().map(Ruling.Legal::move).toList();
    }

    private static boolean swaps(Position position, String move) {
        return ((Ruling.Legal) position.play(move)).swaps();
    }

    private static char nextColour(Position position) {
        return position.notation().charAt(position.notation().length() - 1);
    }

    @Nested
    class Pro {

        @Test
        void beginsInTheCentre() {
            assertThat(legal(after("pro"))).containsExactly("h8");
            assertThat(legal(begin("pro", 19))).containsExactly("j10");
            assertRefused(after("pro"), "h9", "the first stone must lie in the centre");
        }

        @Test
        void leavesTheSecondStoneFree() {
            assertDecides(after("pro", "h8"), Seat.WHITE);
            assertThat(legal(after("pro", "h8"))).hasSize(224);
            assertRefused(after("pro", "h8"), "h8", "already holds a black stone");
        }

        @ParameterizedTest
        @CsvSource({"k8, true", "e8, true", "h11, true", "e5, true", "j8, false", "f10, false", "h6, false"})
        void hasTheThirdStoneOutsideTheCentral5x5(String move, boolean isLegal) {
            Position third = after("pro", "h8", "a1");
            assertThat(legal(third).contains(move)).isEqualTo(isLegal);
            if (!isLegal) {
                assertRefused(third, move, "the third stone must lie outside the central 5x5");
            }
        }

        @Test
        void goesOnAsAFreeGame() {
            Position game = after("pro", "h8", "h9", "k8");
            assertDecides(game, Seat.WHITE);
            assertThat(game).isInstanceOf(GomokuPosition.class);
            assertThat(game.legal()).hasSize(222);
        }
    }

    @Nested
    class LongPro {

        @ParameterizedTest
        @CsvSource({"l8, true", "d8, true", "l12, true", "k8, false", "e11, false", "h5, false"})
        void hasTheThirdStoneOutsideTheCentral7x7(String move, boolean isLegal) {
            Position third = after("long-pro", "h8", "h9");
            assertThat(legal(third).contains(move)).isEqualTo(isLegal);
            if (!isLegal) {
                assertRefused(third, move, "the third stone must lie outside the central 7x7");
            }
        }
    }

    @Nested
    class Swap {

        @Test
        void hasOnePlayerPutThreeStonesAnywhere() {
            Position position = begin("swap", 20);
            for (String move : List.of("a1", "t20", "k10")) {
                assertDecides(position, Seat.BLACK);
                position = Pictures.after(position, move);
            }
            assertThat(position.notation())
                    .isEqualTo("19o/20/20/20/20/20/20/20/20/20/10x9/20/20/20/20/20/20/20/20/x19 w");
        }

        @Test
        void thenLetsTheOtherTakeAColour() {
            Position choice = after("swap", "h8", "h9", "i8");
            assertDecides(choice, Seat.WHITE);
            assertThat(legal(choice)).containsExactly("swap", "stay");
            assertThat(swaps(choice, "swap")).isTrue();
            assertThat(swaps(choice, "stay")).isFalse();
            assertRefused(choice, "h10", "choose one of: swap, stay");
        }

        @ParameterizedTest
        @ValueSource(strings = {"swap", "stay", "SWAP"})
        void thenWhitePutsTheFourthStone(String choice) {
            Position game = after("swap", "h8", "h9", "i8", choice);
            assertDecides(game, Seat.WHITE);
            assertThat(game.legal()).hasSize(222);
            assertDecides(Pictures.after(game, "h7"), Seat.BLACK);
        }

        @Test
        void hasNoChoiceBeforeThreeStonesLie() {
            assertRefused(after("swap", "h8"), "swap", "a move is a letter");
        }
    }

    @Nested
    class Swap2 {

        @Test
        void letsTheOtherTakeAColourOrPutTwoMoreStones() {
            Position choice = after("swap2", "h8", "h9", "i8");
            assertDecides(choice, Seat.WHITE);
            assertThat(legal(choice)).containsExactly("swap", "stay", "put 2 more");
            assertThat(swaps(choice, "put 2 more")).isFalse();
        }

        @Test
        void thenTheOtherPutsBothAndTheFirstTakesAColour() {
            Position two = after("swap2", "h8", "h9", "i8", "put 2 more");
            assertDecides(two, Seat.WHITE);
            assertThat(nextColour(two)).isEqualTo('w');
            Position one = Pictures.after(two, "a1");
            assertDecides(one, Seat.WHITE);
            assertThat(nextColour(one)).isEqualTo('b');
            Position choice = Pictures.after(one, "a2");
            assertDecides(choice, Seat.BLACK);
            assertThat(legal(choice)).containsExactly("swap", "stay");
            assertThat(choice.notation()).isEqualTo("15/15/15/15/15/15/7o7/7xx6/15/15/15/15/15/x14/o14 w");
            assertDecides(Pictures.after(choice, "swap"), Seat.WHITE);
            assertThat(Pictures.after(choice, "stay").legal()).hasSize(220);
        }

        @ParameterizedTest
        @ValueSource(strings = {"swap", "stay"})
        void endsWithTheChoiceOfAColour(String choice) {
            assertThat(after("swap2", "h8", "h9", "i8", choice)).isInstanceOf(GomokuPosition.class);
            assertThat(after("swap2", "h8", "h9", "i8", choice).notation()).endsWith(" w");
        }

        @Test
        void fitsTheSmallestBoardAndEvenOnes() {
            assertThat(begin("swap2", 5).legal()).hasSize(25);
            assertThat(begin("swap2", 20).legal()).hasSize(400);
        }
    }

    @Nested
    class Rif {

        @Test
        void beginsWithOneOfThe26Openings() {
            assertThat(legal(after("rif"))).containsExactly("h8");
            assertThat(legal(after("rif", "h8")))
                    .containsExactlyInAnyOrder("g7", "g8", "g9", "h7", "h9", "i7", "i8", "i9");
            assertThat(legal(after("rif", "h8", "h9")))
                    .hasSize(23)
                    .contains("f6", "j10")
                    .doesNotContain("k8");
            assertRefused(after("rif", "h8"), "h10", "the second stone must lie within the central 3x3");
            assertRefused(after("rif", "h8", "h9"), "h11", "the third stone must lie within the central 5x5");
        }

        @Test
        void hasExactly26OpeningsThatAreNotSymmetric() {
            long openings = legal(after("rif", "h8")).stream()
                    .flatMap(second -> after("rif", "h8", second).legal().stream())
                    .map(play -> ((OpeningPosition) play.after()).game().board())
                    .map(board -> Arrays.stream(Symmetry.values())
                            .map(symmetry -> new Diagram(symmetry.of(board), Seat.WHITE).toString())
                            .min(String::compareTo)
                            .orElseThrow())
                    .distinct()
                    .count();
            assertThat(openings).isEqualTo(26);
        }

        @Test
        void hasOnePlayerPutAllThreeStonesAndTheOtherTakeAColour() {
            assertDecides(after("rif"), Seat.BLACK);
            assertDecides(after("rif", "h8"), Seat.BLACK);
            assertDecides(after("rif", "h8", "h9"), Seat.BLACK);
            assertDecides(after("rif", "h8", "h9", "h10"), Seat.WHITE);
            assertThat(legal(after("rif", "h8", "h9", "h10"))).containsExactly("swap", "stay");
        }

        @Test
        void hasBlackOfferTwoPointsAndWhitePickOne() {
            Position fourth = after("rif", "h8", "h9", "h10", "swap");
            assertDecides(fourth, Seat.WHITE);
            assertThat(fourth.legal()).hasSize(222);
            Position offering = Pictures.after(fourth, "a1");
            assertDecides(offering, Seat.BLACK);
            assertThat(offering.legal()).hasSize(221).allMatch(play -> play.move()
                    .startsWith("offer "));
            Position half = Pictures.after(offering, "offer i9");
            assertDecides(half, Seat.BLACK);
            assertThat(half.notation()).isEqualTo(offering.notation());
            Position picking = Pictures.after(half, "offer g9");
            assertDecides(picking, Seat.WHITE);
            assertThat(nextColour(picking)).isEqualTo('b');
            assertThat(legal(picking)).containsExactly("i9", "g9");
            assertRefused(picking, "g8", "one of the offered points: i9, g9");
            assertRefused(picking, "h8", "already holds a black stone");
            Position sixth = Pictures.after(picking, "g9");
            assertDecides(sixth, Seat.WHITE);
            assertThat(sixth.notation()).isEqualTo("15/15/15/15/15/7x7/6xo7/7x7/15/15/15/15/15/15/o14 w");
            assertThat(sixth).isInstanceOf(GomokuPosition.class);
        }
    }

    @Nested
    class OfferedFifths {

        private final Position offering = after("rif", "h8", "h9", "h10", "stay", "h11");

        @Test
        void areWrittenWithOrWithoutTheWord() {
            assertThat(((Ruling.Legal) offering.play("I9")).move()).isEqualTo("offer i9");
            assertThat(offering.play("OFFER i9")).isEqualTo(offering.play("i9"));
        }

        @Test
        void areFreePointsOnTheBoard() {
            assertRefused(offering, "offer h8", "already holds a black stone");
            assertRefused(offering, "offer p1", "not on the board");
            assertRefused(offering, "offer", "a move is a letter");
            assertRefused(offering, "swap", "a move is a letter");
        }

        @Test
        void areNotOfferedTwice() {
            assertRefused(Pictures.after(offering, "offer i9"), "offer i9", "i9 is already offered");
        }

        @Test
        void areNotSymmetricToOneAnother() {
            Position half = Pictures.after(offering, "offer i9");
            assertRefused(half, "offer g9", "g9 is symmetric to i9, which is already offered");
            assertThat(legal(half)).doesNotContain("offer g9", "offer i9").hasSize(221 - 2);
        }

        @Test
        void mayLieOnTheAxisItself() {
            assertThat(legal(Pictures.after(offering, "offer h7"))).hasSize(221 - 1);
        }

        @Test
        void areSymmetricOnlyIfTheColoursAreKept() {
            Position turned = after("rif", "h8", "h9", "i8", "stay", "i9");
            Position half = Pictures.after(turned, "offer g8");
            assertThat(legal(half)).contains("offer j9");
            assertThat(legal(half)).hasSize(221 - 2).doesNotContain("offer j8");
        }

        @Test
        void areSymmetricInAPatternThatIsNotInTheMiddleOfTheBoard() {
            // Black h8 and h7 between white h9 and h6: two axes, one of them between the rows 7 and 8.
            Position middle = after("rif", "h8", "h9", "h7", "stay", "h6");
            Position half = Pictures.after(middle, "offer g8");
            assertThat(legal(half)).doesNotContain("offer g8", "offer i8", "offer g7", "offer i7");
            assertThat(legal(half)).hasSize(221 - 4);
        }

        @Test
        void areNeverSymmetricOnAnAsymmetricBoard() {
            Position crooked = after("rif", "h8", "h9", "h10", "stay", "i9");
            assertThat(legal(Pictures.after(crooked, "offer g9"))).hasSize(221 - 1);
        }
    }

    @Nested
    class Soosorv {

        @Test
        void hasWhiteDeclareOneToEightFifthsWithTheFourthStone() {
            Position declaring = after("soosorv-8", "h8", "h9", "h10", "stay", "a1");
            assertDecides(declaring, Seat.WHITE);
            assertThat(legal(declaring))
                    .containsExactly(
                            "fifths 1",
                            "fifths 2",
                            "fifths 3",
                            "fifths 4",
                            "fifths 5",
                            "fifths 6",
                            "fifths 7",
                            "fifths 8");
            assertRefused(declaring, "fifths 9", "choose one of: fifths 1");
            assertRefused(declaring, "fifths 0", "choose one of: fifths 1");
        }

        @ParameterizedTest
        @ValueSource(strings = {"swap", "stay"})
        void letsTheOtherTakeAColourAgainAndThenBlackOffersAsManyAsDeclared(String choice) {
            Position colour = after("soosorv-8", "h8", "h9", "h10", "swap", "a1", "fifths 3");
            assertDecides(colour, Seat.BLACK);
            assertThat(legal(colour)).containsExactly("swap", "stay");
            Position offering = Pictures.after(colour, choice, "offer b2", "offer c3");
            assertDecides(offering, Seat.BLACK);
            Position picking = Pictures.after(offering, "offer d4");
            assertDecides(picking, Seat.WHITE);
            assertThat(legal(picking)).containsExactly("b2", "c3", "d4");
            assertDecides(Pictures.after(picking, "c3"), Seat.WHITE);
        }

        @Test
        void hasBlackPutASingleFifthAtOnce() {
            Position fifth = after("soosorv-8", "h8", "h9", "h10", "stay", "a1", "fifths 1", "stay");
            assertDecides(fifth, Seat.BLACK);
            assertThat(fifth.legal()).hasSize(221);
            Position sixth = Pictures.after(fifth, "b2");
            assertDecides(sixth, Seat.WHITE);
            assertThat(sixth).isInstanceOf(GomokuPosition.class);
        }
    }

    @Nested
    class Taraguchi {

        @Test
        void letsTheOtherSideTakeTheColourAfterEachStone() {
            Position position = after("taraguchi-10", "h8");
            Seat other = Seat.WHITE;
            for (String stone : List.of("h9", "j8", "k11")) {
                assertDecides(position, other);
                assertThat(legal(position)).containsExactly("swap", "stay");
                position = Pictures.after(position, "stay");
                assertDecides(position, other);
                position = Pictures.after(position, stone);
                other = other.other();
            }
            assertDecides(position, Seat.BLACK);
            assertThat(legal(position)).containsExactly("swap", "stay", "fifths 10");
        }

        @Test
        void growsItsSquare() {
            assertRefused(after("taraguchi-10", "h8", "swap"), "h10", "within the central 3x3");
            assertRefused(after("taraguchi-10", "h8", "swap", "h9", "stay"), "h11", "within the central 5x5");
            Position fourth = after("taraguchi-10", "h8", "swap", "h9", "stay", "h10", "swap");
            assertThat(legal(fourth)).hasSize(49 - 3).contains("e5", "k11");
            assertRefused(fourth, "h12", "the fourth stone must lie within the central 7x7");
        }

        @ParameterizedTest
        @ValueSource(strings = {"swap", "stay"})
        void hasTheFifthWithinTheCentral9x9AndAColourAfterIt(String choice) {
            Position fifth = after("taraguchi-10", "h8", "stay", "h9", "stay", "h10", "stay", "h7", choice);
            assertDecides(fifth, Seat.BLACK);
            assertThat(legal(fifth)).hasSize(81 - 4).contains("d4", "l12");
            assertRefused(fifth, "h13", "the fifth stone must lie within the central 9x9");
            Position colour = Pictures.after(fifth, "d4");
            assertDecides(colour, Seat.WHITE);
            assertThat(legal(colour)).containsExactly("swap", "stay");
            assertDecides(Pictures.after(colour, "swap"), Seat.WHITE);
            assertThat(Pictures.after(colour, "stay")).isInstanceOf(GomokuPosition.class);
        }

        @Test
        void orHasBlackOfferTenAnywhereWithoutAColourAfterIt() {
            Position offering = after("taraguchi-10", "h8", "stay", "h9", "stay", "h10", "stay", "i7", "fifths 10");
            List<String> points = List.of("a1", "o15", "b1", "c1", "d1", "e1", "f1", "g1", "h1", "i1");
            for (String point : points) {
                assertDecides(offering, Seat.BLACK);
                offering = Pictures.after(offering, "offer " + point);
            }
            assertDecides(offering, Seat.WHITE);
            assertThat(legal(offering)).isEqualTo(points);
            assertThat(Pictures.after(offering, "o15")).isInstanceOf(GomokuPosition.class);
        }
    }

    @Nested
    class TheOption {

        private static Setup setUp(Map<String, String> options, String position) {
            return new Gomoku().setUp(options, Optional.ofNullable(position));
        }

        private static void assertRejected(Map<String, String> options, String position, String... words) {
            assertThat(setUp(options, position))
                    .isInstanceOfSatisfying(Setup.Rejected.class, rejected -> assertThat(rejected.detail())
                            .contains(words));
        }

        @Test
        void isInTheOptionsOfTheRoomUnlessItIsFree() {
            assertThat(((Setup.Ready) setUp(Map.of("opening", "swap2"), null)).options())
                    .isEqualTo(Map.of("rule", "freestyle", "size", "15", "opening", "swap2"));
            assertThat(setUp(Map.of("opening", "free"), null)).isEqualTo(setUp(Map.of(), null));
        }

        @ParameterizedTest
        @ValueSource(strings = {"free", "pro", "long-pro", "swap", "swap2"})
        void goesWithEveryRule(String opening) {
            for (Rule rule : Rule.values()) {
                assertThat(setUp(Map.of("rule", rule.label(), "opening", opening), null))
                        .isInstanceOf(Setup.Ready.class);
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"rif", "soosorv-8", "taraguchi-10"})
        void thatIsOneOfRenjusGoesWithRenjuAlone(String opening) {
            assertRejected(
                    Map.of("opening", opening),
                    null,
                    "opening must be one of free, pro, long-pro, swap, swap2 with rule freestyle");
        }

        @Test
        void thatIsUnknownIsRejectedWithThoseThatThereAre() {
            assertRejected(Map.of("opening", "swap3"), null, "opening must be one of", "swap2");
            assertRejected(Map.of("rule", "renju", "opening", "RIF"), null, "rif, soosorv-8, taraguchi-10");
        }

        @ParameterizedTest
        @CsvSource({"pro, 5, 7", "pro, 20, 7", "long-pro, 7, 9", "long-pro, 10, 9"})
        void thatNeedsACentreIsRejectedOnABoardWithoutOneOrTooSmall(String opening, String size, String smallest) {
            assertRejected(
                    Map.of("opening", opening, "size", size),
                    null,
                    "opening " + opening,
                    "odd number from " + smallest);
            assertThat(setUp(Map.of("opening", opening, "size", smallest), null))
                    .isInstanceOf(Setup.Ready.class);
        }

        @Test
        void begetsNoGameFromAPosition() {
            assertRejected(Map.of("opening", "swap"), "5/5/2x2/5/5 w", "opening swap", "position");
            assertThat(setUp(Map.of("opening", "free"), "5/5/2x2/5/5 w")).isInstanceOf(Setup.Ready.class);
        }
    }
}
