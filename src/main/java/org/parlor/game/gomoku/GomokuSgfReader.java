package org.parlor.game.gomoku;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parlor.game.BadRecord;
import org.parlor.game.Game;
import org.parlor.game.GameRecord;
import org.parlor.game.Outcome;
import org.parlor.game.RecordFormat.Reading;
import org.parlor.game.Seat;
import org.parlor.game.sgf.GameInfo;
import org.parlor.game.sgf.SgfNode;
import org.parlor.game.sgf.SgfNode.Property;
import org.parlor.game.sgf.SgfReader;

/** Reads what {@link GomokuSgf} and other programs write: the main line; properties that a game does not need are passed over. */
final class GomokuSgfReader {

    private static final String USUAL_SIZE = "15";
    private static final Pattern SIZE = Pattern.compile("(\\d{1,3})(?::(\\d{1,3}))?");
    private static final Pattern POINT = Pattern.compile("([a-z])([a-z])");
    private static final Pattern POINTS = Pattern.compile("([a-z])([a-z])(?::([a-z])([a-z]))?");
    private static final Pattern RESULT = Pattern.compile("(?i)(?:([BW])\\+(.*)|0|Draw)");

    private final Game game;
    private final List<SgfNode> nodes;
    private final SgfNode root;

    private GomokuSgfReader(Game game, List<SgfNode> nodes) {
        this.game = game;
        this.nodes = nodes;
        this.root = nodes.get(0);
    }

    static Reading read(Game game, String text) {
        if (!SgfReader.recognizes(text)) {
            return new Reading.Foreign("there is no \"(;\" in the file, with which a game begins in this format");
        }
        try {
            GomokuSgfReader reader = new GomokuSgfReader(game, SgfReader.mainLine(text));
            Optional<String> kind = reader.root.find("GM").flatMap(Property::simpleText);
            return kind.isPresent() && !kind.get().equals("4")
                    ? new Reading.Foreign("GM[" + kind.get() + "] is another game; Gomoku and Renju are GM[4]")
                    : new Reading.Understood(reader.read());
        } catch (BadRecord bad) {
            return new Reading.Broken(bad.line(), bad.getMessage());
        }
    }

    private GameRecord read() {
        int size = size();
        int first = 0;
        while (first < nodes.size() && moveIn(nodes.get(first)).isEmpty()) {
            first++;
        }
        Optional<String> start = start(size, nodes.subList(0, first), first);
        RecordReplayer replayer = new RecordReplayer(game, options(size), start, root.line());
        for (SgfNode node : nodes.subList(first, nodes.size())) {
            checkNoSetUp(node);
            moveIn(node).ifPresent(move -> play(replayer, move, size, spent(node)));
        }
        GameInfo info = new GameInfo(root);
        return replayer.record(info.names(), info.startedAt("STARTED"), outcome());
    }

    /** The size of the board, which the rules may still refuse. */
    private int size() {
        Optional<Property> told = root.find("SZ");
        Matcher size = SIZE.matcher(told.flatMap(Property::simpleText).orElse(USUAL_SIZE));
        int line = told.map(Property::line).orElse(root.line());
        if (!size.matches() || (size.group(2) != null && !size.group(2).equals(size.group(1)))) {
            throw new BadRecord(line, "SZ must be the lines of a square board, such as SZ[15]");
        }
        int lines = Integer.parseInt(size.group(1));
        if (lines < Board.SMALLEST || lines > Board.LARGEST) {
            throw new BadRecord(
                    line,
                    "SZ is " + lines + ", but a board has from " + Board.SMALLEST + " to " + Board.LARGEST + " lines");
        }
        return lines;
    }

    private Map<String, String> options(int size) {
        Rule rule = root.find("RU")
                .flatMap(Property::simpleText)
                .flatMap(GomokuSgfReader::rule)
                .orElse(Rule.FREESTYLE);
        Map<String, String> options = RecordReplayer.options(rule, String.valueOf(size));
        root.find("OPTION").map(Property::options).ifPresent(options::putAll);
        return options;
    }

    /** A rule by its label, or Renju in any words; other programs write here what they like. */
    private static Optional<Rule> rule(String words) {
        String label = words.toLowerCase(Locale.ROOT).replace(' ', '-');
        return Rule.of(label).or(() -> label.contains("renju") ? Optional.of(Rule.RENJU) : Optional.empty());
    }

    /** The stones that are set up before the first move, and who makes it; empty if that is the usual start. */
    private Optional<String> start(int size, List<SgfNode> before, int first) {
        Board board = new Board(size);
        Optional<Seat> next = Optional.empty();
        boolean setUp = false;
        for (SgfNode node : before) {
            for (Property property : node.properties()) {
                if (property.name().equals("PL")) {
                    next = seat(property);
                    setUp = true;
                } else if (property.name().equals("AB") || property.name().equals("AW")) {
                    board = with(board, property);
                    setUp = true;
                }
            }
        }
        Optional<Property> move = first < nodes.size() ? moveIn(nodes.get(first)) : Optional.empty();
        if (move.isPresent() && move.get().name().equals("MOVE")) {
            return setUp ? Optional.of(new Diagram(board, next.orElse(Seat.BLACK)).toString()) : Optional.empty();
        }
        Seat mover = next.or(() -> move.flatMap(GomokuSgfReader::colour)).orElse(Seat.BLACK);
        return setUp || mover.equals(Seat.WHITE) ? Optional.of(new Diagram(board, mover).toString()) : Optional.empty();
    }

