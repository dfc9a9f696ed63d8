package org.parlor.game.backgammon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.parlor.game.Position;
import org.parlor.game.Ruling;
import org.parlor.game.Seat;

/** What holds in every position of every match. */
class BackgammonLawsTest {

    /** A match by these options, in which this seed decides the dice and what is played. */
    record Story(Map<String, String> options, long seed) {

        List<Position> positions() {
            return RandomMatch.play(options, new Random(seed), 400);
        }
    }

    @Provide
    Arbitrary<Story> stories() {
        Arbitrary<Map<String, String>> options = Arbitraries.of(
                Map.of(),
                Map.of("length", "2"),
                Map.of("length", "3"),
                Map.of("length", "7"),
                Map.of("length", "5", "crawford", "off"),
                Map.of("length", "0"),
                Map.of("length", "0", "beavers", "on", "jacoby", "off"),
                Map.of("length", "3", "cube", "off"));
        return Combinators.combine(options, Arbitraries.longs()).as(Story::new);
    }

    @Provide
    Arbitrary<Board> boards() {
        return Arbitraries.longs().map(seed -> RandomMatch.board(new Random(seed)));
    }

    @Property(tries = 60)
    void everyPositionIsReadAsItIsWrittenAndGoesOnAsItWould(@ForAll("stories") Story story) {
        for (Position position : story.positions()) {
            if (position.outcome().isEmpty()) {
                Position read = MatchStates.start(story.options(), Optional.of(position.notation()));
                assertThat(read.notation()).isEqualTo(position.notation());
                assertThat(read.toMove()).isEqualTo(position.toMove());
                boolean chosen = position.roll().isPresent() && read.roll().isEmpty();
                assertThat(chosen ? MatchStates.after(read, "roll") : read).isEqualTo(position);
            }
        }
    }

    @Property(tries = 60)
    void whatIsLegalIsPlayedAndEachPositionIsReachedOnce(@ForAll("stories") Story story) {
        for (Position position : story.positions()) {
            List<Ruling.Legal> legal = position.legal();
            assertThat(legal).allMatch(move -> position.play(move.move()).equals(move));
            if (position.roll().isEmpty() && position.outcome().isEmpty()) {
                assertThat(legal).isNotEmpty();
                assertThat(legal).extracting(Ruling.Legal::move).doesNotHaveDuplicates();
                // Plays that win a game of a match all lead to the start of the next one.
                assertThat(legal)
                        .filteredOn(move -> !isStart(move.after()))
                        .extracting(Ruling.Legal::after)
                        .doesNotHaveDuplicates();
                assertThat(position.forced().isPresent())
                        .isEqualTo(legal.size() == 1 && ((BackgammonPosition) position).phase() instanceof Rolled);
            } else {
                assertThat(legal).isEmpty();
                assertThat(position.forced()).isEmpty();
            }
        }
    }

    private static boolean isStart(Position position) {
        return ((BackgammonPosition) position).phase() instanceof Opening;
    }

    @Property(tries = 60)
    void scoresOnlyGrowAndTheMatchEndsWithWhoeverHasThePoints(@ForAll("stories") Story story) {
        Match before = null;
        for (Position position : story.positions()) {
            Match match = ((BackgammonPosition) position).state().match();
            if (before != null) {
                assertThat(match.black()).isGreaterThanOrEqualTo(before.black());
                assertThat(match.white()).isGreaterThanOrEqualTo(before.white());
                assertThat(match.black() + match.white() - before.black() - before.white())
                        .isGreaterThanOrEqualTo(0);
            }
            if (!match.rules().isMoney()) {
                assertThat(match.isWon()).isEqualTo(position.outcome().isPresent());
            }
            before = match;
        }
    }

    @Property(tries = 300)
    void playsMoveTheirOwnCheckersByTheDiceAndNoneIsLost(
            @ForAll("boards") Board board,
            @ForAll @IntRange(min = 1, max = 6) int one,
            @ForAll @IntRange(min = 1, max = 6) int other) {
        Dice dice = Dice.of(one, other);
        for (Play play : MoveGenerator.of(board, Seat.BLACK, dice)) {
            assertThat(checkers(play.after(), Seat.BLACK)).isEqualTo(Board.CHECKERS);
            assertThat(checkers(play.after(), Seat.WHITE)).isEqualTo(Board.CHECKERS);
            int moved = pips(board, Seat.BLACK) - pips(play.after(), Seat.BLACK);
            int most = dice.numbers().subList(0, play.moves().size()).stream()
                    .mapToInt(Integer::intValue)
                    .sum();
            assertThat(moved).isPositive().isLessThanOrEqualTo(most);
            assertThat(play.after().at(Seat.WHITE, Board.BAR) - board.at(Seat.WHITE, Board.BAR))
                    .isEqualTo(play.hits().size());
            for (int point = 1; point < Board.BAR; point++) {
                assertThat(play.after().at(Seat.BLACK, point) * play.after().at(Seat.WHITE, Board.BAR - point))
                        .isZero();
            }
        }
    }

