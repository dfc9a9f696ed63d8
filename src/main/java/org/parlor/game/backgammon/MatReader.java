package org.parlor.game.backgammon;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parlor.game.BadRecord;
import org.parlor.game.Game;
import org.parlor.game.GameRecord;
import org.parlor.game.RecordFormat.Reading;
import org.parlor.game.Seat;

/** Reads what {@link MatFile} writes, and the dialects of other programs and sites. */
final class MatReader {

    // Patterns that may try no line in many ways: anyone can send a file, and a line can be as long as the file.
    private static final Pattern TAG = Pattern.compile(";\\s*+\\[([^\"\\]]++)\"(.*)\"\\s*+\\]\\s*+");
    private static final Pattern LENGTH = Pattern.compile("\\s*([0-9]{1,4}) point match.*", Pattern.CASE_INSENSITIVE);
    private static final Pattern GAME = Pattern.compile("\\s*Game\\s+[0-9]+\\s*");
    private static final Pattern SCORES =
            Pattern.compile("([^:]*+):\\s*+([0-9]{1,4}+)\\s++([^:]*+):\\s*+([0-9]{1,4}+)\\s*+");
    private static final Pattern ROW = Pattern.compile("\\s*[0-9]+\\)");
    private static final Pattern CELL = Pattern.compile(
            "[1-9][1-9]:|(?:Doubles|Redoubles|Beavers|Raccoons|Takes|Accepts|Drops|Passes|Wins|Losses|Loses|Resigns)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern WINS = Pattern.compile("Wins\\s+([0-9]{1,6})\\b.*", Pattern.CASE_INSENSITIVE);
    private static final long LATEST = 1L << 52;

    private final Game game;
    private final List<String> lines;
    private final Map<String, String> tags = new HashMap<>();
    private final Map<Seat, String> names = new HashMap<>();
    private RecordReplayer match;
    private String length;
    private int line;
    private int rightColumn;

    private MatReader(Game game, List<String> lines) {
        this.game = game;
        this.lines = lines;
    }

    static Reading read(Game game, String text) {
        List<String> lines = text.replace("\uFEFF", "").lines().toList();
        if (lines.stream().noneMatch(line -> LENGTH.matcher(line).matches())) {
            return new Reading.Foreign(
                    "there is no line such as \"5 point match\" in the file, with which a match begins");
        }
        try {
            return new Reading.Understood(new MatReader(game, lines).read());
        } catch (BadRecord bad) {
            return new Reading.Broken(bad.line(), bad.getMessage());
        }
    }

    private GameRecord read() {
        for (String text : lines) {
            line++;
            if (length == null) {
                header(text);
            } else if (GAME.matcher(text).matches()) {
                rightColumn = 0;
            } else if (rightColumn == 0 && !text.isBlank()) {
                begin(text);
            } else {
                cells(text);
            }
        }
        if (match == null) {
            throw new BadRecord(Math.max(1, line), "the file ends before the first game of the match");
        }
        return match.record(
                names, startedAt(), Optional.ofNullable(tags.get("ended")).flatMap(ToldResult::read));
    }

    private void header(String text) {
        Matcher tag = TAG.matcher(text);
        Matcher begin = LENGTH.matcher(text);
        if (tag.matches()) {
            tags.put(tag.group(1).strip().toLowerCase(Locale.ROOT), tag.group(2));
        } else if (begin.matches()) {
            length = begin.group(1);
        }
    }

    /** A game begins: the line of names and points. */
    private void begin(String text) {
        Matcher scores = SCORES.matcher(text);
        if (!scores.matches()) {
            throw new BadRecord(
                    line, "a game must begin with both names and their points, such as \"Ann : 0   Ben : 2\"");
        }
        rightColumn = Math.max(1, scores.start(3));
        int white = Integer.parseInt(scores.group(2));
        int black = Integer.parseInt(scores.group(4));
        if (match == null) {
            name(Seat.WHITE, scores.group(1).strip(), "player 1");
            name(Seat.BLACK, scores.group(3).strip(), "player 2");
            match = new RecordReplayer(game, options(), start(white, black), line);
        }
        Match standing = match.position().state().match();
        if (match.position().outcome().isEmpty() && !(match.position().phase() instanceof Opening)) {
            throw new BadRecord(line, "a game begins, but the one before has no end");
        }
        if (standing.white() != white || standing.black() != black) {
            throw new BadRecord(
                    line,
                    "the points are " + white + " and " + black + ", but by the games before they must be "
                            + standing.white() + " and " + standing.black());
        }
    }

    /** A name over a column stands for nobody if the tag is there and empty. */
    private void name(Seat seat, String name, String tag) {
        if (!name.isBlank() && !tags.getOrDefault(tag, name).isEmpty()) {
            names.put(seat, name);
        }
    }

    private Map<String, String> options() {
        Map<String, String> options = new HashMap<>(Map.of("length", length));
        List<String> own = length.equals("0") ? List.of("cube", "jacoby", "beavers") : List.of("cube", "crawford");
        if (!length.equals("1")) {
            boolean cube = !"off".equalsIgnoreCase(tags.get("cube"));
            own.stream()
                    .filter(option -> tags.containsKey(option) && (cube || option.equals("cube")))
                    .forEach(option -> options.put(option, tags.get(option).toLowerCase(Locale.ROOT)));
        }
        return options;
    }

    /** The start of a match that others began: the opening of a game at this score. */
    private Optional<String> start(int white, int black) {
        if (white == 0 && black == 0) {
            return Optional.empty();
        }
        BackgammonPosition fresh = new RecordReplayer(game, options(), Optional.empty(), line).position();
        Match standing = new Match(fresh.state().match().rules(), black, white, false);
        Match first = new Match(standing.rules(), black, white, standing.isCrawfordAtFirstSight());
        return Optional.of(new BackgammonPosition(MatchState.opening(first), new Opening()).notation());
    }

    private void cells(String text) {
        Matcher row = ROW.matcher(text);
        int from = row.lookingAt() ? row.end() : 0;
        List<MatchResult> cells = new ArrayList<>();
        Matcher cell = CELL.matcher(text);
        while (cell.find(from)) {
            cells.add(cell.toMatchResult());
            from = cell.end();
        }
        if (cells.isEmpty() && !text.substring(row.lookingAt() ? row.end() : 0).isBlank()) {
            throw new BadRecord(line, "this is no throw, no play and no turn of the cube: " + text.strip());
        }
        for (int i = 0; i < cells.size(); i++) {
            int end = i + 1 < cells.size() ? cells.get(i + 1).start() : text.length();
            boolean left = cells.size() > 1 ? i == 0 : 2 * cells.get(i).start() < rightColumn;
            cell(
                    left ? Seat.WHITE : Seat.BLACK,
                    text.substring(cells.get(i).start(), end).strip());
        }
    }

    private void cell(Seat seat, String text) {
        if (text.charAt(2) == ':') {
            match.roll(seat, text.charAt(0) - '0', text.charAt(1) - '0', line);
            play(seat, text.substring(3).strip());
            return;
        }
        switch (text.split("\\b", -1)[0].toLowerCase(Locale.ROOT)) {
            case "doubles", "redoubles", "beavers" ->
                match.move(seat, match.position().phase() instanceof Doubled ? "beaver" : "double", line);
            case "takes", "accepts" -> match.move(seat, "take", line);
            case "drops", "passes" -> match.move(seat, "drop", line);
            case "wins" -> wins(seat, text);
            case "raccoons" -> throw new BadRecord(line, "a beaver can't be doubled again here");
            default -> {
                // "Losses 2 point" says of one column what "Wins" says of the other.
            }
        }
    }

    private void play(Seat seat, String text) {
        if (text.isEmpty() || text.startsWith("????") || text.equalsIgnoreCase("Cannot Move")) {
            // A throw that could not be played, or that somebody resigned after; a play without a choice may be left
            // out.
            match.position().forced().ifPresent(move -> match.move(seat, move, line));
        } else {
            match.move(seat, text, line);
        }
    }

    private void wins(Seat winner, String text) {
        Phase phase = match.position().phase();
        Matcher points = WINS.matcher(text);
        if (!points.matches()) {
            throw new BadRecord(line, "a game must be won by a number of points, such as \"Wins 2 points\"");
        }
        if (phase instanceof Doubled && !phase.turn(match.position().state()).equals(winner)) {
            match.move(winner.other(), "drop", line);
        } else if (!(phase instanceof Opening) && !(phase instanceof Over)) {
            match.resign(winner.other(), Integer.parseInt(points.group(1)), line);
        }
    }

    private long startedAt() {
        DateTimeFormatter day = DateTimeFormatter.ofPattern("uuuu.MM.dd", Locale.ROOT);
        return time("started", Instant::parse)
                .or(() -> time(
                        "eventdate",
                        text -> LocalDate.parse(text, day).atStartOfDay().toInstant(ZoneOffset.UTC)))
                .orElse(0L);
    }

    /** A time that can be read and that this project can have; no file is broken for the lack of one. */
    private Optional<Long> time(String tag, Function<String, Instant> parser) {
        try {
            return Optional.ofNullable(tags.get(tag))
                    .map(parser)
                    .map(Instant::toEpochMilli)
                    .filter(at -> at > 0 && at < LATEST);
        } catch (DateTimeParseException | ArithmeticException e) {
            return Optional.empty();
        }
    }
}
