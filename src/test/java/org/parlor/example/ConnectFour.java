package org.parlor.example;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.parlor.game.Game;
import org.parlor.game.Outcome;
import org.parlor.game.Position;
import org.parlor.game.Ruling;
import org.parlor.game.Seat;
import org.parlor.game.Setup;

/**
 * Connect Four: seven columns of six places, and a disc falls to the lowest free place of its column. A move is a column, {@code
 * a} to {@code g}. A position is the rows from the top, {@code x} black, {@code o} white, a dot for an empty place, then the
 * side to move.
 */
public final class ConnectFour implements Game {

    private static final String EMPTY = "......./......./......./......./......./.......";

    @Override
    public String name() {
        return "connect-four";
    }

    @Override
    public Setup setUp(Map<String, String> options, Optional<String> position) {
        return options.isEmpty() && position.isEmpty()
                ? new Setup.Ready(options, new Grid(List.of(EMPTY.split("/")), Seat.BLACK))
                : new Setup.Rejected("connect-four has no options and always starts on an empty grid");
    }

    /** The rows from the bottom, so that row 0 is the lowest. */
    private record Grid(List<String> rows, Seat turn) implements Position {

        private static final String COLUMNS = "abcdefg";
        private static final int[][] DIRECTIONS = {{1, 0}, {0, 1}, {1, 1}, {1, -1}};

        @Override
        public List<Seat> due() {
            return outcome().isPresent() ? List.of() : List.of(turn);
        }

        @Override
        public String notation() {
            List<String> fromTheTop = new ArrayList<>();
            rows.forEach(row -> fromTheTop.add(0, row));
            return String.join("/", fromTheTop) + (turn.equals(Seat.BLACK) ? " b" : " w");
        }

        @Override
        public Ruling play(Seat seat, String move) {
            if (outcome().isPresent()) {
                throw new IllegalStateException("the game is over");
            }
            int column = move.length() == 1 ? COLUMNS.indexOf(move) : -1;
            if (column < 0) {
                return new Ruling.Illegal(Ruling.Reason.BAD_MOVE, "a move is a column from a to g");
            }
            List<String> after = new ArrayList<>(rows);
            for (int row = 0; row < rows.size(); row++) {
                if (at(column, row) == '.') {
                    StringBuilder places = new StringBuilder(rows.get(row));
                    places.setCharAt(column, seat.equals(Seat.BLACK) ? 'x' : 'o');
                    after.set(row, places.toString());
                    return new Ruling.Legal(move, new Grid(List.copyOf(after), seat.other()));
                }
            }
            return new Ruling.Illegal(Ruling.Reason.OCCUPIED, "column " + move + " is full; choose another one");
        }

        @Override
        public List<Ruling.Legal> legal(Seat seat) {
            return due().contains(seat)
                    ? Stream.of(COLUMNS.split(""))
                            .map(column -> play(seat, column))
                            .filter(Ruling.Legal.class::isInstance)
                            .map(Ruling.Legal.class::cast)
                            .toList()
                    : List.of();
        }

        @Override
        public Optional<Outcome> outcome() {
            for (int column = 0; column < COLUMNS.length(); column++) {
                for (int row = 0; row < rows.size(); row++) {
                    for (int[] direction : DIRECTIONS) {
                        if (isFour(column, row, direction)) {
                            List<String> line = line(column, row, direction);
                            return Optional.of(Outcome.win(turn.other(), "four", line));
                        }
                    }
                }
            }
            boolean full = rows.get(rows.size() - 1).indexOf('.') < 0;
            return full ? Optional.of(Outcome.draw("full-board")) : Optional.empty();
        }

        private boolean isFour(int column, int row, int[] step) {
            char disc = at(column, row);
            return disc != '.'
                    && at(column + step[0], row + step[1]) == disc
                    && at(column + 2 * step[0], row + 2 * step[1]) == disc
                    && at(column + 3 * step[0], row + 3 * step[1]) == disc;
        }

        private static List<String> line(int column, int row, int[] step) {
            return Stream.of(0, 1, 2, 3)
                    .map(i -> COLUMNS.charAt(column + i * step[0]) + String.valueOf(row + i * step[1] + 1))
                    .toList();
        }

        /** A dot also beyond the edges. */
        private char at(int column, int row) {
            boolean inside = column >= 0 && column < COLUMNS.length() && row >= 0 && row < rows.size();
            return inside ? rows.get(row).charAt(column) : '.';
        }
    }
}
