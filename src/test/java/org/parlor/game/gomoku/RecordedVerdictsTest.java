package org.parlor.game.gomoku;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.parlor.game.Outcome;
import org.parlor.game.Position;
import org.parlor.game.Ruling;
import org.parlor.game.Seat;

class RecordedVerdictsTest {

    static List<Recorded.Point> points() throws IOException {
        return Recorded.lines("renju_forbidden.jsonl", Recorded.Point.class);
    }

    static List<Recorded.WholeBoard> boards() throws IOException {
        return Recorded.lines("renju_boards.jsonl", Recorded.WholeBoard.class);
    }

    static List<Recorded.Play> games() throws IOException {
        return Recorded.lines("gomoku_games.jsonl", Recorded.Play.class);
    }

    static Stream<Recorded.Play> fouledGames() throws IOException {
        return games().stream().filter(game -> game.end().startsWith("foul"));
    }

    @ParameterizedTest
    @MethodSource("points")
    void everyRecordedPointHasItsFoulsOrItsFive(Recorded.Point recorded) {
        Board board = new Board(15);
        for (List<Integer> stone : recorded.black()) {
            board = board.with(Seat.BLACK, board.point(stone.get(0), stone.get(1)));
        }
        for (List<Integer> stone : recorded.white()) {
            board = board.with(Seat.WHITE, board.point(stone.get(0), stone.get(1)));
        }
        int point = board.point(recorded.point().get(0), recorded.point().get(1));
        assertThat(labels(new RenjuForbiddenMoves(board).at(point))).isEqualTo(Set.copyOf(recorded.kinds()));

        Position position = Pictures.ready(
                new Gomoku().setUp(Map.of("rule", "renju"), Optional.of(new Diagram(board, Seat.BLACK).toString())));
        Ruling ruling = position.play(board.name(point));
        assertThat(ruling instanceof Ruling.Illegal).isEqualTo(recorded.forbidden());
        assertThat(position.forbidden().contains(board.name(point))).isEqualTo(recorded.forbidden());
        assertThat(ruling instanceof Ruling.Legal legal
                        && legal.after().outcome().isPresent())
                .isEqualTo(recorded.makes_five());
    }

    @ParameterizedTest
    @MethodSource("boards")
    void everyRecordedBoardHasItsForbiddenPointsAndNoOthers(Recorded.WholeBoard recorded) {
        Board board = Pictures.board(recorded.rows().stream()
                .map(row -> row.toLowerCase(Locale.ROOT))
                .toList());
        Map<Integer, Set<String>> expected = recorded.forbidden().stream()
                .collect(Collectors.toMap(
                        ban -> board.point(ban.p().get(0), ban.p().get(1)), ban -> Set.copyOf(ban.kinds())));
        RenjuForbiddenMoves fouls = new RenjuForbiddenMoves(board);
        Map<Integer, Set<String>> found = new TreeMap<>();
        board.empty().forEach(point -> {
            if (!fouls.at(point).isEmpty()) {
                found.put(point, labels(fouls.at(point)));
            }
        });
        assertThat(found).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("games")
    void everyRecordedGameGoesOnAndEndsPlyByPly(Recorded.Play game) {
        Map<String, String> options = new TreeMap<>(Map.of("rule", game.rule(), "size", "" + game.size()));
        if (game.rule().equals("renju")) {
            options.put("forbidden", "lose");
        }
        Position position = Pictures.start(options);
        StringBuilder results = new StringBuilder();
        for (List<Integer> move : game.moves()) {
            assertThat(position.forbidden().contains(name(game, move)))
                    .isEqualTo(game.end().startsWith("foul")
                            && results.length() == game.moves().size() - 1);
            position = Pictures.after(position, name(game, move));
            results.append(letter(position.outcome()));
        }
        assertThat(results).hasToString(game.result_by_ply());
        assertThat(position.outcome().orElseThrow().reason())
                .isEqualTo(
                        game.end().startsWith("foul") ? "forbidden" : game.end().replace(' ', '-'));
    }

    @ParameterizedTest
    @MethodSource("fouledGames")
    void aFoulThatLostTheGameIsRefusedAtJustThatPly(Recorded.Play game) {
        Position position = Pictures.start(Map.of("rule", "renju"));
        int last = game.moves().size() - 1;
        for (List<Integer> move : game.moves().subList(0, last)) {
            position = Pictures.after(position, name(game, move));
        }
        assertThat(position.play(name(game, game.moves().get(last))))
                .isInstanceOfSatisfying(Ruling.Illegal.class, illegal -> {
                    assertThat(illegal.reason()).isEqualTo(Ruling.Reason.FORBIDDEN);
                    assertThat(illegal.detail()).contains(game.end().replace("foul:", ""));
                });
    }

    private static String name(Recorded.Play game, List<Integer> move) {
        return (char) ('a' + move.get(0)) + "" + (game.size() - move.get(1));
    }

    private static char letter(Optional<Outcome> result) {
        return result.map(end -> end.winner()
                        .map(seat -> seat.equals(Seat.BLACK) ? 'B' : 'W')
                        .orElse('D'))
                .orElse('-');
    }

    private static Set<String> labels(Set<ForbiddenMove> fouls) {
        return fouls.stream().map(ForbiddenMove::label).collect(Collectors.toSet());
    }
}
