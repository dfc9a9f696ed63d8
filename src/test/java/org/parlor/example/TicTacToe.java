package org.parlor.example;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.parlor.game.Game;
import org.parlor.game.Position;
import org.parlor.game.Result;
import org.parlor.game.Ruling;
import org.parlor.game.Seat;
import org.parlor.game.Setup;

/** Tic-tac-toe. A position is nine signs, row by row from the top: x black, o white, a dot for an empty place. */
public final class TicTacToe implements Game {

    @Override
    public String name() {
        return "tic-tac-toe";
    }

    @Override
    public Setup setUp(Map<String, String> options, Optional<String> position) {
        return options.isEmpty() && position.isEmpty()
                ? new Setup.Ready(options, new Grid("........."))
                : new Setup.Rejected("tic-tac-toe has no options and always starts on an empty grid");
    }

    private record Grid(String signs) implements Position {

        private static final List<String> PLACES = List.of("a3", "b3", "c3", "a2", "b2", "c2", "a1", "b1", "c1");
        private static final List<List<String>> LINES = List.of(
                List.of("a3", "b3", "c3"),
                List.of("a2", "b2", "c2"),
                List.of("a1", "b1", "c1"),
                List.of("a1", "a2", "a3"),
                List.of("b1", "b2", "b3"),
                List.of("c1", "c2", "c3"),
                List.of("a1", "b2", "c3"),
                List.of("a3", "b2", "c1"));

        @Override
        public Optional<Seat> toMove() {
            return result().isPresent()
                    ? Optional.empty()
                    : Optional.of(empty().count() % 2 == 1 ? Seat.BLACK : Seat.WHITE);
        }

        @Override
        public String notation() {
            return signs;
        }

        @Override
        public Ruling play(String move) {
            Seat seat = toMove().orElseThrow(() -> new IllegalStateException("the game is over"));
            if (!PLACES.contains(move)) {
                return new Ruling.Illegal(Ruling.Reason.BAD_MOVE, "a move is a place from a1 to c3, such as b2");
            }
            if (at(move) != '.') {
                return new Ruling.Illegal(Ruling.Reason.OCCUPIED, move + " is taken; choose an empty place");
            }
            StringBuilder after = new StringBuilder(signs);
            after.setCharAt(PLACES.indexOf(move), seat == Seat.BLACK ? 'x' : 'o');
            return new Ruling.Legal(move, new Grid(after.toString()));
        }

        @Override
        public List<Ruling.Legal> legal() {
            return result().isPresent()
                    ? List.of()
                    : empty().map(place -> (Ruling.Legal) play(place)).toList();
        }

        @Override
        public List<String> forbidden() {
            return List.of();
        }

        @Override
        public Optional<Result> result() {
            for (List<String> line : LINES) {
                char sign = at(line.get(0));
                if (sign != '.' && line.stream().allMatch(place -> at(place) == sign)) {
                    return Optional.of(Result.win(sign == 'x' ? Seat.BLACK : Seat.WHITE, "three", line));
                }
            }
            return signs.contains(".") ? Optional.empty() : Optional.of(Result.draw("full-board"));
        }

        private Stream<String> empty() {
            return PLACES.stream().filter(place -> at(place) == '.');
        }

        private char at(String place) {
            return signs.charAt(PLACES.indexOf(place));
        }
    }
}
