package org.parlor.game.gomoku;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.parlor.game.Game;
import org.parlor.game.Option;
import org.parlor.game.RecordFormat;
import org.parlor.game.Seat;
import org.parlor.game.Seats;
import org.parlor.game.Setup;

/**
 * Five in a row.
 *
 * <table>
 * <caption>Options</caption>
 * <tr><th>option</th><th>values</th><th>if left out</th></tr>
 * <tr><td>{@code rule}</td><td>{@code freestyle}, {@code standard}, {@code caro}, {@code caro-exact}, {@code renju}</td>
 * <td>{@code freestyle}</td></tr>
 * <tr><td>{@code size}</td><td>5 to 22 lines each way, in Renju 15</td>
 * <td>that of the start position, else 15</td></tr>
 * <tr><td>{@code forbidden}</td><td>in Renju alone: a forbidden move is {@code refuse}d or makes black {@code lose}</td>
 * <td>{@code refuse}</td></tr>
 * <tr><td>{@code opening}</td><td>how the game begins: {@code free}, {@code pro}, {@code long-pro}, {@code swap},
 * {@code swap2}, and in Renju {@code rif}, {@code soosorv-8}, {@code taraguchi-10}</td><td>{@code free},
 * which the options of a room do not name</td></tr>
 * </table>
 *
 * <p>A start position may hold any stones and either side may move first, but there must be an empty point and no winning
 * row; the opening is free then. Where Renju's first stone goes is up to the opening.
 */
public final class Gomoku implements Game {

    private static final String USUAL_SIZE = "15";

    @Override
    public String name() {
        return "gomoku";
    }

    @Override
    public List<Option> options() {
        return List.of(
                new Option("rule", labels(Rule.values(), Rule::label), Rule.FREESTYLE.label()),
                Option.number("size", Board.SMALLEST, Board.LARGEST, Integer.parseInt(USUAL_SIZE)),
                new Option("forbidden", labels(Penalty.values(), Penalty::label), Penalty.REFUSE.label()),
                new Option("opening", labels(Opening.values(), Opening::label), Opening.FREE.label()));
    }

    private static <T> List<String> labels(T[] values, Function<T, String> label) {
        return Arrays.stream(values).map(label).toList();
    }

    @Override
    public Setup setUp(Map<String, String> options, Optional<String> position) {
        try {
            return ready(options, position);
        } catch (BadOption bad) {
            return new Setup.Rejected(bad.getMessage());
        }
    }

    @Override
    public List<RecordFormat> formats() {
        return List.of(new GomokuSgf(this), new PiskvorkFile(this));
    }

    private static Setup.Ready ready(Map<String, String> chosen, Optional<String> position) {
        Rule rule = rule(chosen.getOrDefault("rule", Rule.FREESTYLE.label()));
        Optional<Diagram> diagram = position.map(Diagram::parse);
        Map<String, String> options = new TreeMap<>();
        options.put("rule", rule.label());
        options.put("size", diagram.map(d -> String.valueOf(d.board().size())).orElse(USUAL_SIZE));
        if (rule.forbids()) {
            options.put("forbidden", Penalty.REFUSE.label());
        }
        options.put("opening", Opening.FREE.label());
        checkKnown(options.keySet(), chosen.keySet(), rule);
        options.putAll(chosen);
        int size = size(options.get("size"), rule);
        Penalty penalty = penalty(options.getOrDefault("forbidden", Penalty.REFUSE.label()));
        Diagram start = diagram.orElseGet(() -> new Diagram(new Board(size), Seat.BLACK));
        if (start.board().size() != size) {
            throw new BadOption("size is " + size + ", but position has "
                    + start.board().size() + " rows; leave size out or let it be the number of rows");
        }
        Opening opening = opening(options.get("opening"), rule, size, position.isPresent());
        if (opening == Opening.FREE) {
            // Rooms without an opening keep the options that they had before there were any.
            options.remove("opening");
        }
        return new Setup.Ready(options, opening.begin(open(rule, penalty, start)));
    }

    private static Opening opening(String label, Rule rule, int size, boolean hasPosition) {
        List<Opening> suitable =
                Arrays.stream(Opening.values()).filter(each -> each.suits(rule)).toList();
        Opening opening = Opening.of(label)
                .filter(suitable::contains)
                .orElseThrow(() -> new BadOption("opening must be one of "
                        + suitable.stream().map(Opening::label).collect(Collectors.joining(", ")) + " with rule "
                        + rule.label()));
        if (hasPosition && opening != Opening.FREE) {
            throw new BadOption("opening " + label + " begins on an empty board; leave out either it or position");
        }
        if (!opening.fits(size)) {
            throw new BadOption("opening " + label + " needs a board with a centre: size must be an odd number from "
                    + opening.smallest());
        }
        return opening;
    }

    private static void checkKnown(Set<String> known, Set<String> chosen, Rule rule) {
        Set<String> unknown = new TreeSet<>(chosen);
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            throw new BadOption(String.join(", ", unknown) + ": no option of gomoku with rule " + rule.label()
                    + ", which takes " + String.join(", ", known));
        }
    }

    private static Rule rule(String label) {
        return Rule.of(label)
                .orElseThrow(() -> new BadOption("rule must be one of "
                        + Arrays.stream(Rule.values()).map(Rule::label).collect(Collectors.joining(", "))));
    }

    private static int size(String text, Rule rule) {
        IntStream sizes = IntStream.rangeClosed(Board.SMALLEST, Board.LARGEST).filter(rule::fits);
        List<String> values = sizes.mapToObj(String::valueOf).toList();
        if (!values.contains(text)) {
            String first = values.get(0);
            String last = values.get(values.size() - 1);
            throw new BadOption("size, chosen or of the position, must be "
                    + (first.equals(last) ? first : "a number from " + first + " to " + last)
                    + " with rule " + rule.label());
        }
        return Integer.parseInt(text);
    }

    private static Penalty penalty(String label) {
        return Penalty.of(label)
                .orElseThrow(() -> new BadOption("forbidden must be one of "
                        + Arrays.stream(Penalty.values()).map(Penalty::label).collect(Collectors.joining(", "))));
    }

    private static GomokuPosition open(Rule rule, Penalty penalty, Diagram start) {
        Board board = start.board();
        if (board.isFull()) {
            throw new BadOption("position has no empty point left");
        }
        for (Seat seat : Seats.BLACK_AND_WHITE.all()) {
            board.taken(seat)
                    .mapToObj(point -> rule.winningRow(board, seat, point))
                    .flatMap(Optional::stream)
                    .findFirst()
                    .ifPresent(row -> {
                        throw new BadOption("position already holds a win: " + seat.label() + " has "
                                + row.points().stream().map(board::name).collect(Collectors.joining(" ")));
                    });
        }
        return new GomokuPosition(rule, penalty, board, start.next(), Optional.empty());
    }
}
