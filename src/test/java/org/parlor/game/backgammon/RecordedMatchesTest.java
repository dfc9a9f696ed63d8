package org.parlor.game.backgammon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.parlor.game.Position;
import org.parlor.game.Ruling;
import org.parlor.game.Seat;

@EnabledIf("isSharedThere")
class RecordedMatchesTest {

    static boolean isSharedThere() {
        return Recorded.isSharedThere();
    }

    static List<Recorded.Match> matches() throws IOException {
        return Recorded.shared("backgammon_matches.jsonl", Recorded.Match.class);
    }

    @ParameterizedTest
    @MethodSource("matches")
    void everyRecordedMatchReplaysWithItsPositionsAndItsScore(Recorded.Match match) {
        Position position = MatchStates.start(Map.of("length", String.valueOf(match.length())), Optional.empty());
        for (Recorded.Game game : match.games()) {
            Match standing = ((BackgammonPosition) position).state().match();
            assertThat(List.of(standing.white(), standing.black())).isEqualTo(game.start_score());
            assertThat(standing.isCrawford()).isEqualTo(game.crawford());
            for (Recorded.Action action : game.actions()) {
                position = act(position, action);
            }
            if (game.end().equals("resign")) {
                Victory victory = Victory.of(game.gnubg_points() / game.cube()).orElseThrow();
                position = MatchStates.after(position, "resign " + victory.label());
                position = MatchStates.after(position, "accept");
            }
        }
        Match standing = ((BackgammonPosition) position).state().match();
        assertThat(List.of(standing.white(), standing.black()))
                .isEqualTo(match.final_score().stream()
                        .map(points -> Math.min(points, match.length()))
                        .toList());
        assertThat(position.outcome().isPresent()).isEqualTo(standing.isWon());
    }

    private static Position act(Position position, Recorded.Action action) {
        if (!action.a().equals("move")) {
            assertThat(position.toMove()).contains(seat(action));
            return MatchStates.after(position, action.a());
        }
        Position rolled = MatchStates.rolled(position, seat(action), action.dice());
        assertThat(rolled.notation()).startsWith(action.before());
        String play = action.moves().stream()
                .map(move -> move.get(0) + "/" + move.get(1))
                .collect(Collectors.joining(" "));
        Ruling.Legal legal = MatchStates.legal(rolled, play.isEmpty() ? Rolled.PASS : play);
        assertThat(rolled.legal()).contains(legal);
        Board board = ((BackgammonPosition) legal.after()).state().board();
        if (!board.equals(Board.start())) {
            assertThat(PositionId.write(board, seat(action))).isEqualTo(action.after());
        }
        return legal.after();
    }

    private static Seat seat(Recorded.Action action) {
        return action.p() == 0 ? Seat.WHITE : Seat.BLACK;
    }
}
