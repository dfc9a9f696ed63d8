package org.parlor.game.backgammon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.parlor.game.Seat;
import org.parlor.game.Seats;

class MoveGeneratorTest {

    static List<Recorded.Throw> kept() throws IOException {
        return Recorded.kept("backgammon_moves.jsonl", Recorded.Throw.class);
    }

    static List<Recorded.Throw> shared() throws IOException {
        return Recorded.shared("backgammon_moves.jsonl", Recorded.Throw.class);
    }

    static boolean isSharedThere() {
        return Recorded.isSharedThere();
    }

    @ParameterizedTest
    @MethodSource("kept")
    void everyRecordedThrowHasItsPlaysAndNoOthers(Recorded.Throw recorded) {
        check(recorded);
    }

    @ParameterizedTest
    @MethodSource("shared")
    @EnabledIf("isSharedThere")
    void everyThrowOfRealMatchesHasItsPlaysAndNoOthers(Recorded.Throw recorded) {
        check(recorded);
    }

    private static void check(Recorded.Throw recorded) {
        for (Seat seat : Seats.BLACK_AND_WHITE.all()) {
            Board board = PositionId.read(recorded.position_id(), seat);
            assertThat(PositionId.write(board, seat)).isEqualTo(recorded.position_id());
            List<Play> plays = List.copyOf(MoveGenerator.of(
                    board, seat, Dice.of(recorded.dice().get(0), recorded.dice().get(1))));
            List<String> reached = plays.isEmpty()
                    ? List.of(recorded.position_id())
                    : plays.stream()
                            .map(play -> PositionId.write(play.after(), seat))
                            .toList();
            assertThat(reached).containsExactlyInAnyOrderElementsOf(recorded.results());
            assertThat(plays).allMatch(play -> play.moves().size() == recorded.dice_used());
            assertThat(plays.stream().map(Play::toString).collect(Collectors.toSet()))
                    .hasSameSizeAs(plays);
        }
    }
}
