package org.parlor.game.gomoku;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.parlor.game.Position;
import org.parlor.game.Ruling;
import org.parlor.game.Seat;
import org.parlor.game.Setup;

class RenjuLawsTest {

    @Property(tries = 2000)
    void everyFoulFollowsTheWordsOfTheRules(@ForAll("boards") List<String> rows) {
        Board board = Pictures.board(rows);
        RenjuForbiddenMoves fouls = new RenjuForbiddenMoves(board);
        LiteralRenju literal = new LiteralRenju(rows);
        board.empty().forEach(point -> assertThat(fouls.at(point))
                .as(board.name(point))
                .isEqualTo(literal.at(board.x(point), board.y(point))));
    }

    @Property(tries = 500)
    void turningAndMirroringTheBoardChangesNoFoul(@ForAll("boards") List<String> rows) {
        Board board = Pictures.board(rows);
        for (Symmetry symmetry : Symmetry.values()) {
            Board turned = symmetry.of(board);
            RenjuForbiddenMoves fouls = new RenjuForbiddenMoves(board);
            RenjuForbiddenMoves turnedFouls = new RenjuForbiddenMoves(turned);
            board.empty().forEach(point -> assertThat(turnedFouls.at(symmetry.of(board, point)))
                    .as("%s of %s", symmetry, board.name(point))
                    .isEqualTo(fouls.at(point)));
        }
    }

    @Property(tries = 500)
    void noForbiddenPointCompletesAnExactFive(@ForAll("boards") List<String> rows) {
        Board board = Pictures.board(rows);
        RenjuForbiddenMoves fouls = new RenjuForbiddenMoves(board);
        board.empty().filter(point -> !fouls.at(point).isEmpty()).forEach(point -> assertThat(
                        Rule.RENJU.winningRow(board.with(Seat.BLACK, point), Seat.BLACK, point))
                .as(board.name(point))
                .isEmpty());
    }

    @Property(tries = 300)
    void everyEmptyPointIsEitherLegalOrForbidden(@ForAll("boards") List<String> rows) {
        String start = Pictures.notation(Seat.BLACK, rows.toArray(String[]::new));
        if (new Gomoku().setUp(Map.of("rule", "renju"), Optional.of(start)) instanceof Setup.Ready ready) {
            Position position = ready.position();
            List<String> points = new ArrayList<>(position.forbidden());
            position.legal().stream().map(Ruling.Legal::move).forEach(points::add);
            Board board = Pictures.board(rows);
            assertThat(points)
                    .containsExactlyInAnyOrderElementsOf(
                            board.empty().mapToObj(board::name).toList());
            assertThat(position.forbidden()).allSatisfy(move -> assertThat(position.play(move))
                    .isInstanceOfSatisfying(Ruling.Illegal.class, illegal -> assertThat(illegal.reason())
                            .isEqualTo(Ruling.Reason.FORBIDDEN)));
        }
    }

    @Property(tries = 200)
    void whiteIsNeverForbiddenAnything(@ForAll("boards") List<String> rows) {
        Board board = Pictures.board(rows);
        board.empty()
                .forEach(point -> assertThat(Rule.RENJU.fouls(board, Seat.WHITE).at(point))
                        .isEqualTo(Set.of()));
    }

    /** A crowd of stones, mostly black, somewhere on a board of 15 lines, often against an edge. */
    @Provide
    Arbitrary<List<String>> boards() {
        return Arbitraries.integers().between(5, 9).flatMap(side -> {
            Arbitrary<Integer> corner = Arbitraries.integers().between(0, 15 - side);
            Arbitrary<Character> sign = Arbitraries.frequency(Tuple.of(11, '.'), Tuple.of(7, 'x'), Tuple.of(1, 'o'));
            Arbitrary<List<String>> picture = sign.array(Character[].class)
                    .ofSize(side * side)
                    .map(signs -> IntStream.range(0, side)
                            .mapToObj(y -> IntStream.range(y * side, y * side + side)
                                    .mapToObj(i -> signs[i].toString())
                                    .reduce("", String::concat))
                            .toList());
            return Combinators.combine(corner, corner, picture)
                    .as((left, top, rows) -> Pictures.on15(left, top, rows.toArray(String[]::new)));
        });
    }
}
