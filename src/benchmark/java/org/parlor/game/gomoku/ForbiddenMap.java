package org.parlor.game.gomoku;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.parlor.game.Position;
import org.parlor.game.Seat;

/**
 * How long it takes to find every point that Renju forbids on a whole board: the recorded boards in turn, so that the highest
 * percentiles tell of the slowest of them.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class ForbiddenMap {

    private List<Position> boards = List.of();
    private int next;

    /** Reads the boards on which independent referees agree. */
    @Setup
    public void readBoards() throws IOException {
        boards = Recorded.lines("renju_boards.jsonl", Recorded.WholeBoard.class).stream()
                .map(board -> board.rows().stream()
                        .map(String::toLowerCase)
                        .toArray(String[]::new))
                .map(rows -> Pictures.notation(Seat.BLACK, rows))
                .map(position -> Pictures.ready(new Gomoku().setUp(Map.of("rule", "renju"), Optional.of(position))))
                .toList();
    }

    /** The whole map, as {@code legal} answers it. */
    @Benchmark
    public List<String> ofOneBoard() {
        next = (next + 1) % boards.size();
        return boards.get(next).forbidden();
    }
}
