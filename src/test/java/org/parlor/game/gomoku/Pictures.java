package org.parlor.game.gomoku;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.parlor.game.Position;
import org.parlor.game.Ruling;
import org.parlor.game.Seat;
import org.parlor.game.Setup;

/** Boards drawn as text: {@code x} black, {@code o} white, {@code .} empty, rows from the top. */
final class Pictures {

    private Pictures() {}

    /** The first position of a game with these options. */
    static Position start(Map<String, String> options) {
        return ready(new Gomoku().setUp(options, Optional.empty()));
    }

    /** The drawn position under a rule, this seat to move. */
    static Position drawn(String rule, Seat next, String... rows) {
        return ready(new Gomoku().setUp(Map.of("rule", rule), Optional.of(notation(next, rows))));
    }

    /** The stones of a picture. */
    static Board board(List<String> rows) {
        Board board = new Board(rows.size());
        for (int point = 0; point < rows.size() * rows.size(); point++) {
            char sign = rows.get(board.y(point)).charAt(board.x(point));
            if (sign == 'x' || sign == 'o') {
                board = board.with(sign == 'x' ? Seat.BLACK : Seat.WHITE, point);
            }
        }
        return board;
    }

    /** The protocol's text of a picture, any sign but x and o being an empty point. */
    static String notation(Seat next, String... rows) {
        String text = Arrays.stream(rows).map(Pictures::row).collect(Collectors.joining("/"));
        return text + (next.equals(Seat.BLACK) ? " b" : " w");
    }

    private static String row(String row) {
        StringBuilder text = new StringBuilder();
        int gap = 0;
        for (char sign : (row + "$").toCharArray()) {
            boolean stone = sign == 'x' || sign == 'o';
            text.append((stone || sign == '$') && gap > 0 ? String.valueOf(gap) : "")
                    .append(stone ? sign : "");
            gap = stone ? 0 : gap + 1;
        }
        return text.toString();
    }

    /** A picture put on an empty board of 15 lines, its top left corner this far from the board's. */
    static List<String> on15(int left, int top, String... rows) {
        return IntStream.range(0, 15)
                .mapToObj(y -> y < top || y >= top + rows.length
                        ? ".".repeat(15)
                        : ".".repeat(left) + rows[y - top] + ".".repeat(15 - left - rows[y - top].length()))
                .toList();
    }

    /** A board of 15 lines without a five where only h8 is empty, which is an overline for black. */
    static String[] onlyAnOverlineLeft() {
        String twos = "xxoo".repeat(5);
        String[] rows = IntStream.range(0, 15)
                .mapToObj(y -> twos.substring(2 * (y % 2), 2 * (y % 2) + 15))
                .toArray(String[]::new);
        rows[7] = rows[7].substring(0, 3) + "oxxx.xxxo" + rows[7].substring(12);
        return rows;
    }

    /** The position after these moves, which must be legal. */
    static Position after(Position position, String... moves) {
        Position now = position;
        for (String move : moves) {
            Ruling ruling = now.play(move);
            assertThat(ruling).as(move).isInstanceOf(Ruling.Legal.class);
            now = ((Ruling.Legal) ruling).after();
        }
        return now;
    }

    static Position ready(Setup setup) {
        assertThat(setup).isInstanceOf(Setup.Ready.class);
        return ((Setup.Ready) setup).position();
    }
}
