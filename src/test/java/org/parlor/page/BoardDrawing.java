package org.parlor.page;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.parlor.game.Outcome;
import org.parlor.game.Position;
import org.parlor.game.Ruling;

/** Draws a Gomoku board as SVG. */
final class BoardDrawing {

    private static final Pattern POINT = Pattern.compile("[a-z][0-9]+");

    /** How a point is written that is offered for the fifth stone. */
    private static final Pattern OFFERED = Pattern.compile("^offer ");

    /** Pixels between two lines. */
    private static final int STEP = 24;

    /** Of larger boards the pictures show only so many lines in the middle. */
    private static final int MOST_LINES = 11;

    private final List<String> rows;
    private final int shown;
    private final int first;
    private final StringBuilder svg = new StringBuilder();

    private BoardDrawing(Position position) {
        this.rows = rows(position.notation().split(" ", 2)[0]);
        this.shown = Math.min(rows.size(), MOST_LINES);
        this.first = (rows.size() - shown) / 2;
    }

    /** The point that a move offers for the fifth stone. */
    static Optional<String> offer(String move) {
        return OFFERED.asPredicate().test(move)
                ? Optional.of(OFFERED.matcher(move).replaceFirst(""))
                : Optional.empty();
    }

    /** Whether a move puts a stone, rather than saying something. */
    static boolean isPoint(String move) {
        return POINT.matcher(move).matches();
    }

    /** The picture: stones, the last one marked, the winning row, a refused move, and where the next stone may not go. */
    static String of(RulePicture picture) {
        Position position = picture.position();
        BoardDrawing drawing = new BoardDrawing(position);
        drawing.open(picture.outcome());
        drawing.lines();
        drawing.stones();
        picture.played().stones().stream().reduce((earlier, later) -> later).ifPresent(drawing::last);
        position.outcome().map(Outcome::line).ifPresent(drawing::row);
        List<String> offered = picture.played().offered();
        drawing.offered(offered);
        if (offered.isEmpty() || picture.refusedMove().isPresent()) {
            drawing.marks(position, picture.refusedMove());
        }
        return drawing.svg.append("</svg>\n").toString();
    }

    /** Crosses where the next stone may not go, or rings where it may if these are fewer; or one cross at a refused move. */
    private void marks(Position position, Optional<String> refused) {
        Set<String> closed = new HashSet<>(position.forbidden());
        Set<String> open = open(position);
        if (refused.isPresent()) {
            closed.add(offer(refused.get()).orElse(refused.get()));
        } else if (!open.isEmpty()) {
            closed.addAll(empty());
            closed.removeAll(open);
        }
        if (closed.size() > open.size() && refused.isEmpty()) {
            mark(open, "<circle cx=\"%d\" cy=\"%d\" r=\"5\" fill=\"none\" stroke=\"#17632a\" stroke-width=\"2\"/>", 0);
        } else {
            mark(closed, "<path d=\"M%d %dl10 10m0 -10l-10 10\" stroke=\"#c22\" stroke-width=\"2\"/>", 5);
        }
    }

    private static Set<String> open(Position position) {
        return position.legal().stream()
                .map(Ruling.Legal::move)
                .filter(BoardDrawing::isPoint)
                .collect(Collectors.toSet());
    }

    private Set<String> empty() {
        Set<String> names = new HashSet<>();
        for (int y = 0; y < rows.size(); y++) {
            for (int x = 0; x < rows.size(); x++) {
                if (rows.get(y).charAt(x) == '.') {
                    names.add((char) ('a' + x) + "" + (rows.size() - y));
                }
            }
        }
        return names;
    }

    private static List<String> rows(String notation) {
        return Pattern.compile("/")
                .splitAsStream(notation)
                .map(row -> Pattern.compile("[0-9]+").matcher(row).replaceAll(gap -> "."
                        .repeat(Integer.parseInt(gap.group()))))
                .toList();
    }

    private void open(String title) {
        int side = (shown + 1) * STEP;
        add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\" role=\"img\">",
                side, side, side, side);
        add("<title>%s</title>", title);
        add("<rect width=\"%d\" height=\"%d\" rx=\"6\" fill=\"#e3b778\"/>", side, side);
    }

    private void lines() {
        int beyond = first > 0 ? STEP / 2 : 0;
        int near = STEP - beyond;
        int far = shown * STEP + beyond;
        StringBuilder path = new StringBuilder();
        for (int i = 1; i <= shown; i++) {
            path.append("M%d %dH%dM%d %dV%d".formatted(near, i * STEP, far, i * STEP, near, far));
        }
        add("<path d=\"%s\" fill=\"none\" stroke=\"#6b4a22\"/>", path);
        for (int i = 1; i <= shown; i++) {
            String style = "text-anchor=\"middle\" font-family=\"sans-serif\" font-size=\"9\" fill=\"#5f421f\"";
            add("<text x=\"%d\" y=\"%d\" %s>%c</text>", i * STEP, (shown + 1) * STEP - 3, style, 'a' + first + i - 1);
            add("<text x=\"6\" y=\"%d\" %s>%d</text>", i * STEP + 3, style, rows.size() - first - i + 1);
        }
    }

    private void stones() {
        for (int y = first; y < first + shown; y++) {
            for (int x = first; x < first + shown; x++) {
                char sign = rows.get(y).charAt(x);
                if (sign != '.') {
                    String name = (char) ('a' + x) + "" + (rows.size() - y);
                    String fill = sign == 'x' ? "#222" : "#fff";
                    add("<circle cx=\"%d\" cy=\"%d\" r=\"11\" fill=\"%s\" stroke=\"#222\"/>", x(name), y(name), fill);
                }
            }
        }
    }

    private void last(String point) {
        add("<circle cx=\"%d\" cy=\"%d\" r=\"4\" fill=\"#d33\"/>", x(point), y(point));
    }

    private void row(List<String> line) {
        if (!line.isEmpty()) {
            String first = line.get(0);
            String end = line.get(line.size() - 1);
            add("<path d=\"M%d %dL%d %d\" stroke=\"#d33\" stroke-width=\"3\"/>", x(first), y(first), x(end), y(end));
        }
    }

    private void mark(Set<String> points, String sign, int back) {
        points.stream().filter(this::isShown).sorted().forEach(point -> add(sign, x(point) - back, y(point) - back));
    }

    private void offered(List<String> points) {
        String style = "text-anchor=\"middle\" font-family=\"sans-serif\" font-size=\"15\" font-weight=\"bold\"";
        for (int i = 0; i < points.size(); i++) {
            String point = points.get(i);
            add("<circle cx=\"%d\" cy=\"%d\" r=\"9\" fill=\"#e3b778\"/>", x(point), y(point));
            add("<text x=\"%d\" y=\"%d\" %s>%c</text>", x(point), y(point) + 5, style, 'A' + i);
        }
    }

    private boolean isShown(String point) {
        int side = (shown + 1) * STEP;
        return x(point) > 0 && x(point) < side && y(point) > 0 && y(point) < side;
    }

    private int x(String point) {
        return (point.charAt(0) - 'a' - first + 1) * STEP;
    }

    private int y(String point) {
        return (rows.size() - Integer.parseInt(point.substring(1)) - first + 1) * STEP;
    }

    private void add(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
