package org.parlor.game.gomoku;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.parlor.game.GameRecord;
import org.parlor.game.Position;
import org.parlor.game.RecordFormat;
import org.parlor.game.Ruling;
import org.parlor.game.Seat;
import org.parlor.game.Setup;

/** What holds in every opening, whatever the players decide. */
class OpeningLawsTest {

    /** An opening played by taking the n-th legal move, over and over, until it ends. */
    record Walk(Opening opening, String size, List<Integer> picks) {

        /** The moves with the positions before them; the last one led out of the opening. */
        List<Ply> plies() {
            List<Ply> plies = new ArrayList<>();
            Position position = start();
            for (int i = 0; position instanceof OpeningPosition before; i++) {
                List<Ruling.Legal> legal = before.legal();
                Ruling.Legal move = legal.get(picks.get(i) % legal.size());
                plies.add(new Ply(before, move));
                position = move.after();
            }
            return plies;
        }

        Position start() {
            return Pictures.start(options());
        }

        Map<String, String> options() {
            String rule = opening.suits(Rule.FREESTYLE) ? "freestyle" : "renju";
            return Map.of("opening", opening.label(), "size", size, "rule", rule);
        }
    }

    private record Ply(OpeningPosition before, Ruling.Legal move) {

        Board boardAfter() {
            return board(move.after());
        }
    }

    private static Board board(Position position) {
        return position instanceof OpeningPosition opening
                ? opening.game().board()
                : ((GomokuPosition) position).board();
    }

    @Provide
    Arbitrary<Walk> walks() {
        Arbitrary<List<Integer>> picks =
                Arbitraries.integers().between(0, 100_000).list().ofSize(30);
        Arbitrary<Opening> openings = Arbitraries.of(Opening.class).filter(opening -> opening != Opening.FREE);
        return openings.flatMap(opening -> Combinators.combine(sizes(opening), picks)
                .as((size, choices) -> new Walk(opening, String.valueOf(size), choices)));
    }

    private static Arbitrary<Integer> sizes(Opening opening) {
        return opening.suits(Rule.FREESTYLE)
                ? Arbitraries.integers().between(Board.SMALLEST, Board.LARGEST).filter(opening::fits)
                : Arbitraries.just(15);
    }

    @Property(tries = 300)
    void anOpeningEndsWithThreeToFiveStonesAndWhiteOrBlackToMoveAsUsual(@ForAll("walks") Walk walk) {
        List<Ply> plies = walk.plies();
        GomokuPosition game =
                (GomokuPosition) plies.get(plies.size() - 1).move().after();
        assertThat(game.board().stones()).isBetween(3, 5);
        assertThat(game.outcome()).isEmpty();
        assertThat(game.toMove()).contains(Seat.WHITE);
    }

    @Property(tries = 300)
    void aPointPutsOneStoneOfTheColourWhoseTurnItIsAndAWordPutsNone(@ForAll("walks") Walk walk) {
        for (Ply ply : walk.plies()) {
            Board before = board(ply.before());
            boolean isPoint = ply.move().move().matches("[a-z][0-9]+");
            if (isPoint) {
                Seat colour = before.stones() % 2 == 0 ? Seat.BLACK : Seat.WHITE;
                assertThat(ply.boardAfter())
                        .isEqualTo(before.with(colour, before.point(ply.move().move())));
                assertThat(ply.move().swaps()).isFalse();
            } else {
                assertThat(ply.boardAfter()).isEqualTo(before);
                assertThat(ply.move().swaps()).isEqualTo(ply.move().move().equals("swap"));
            }
        }
    }

    @Property(tries = 40)
    void whatIsListedIsWhatIsAccepted(@ForAll("walks") Walk walk) {
        Set<String> texts = new HashSet<>(List.of("swap", "stay", "put 2 more", "fifths 10", "fifths 0", "pass", ""));
        for (int count = 1; count <= 9; count++) {
            texts.add("fifths " + count);
        }
        Board board = board(walk.start());
        board.empty().mapToObj(board::name).forEach(point -> {
            texts.add(point);
            texts.add("offer " + point);
        });
        for (Ply ply : walk.plies()) {
            Set<Ruling> accepted = new HashSet<>();
            for (String text : texts) {
                if (ply.before().play(text) instanceof Ruling.Legal legal) {
                    accepted.add(legal);
                }
            }
            assertThat(ply.before().legal()).doesNotHaveDuplicates();
            assertThat(new HashSet<Ruling>(ply.before().legal())).isEqualTo(accepted);
        }
    }

    @Property(tries = 200)
    void theSameMovesLeadToTheSamePosition(@ForAll("walks") Walk walk) {
        Position position = walk.start();
        for (Ply ply : walk.plies()) {
            assertThat(position).isEqualTo(ply.before());
            position = ((Ruling.Legal) position.play(ply.move().move())).after();
        }
        assertThat(position).isInstanceOf(GomokuPosition.class);
    }

    @Property(tries = 100)
    void aGameRecordSurvivesTheSmartGameFormat(@ForAll("walks") Walk walk) {
        Gomoku gomoku = new Gomoku();
        List<GameRecord.Step> steps = walk.plies().stream()
                .<GameRecord.Step>map(ply -> new GameRecord.Step.Moved(
                        ply.before().toMove().orElseThrow(), ply.move().move(), 0))
                .toList();
        Setup.Ready ready = (Setup.Ready) gomoku.setUp(walk.options(), Optional.empty());
        GameRecord game = new GameRecord(ready.options(), Optional.empty(), Map.of(), 0, steps, Optional.empty());
        GomokuSgf sgf = new GomokuSgf(gomoku);
        assertThat(sgf.read(sgf.write(game))).isEqualTo(new RecordFormat.Reading.Understood(game));
    }

    @Property(tries = 200)
    void offeredFifthsGiveBoardsThatNoTurnOrMirrorMakesEqual(@ForAll("walks") Walk walk) {
        for (Ply ply : walk.plies()) {
            if (ply.before().steps().get(0) instanceof Pick pick) {
                Board board = board(ply.before());
                Map<Board, String> offers = new HashMap<>();
                for (String point : pick.offered()) {
                    Board after = board.with(Seat.BLACK, board.point(point));
                    for (Symmetry symmetry : Symmetry.values()) {
                        if (symmetry.of(board).equals(board)) {
                            String earlier = offers.putIfAbsent(symmetry.of(after), point);
                            assertThat(earlier).isIn(null, point);
                        }
                    }
                }
            }
        }
    }
}