    @Property(tries = 300)
    void noOrderOfTheDiceUsesMoreOfThemThanAPlayDoes(
            @ForAll("boards") Board board,
            @ForAll @IntRange(min = 1, max = 6) int one,
            @ForAll @IntRange(min = 1, max = 6) int other) {
        Dice dice = Dice.of(one, other);
        int most = most(board, dice.numbers());
        assertThat(MoveGenerator.of(board, Seat.WHITE, dice))
                .allMatch(play -> play.moves().size() == most);
        assertThat(MoveGenerator.of(board, Seat.WHITE, dice).isEmpty()).isEqualTo(most == 0);
    }

    /** How many of the numbers white can use, found by trying everything. */
    private static int most(Board board, List<Integer> numbers) {
        int most = 0;
        for (int number : new HashSet<>(numbers)) {
            List<Integer> rest = new ArrayList<>(numbers);
            rest.remove((Integer) number);
            for (int from = 1; from <= Board.BAR; from++) {
                int start = from;
                var to = MoveGenerator.target(board, Seat.WHITE, from, number);
                if (to.isPresent()) {
                    Board after = board.after(Seat.WHITE, new CheckerMove(start, to.getAsInt()));
                    most = Math.max(most, 1 + most(after, rest));
                }
            }
        }
        return most;
    }

    @Property(tries = 300)
    void bothSeatsHaveTheSamePlaysInTheSamePlace(
            @ForAll("boards") Board board,
            @ForAll @IntRange(min = 1, max = 6) int one,
            @ForAll @IntRange(min = 1, max = 6) int other) {
        Board mirrored = PositionId.read(PositionId.write(board, Seat.BLACK), Seat.WHITE);
        assertThat(texts(MoveGenerator.of(mirrored, Seat.WHITE, Dice.of(one, other))))
                .isEqualTo(texts(MoveGenerator.of(board, Seat.BLACK, Dice.of(one, other))));
    }

    private static List<String> texts(Iterable<Play> plays) {
        List<String> texts = new ArrayList<>();
        plays.forEach(play -> texts.add(play.toString()));
        return texts;
    }

    @Property(tries = 300)
    void everyPlayIsUnderstoodAsItIsWrittenAndStepByStep(
            @ForAll("boards") Board board,
            @ForAll @IntRange(min = 1, max = 6) int one,
            @ForAll @IntRange(min = 1, max = 6) int other) {
        MatchState state =
                new MatchState(Match.start(new Rules(0, true, false, true, false)), board, Cube.CENTRED, Seat.BLACK);
        BackgammonPosition position = new BackgammonPosition(state, new Rolled(Dice.of(one, other)));
        for (Play play : MoveGenerator.of(board, Seat.BLACK, Dice.of(one, other))) {
            String canonical = play.toString();
            assertThat(MatchStates.legal(position, canonical).move()).isEqualTo(canonical);
            List<String> steps = new ArrayList<>();
            for (CheckerMove move : play.moves()) {
                steps.add(0, move.from() + "/" + move.to() + (play.hits().contains(move.to()) ? "*" : ""));
            }
            assertThat(MatchStates.legal(position, String.join(" ", steps)).move())
                    .isEqualTo(canonical);
        }
    }

    @Property
    void anyTextIsJudgedWithoutAnError(@ForAll String text, @ForAll("boards") Board board) {
        MatchState state =
                new MatchState(Match.start(new Rules(0, true, false, true, false)), board, Cube.CENTRED, Seat.BLACK);
        for (Phase phase : List.of(new BeforeRoll(false), new Rolled(new Dice(4, 2)), new Doubled(false))) {
            assertThat(new BackgammonPosition(state, phase).play(text)).isNotNull();
        }
        assertThat(new Backgammon().setUp(Map.of(), Optional.of(text))).isNotNull();
    }

    private static int checkers(Board board, Seat seat) {
        int sum = 0;
        for (int point = 0; point <= Board.BAR; point++) {
            assertThat(board.at(seat, point)).isNotNegative();
            sum += board.at(seat, point);
        }
        return sum;
    }

    private static int pips(Board board, Seat seat) {
        int sum = 0;
        for (int point = 1; point <= Board.BAR; point++) {
            sum += point * board.at(seat, point);
        }
        return sum;
    }
}
