package org.parlor.page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.parlor.game.Seat;

/** Every picture on the page "Rules". In the drawings {@code *} is the point that is played. */
final class RulePictures {

    private RulePictures() {}

    static List<RulePicture> all() {
        return Stream.of(rows(), renju()).flatMap(List::stream).toList();
    }

    private static List<RulePicture> rows() {
        String[] four = {"..o......", "....oo...", ".........", "...xxxx*.", "..o......"};
        String[] gap = {"..o......", "....oo...", ".........", ".xxx*xx..", "..o.o...."};
        String[] enclosed = {".........", "....oo...", ".........", ".oxx*xxo.", "........."};
        String[] edge = {".........", "....oo...", ".........", "xx*xxo...", ".o......."};
        String[] six = {".........", "....oo...", "..oo.....", ".oxxx*xxo", "........."};
        return List.of(
                on9("five", "freestyle", four, "black wins: five"),
                on9("freestyle-six", "freestyle", gap, "black wins: five"),
                on9("standard-six", "standard", gap, "white may choose: 70 points"),
                on9("caro-enclosed", "caro", enclosed, "white may choose: 72 points"),
                on9("caro-edge", "caro", edge, "black wins: five"),
                on9("caro-six", "caro", six, "black wins: five"),
                on9("caro-exact-six", "caro-exact", six, "white may choose: 69 points"));
    }

    private static List<RulePicture> renju() {
        String[] fourThree = {"...x..", "...x..", "xxx*o.", "......"};
        String[] five = {".x....", ".x....", "x*xxx.", ".x....", ".x....", ".x...."};
        String[] stopped = {"..o..", "..x..", "..x..", "xx*..", "....."};
        String[] unreal = {"...x..", "...x..", "...x..", ".xx.*.", "....x.", "....x."};
        String[] real = {"......", "......", "...x..", ".xx.*.", "....x.", "....x."};
        return List.of(
                renju("renju-overline", "refused: h8 is forbidden to black: overline", "xxx*xx"),
                renju("renju-double-four", "refused: h8 is forbidden to black: double-four", "x.x*x.x"),
                renju(
                        "renju-double-three",
                        "refused: h8 is forbidden to black: double-three",
                        "..x..",
                        "..x..",
                        "xx*.."),
                renju("renju-four-three", "white may choose: 218 points", fourThree),
                renju("renju-five-first", "black wins: five", five),
                renju("renju-stopped-three", "white may choose: 219 points", stopped),
                renju("renju-real-three", "refused: h8 is forbidden to black: double-three", real),
                renju("renju-unreal-three", "white may choose: 217 points", unreal),
                on15("renju-white-six", Map.of("rule", "renju"), Seat.WHITE, "white wins: five", "ooo*oo"),
                on15(
                        "renju-lose",
                        Map.of("rule", "renju", "forbidden", "lose"),
                        Seat.BLACK,
                        "white wins: forbidden",
                        "xxx*xx"));
    }

    private static RulePicture on9(String name, String rule, String[] drawing, String outcome) {
        return picture(name, Map.of("rule", rule, "size", "9"), Seat.BLACK, framed(9, 0, 2, drawing), outcome);
    }

    private static RulePicture renju(String name, String outcome, String... drawing) {
        return on15(name, Map.of("rule", "renju"), Seat.BLACK, outcome, drawing);
    }

    /** The point that is played comes to lie in the middle of the board. */
    private static RulePicture on15(
            String name, Map<String, String> options, Seat next, String outcome, String... drawing) {
        int y = 0;
        while (drawing[y].indexOf('*') < 0) {
            y++;
        }
        return picture(name, options, next, framed(15, 7 - drawing[y].indexOf('*'), 7 - y, drawing), outcome);
    }

    private static List<String> framed(int size, int left, int top, String... drawing) {
        List<String> rows = new ArrayList<>(Collections.nCopies(size, ".".repeat(size)));
        for (int y = 0; y < drawing.length; y++) {
            rows.set(top + y, (".".repeat(left) + drawing[y] + ".".repeat(size)).substring(0, size));
        }
        return rows;
    }

    private static RulePicture picture(
            String name, Map<String, String> options, Seat next, List<String> rows, String outcome) {
        int point = String.join("", rows).indexOf('*');
        String move = (char) ('a' + point % rows.size()) + "" + (rows.size() - point / rows.size());
        List<String> before = rows.stream().map(row -> row.replace('*', '.')).toList();
        return new RulePicture(name, options, before, next, List.of(move), outcome);
    }
}