    private static Optional<Seat> seat(Property property) {
        return switch (property.simpleText().orElse("").toUpperCase(Locale.ROOT)) {
            case "B", "BLACK" -> Optional.of(Seat.BLACK);
            case "W", "WHITE" -> Optional.of(Seat.WHITE);
            default -> throw new BadRecord(property.line(), "PL must be B or W");
        };
    }

    private static Board with(Board board, Property property) {
        Seat colour = property.name().equals("AB") ? Seat.BLACK : Seat.WHITE;
        Board now = board;
        for (String value : property.values()) {
            Matcher points = POINTS.matcher(value.strip());
            if (!points.matches()) {
                throw notOnBoard(property, value, board.size());
            }
            String x = points.group(3) == null ? points.group(1) : points.group(3);
            String y = points.group(4) == null ? points.group(2) : points.group(4);
            for (int row = index(points.group(2)); row <= index(y); row++) {
                for (int column = index(points.group(1)); column <= index(x); column++) {
                    if (Math.max(column, row) >= board.size()) {
                        throw notOnBoard(property, value, board.size());
                    }
                    if (now.at(board.point(column, row)).isPresent()) {
                        throw new BadRecord(property.line(), board.name(board.point(column, row)) + " is set up twice");
                    }
                    now = now.with(colour, board.point(column, row));
                }
            }
        }
        return now;
    }

    /** A choice in the opening may tell which stones came and went; otherwise stones are set up before the first move. */
    private static void checkNoSetUp(SgfNode node) {
        Optional<Property> setUp = node.find("AB").or(() -> node.find("AW")).or(() -> node.find("AE"));
        if (setUp.isPresent() && node.find("MOVE").isEmpty()) {
            throw new BadRecord(setUp.get().line(), "stones can be set up before the first move only");
        }
    }

    /** What a node plays, if anything. */
    private static Optional<Property> moveIn(SgfNode node) {
        return node.find("MOVE").or(() -> node.find("B")).or(() -> node.find("W"));
    }

    private static Optional<Seat> colour(Property move) {
        return move.name().equals("B") ? Optional.of(Seat.BLACK) : Optional.of(Seat.WHITE);
    }

    private static void play(RecordReplayer replayer, Property move, int size, long spent) {
        if (move.name().equals("MOVE")) {
            replayer.play(move.simpleText().orElse(""), spent, move.line());
            return;
        }
        Matcher point = POINT.matcher(move.value().strip());
        if (!point.matches() || Math.max(index(point.group(1)), index(point.group(2))) >= size) {
            throw notOnBoard(move, move.value(), size);
        }
        Seat colour = colour(move).orElseThrow();
        Stone stone = new Stone(colour, index(point.group(1)), index(point.group(2)));
        Optional<Stone> placed = replayer.play(stone.point(size), spent, move.line());
        if (placed.filter(it -> it.colour().equals(colour)).isEmpty()) {
            throw new BadRecord(
                    move.line(),
                    stone.point(size) + " is a " + colour.label() + " stone, but it is the turn of "
                            + colour.other().label());
        }
    }

    private static int index(String letter) {
        return letter.charAt(0) - 'a';
    }

    private static BadRecord notOnBoard(Property property, String value, int size) {
        char last = (char) ('a' + size - 1);
        return new BadRecord(
                property.line(),
                property.name() + "[" + value + "] is no point: a column and a row, each a letter from a to " + last);
    }

    private static long spent(SgfNode node) {
        return node.find("SPENT").stream()
                .flatMap(property -> property.millis().stream())
                .findFirst()
                .orElse(0L);
    }

    private Optional<Outcome> outcome() {
        Matcher result =
                RESULT.matcher(root.find("RE").flatMap(Property::simpleText).orElse(""));
        if (!result.matches()) {
            return Optional.empty();
        }
        if (result.group(1) == null) {
            return Optional.of(Outcome.draw("agreement"));
        }
        Seat winner = result.group(1).equalsIgnoreCase("B") ? Seat.BLACK : Seat.WHITE;
        return Optional.of(Outcome.win(winner, reason(result.group(2)), List.of()));
    }

    private static String reason(String told) {
        return switch (told.toUpperCase(Locale.ROOT)) {
            case "R", "RESIGN" -> "resignation";
            case "T", "TIME" -> "timeout";
            case "F", "FORFEIT" -> "abandonment";
            default -> "recorded";
        };
    }
}
