package org.parlor.page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.parlor.game.Seat;

/** Every picture on the page "Rules". In the drawings {@code *} is the point that is played. */
final class RulePictures {

    private RulePictures() {}

    static List<RulePicture> all() {
        return Stream.of(rows(), renju(), openings(), renjuOpenings())
                .flatMap(List::stream)
                .toList();
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

    private static List<RulePicture> openings() {
        return List.of(
                opening("pro", "pro", "black may choose: 200 points", "h8", "i9"),
                opening("long-pro", "long-pro", "black may choose: 176 points", "h8", "i9"),
                opening("swap", "swap", "white may choose: swap, stay", "g9", "j6", "j9"),
                opening("swap2", "swap2", "white may choose: swap, stay, put 2 more", "g9", "j6", "j9"),
                opening(
                        "swap2-more",
                        "swap2",
                        "black may choose: swap, stay",
                        "g9",
                        "j6",
                        "j9",
                        "put 2 more",
                        "h8",
                        "i11"));
    }

    private static List<RulePicture> renjuOpenings() {
        return List.of(
                opening("rif-second", "rif", "black may choose: 8 points", "h8"),
                opening("rif-third", "rif", "black may choose: 23 points", "h8", "i9"),
                opening(
                        "rif-offer",
                        "rif",
                        "white may choose: 2 points",
                        ruled("i9", "j8", "stay", "g7", "offer f8", "offer h10")),
                opening(
                        "symmetric",
                        "rif",
                        "refused: i8 is symmetric to g8, which is already offered; offer another point",
                        ruled("h9", "h10", "stay", "h7", "offer g8", "offer i8")),
                opening(
                        "soosorv-declare",
                        "soosorv-8",
                        "white may choose: "
                                + IntStream.rangeClosed(1, 8)
                                        .mapToObj(n -> "fifths " + n)
                                        .collect(Collectors.joining(", ")),
                        ruled("i9", "j8", "stay", "g7")),
                opening(
                        "taraguchi-fourth",
                        "taraguchi-10",
                        "white may choose: 46 points",
                        ruled("stay", "i9", "stay", "j8", "stay")),
                opening(
                        "taraguchi-choice",
                        "taraguchi-10",
                        "black may choose: swap, stay, fifths 10",
                        ruled("stay", "i9", "stay", "j8", "stay", "g7")),
                opening(
                        "taraguchi-fifth",
                        "taraguchi-10",
                        "black may choose: 77 points",
                        ruled("stay", "i9", "stay", "j8", "stay", "g7", "stay")));
    }

    /** The moves after the first stone in the centre. */
    private static String[] ruled(String... moves) {
        return Stream.concat(Stream.of("h8"), Stream.of(moves)).toArray(String[]::new);
    }

    private static RulePicture opening(String name, String opening, String outcome, String... moves) {
        boolean renju = List.of("rif", "soosorv-8", "taraguchi-10").contains(opening);
        Map<String, String> options = Map.of("rule", renju ? "renju" : "freestyle", "opening", opening);
        return new RulePicture("opening-" + name, options, List.of(), Seat.BLACK, List.of(moves), outcome);
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
