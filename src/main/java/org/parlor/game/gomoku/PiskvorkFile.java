package org.parlor.game.gomoku;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parlor.game.BadRecord;
import org.parlor.game.Game;
import org.parlor.game.GameRecord;
import org.parlor.game.GameRecord.Step;
import org.parlor.game.Outcome;
import org.parlor.game.Position;
import org.parlor.game.RecordFormat;
import org.parlor.game.Seat;
import org.parlor.game.Seats;
import org.parlor.game.Setup;

/**
 * The {@code .psq} files of Piskvork and of the Gomocup judge.
 *
 * <pre>
 * Piskvorky 15x15, 0:0, 0     size; the strengths of two computer players, 0 for people; which of the two began
 * 8,8,1500                    column and row, both from 1 at the top left, and the milliseconds of the move
 * Ann                         the two players, the first named first
 * Bob
 * -1                          Piskvork's error code
 * 1,renju                     who won: 1 the one who began, 2 the other, 0 nobody; and the tournament, which names the rule
 * </pre>
 *
 * <p>The lines after the moves may be missing. There is no place for choices in the opening, for a start position or for the
 * reason of a result: a start position becomes opening moves if it can, a choice is left out, and a result that the board does not show
 * is {@code recorded}. A file that names no rule is freestyle; in Renju a forbidden move loses.
 *
 * <p>Source: {@code savePsq} and {@code openPsq} in Piskvork's {@code source/game.cpp}; {@code extend_pos} in the judge's
 * {@code server/server.py}.
 */
final class PiskvorkFile implements RecordFormat {

    private static final Pattern HEADER =
            Pattern.compile("Piskvorky\\s+(\\d{1,4})x(\\d{1,4})(\\s*,[^,]*,\\s*1\\s*)?.*");
    private static final Pattern MOVE = Pattern.compile("(\\d{1,4})\\s*,\\s*(\\d{1,4})(?:\\s*,\\s*(-?\\d{1,9}))?");
    private static final Pattern LIKE_A_MOVE = Pattern.compile("-?\\d+\\s*,.*");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+");
    private static final Pattern RESULT = Pattern.compile("([012?])\\s*,\\s*(.*)");
    private static final String NOBODY = "?";

    private final Game game;

    PiskvorkFile(Game game) {
        this.game = game;
    }

    @Override
    public String extension() {
        return "psq";
    }

    @Override
    public String mediaType() {
        return "text/plain";
    }

    /** {@inheritDoc} Its stones must be a game if they are laid one after another, black first. */
    @Override
    public boolean holds(GameRecord record) {
        return moves(record)
                .filter(moves -> read(text(record, moves)) instanceof Reading.Understood)
                .isPresent();
    }

    @Override
    public String write(GameRecord record) {
        return text(record, moves(record).orElseThrow());
    }

    private record Move(Stone stone, long spent) {}

    private static String text(GameRecord record, List<Move> moves) {
        String size = record.options().get("size");
        StringBuilder text = new StringBuilder("Piskvorky " + size + "x" + size + ", 0:0, 0\n");
        for (Move move : moves) {
            Stone stone = move.stone();
            text.append(stone.x() + 1).append(',').append(stone.y() + 1);
            text.append(',').append(move.spent()).append('\n');
        }
        for (Seat seat : Seats.BLACK_AND_WHITE.all()) {
            text.append(name(record.names().get(seat))).append('\n');
        }
        String winner = record.outcome().map(PiskvorkFile::winner).orElse(NOBODY);
        return text + "-1\n" + winner + "," + record.options().get("rule") + "\n";
    }

    /** The stones that are on the board at the end, if they alternate from black. */
    private Optional<List<Move>> moves(GameRecord record) {
        Position now = ((Setup.Ready) game.setUp(record.options(), record.position())).position();
        List<Move> moves = alternating(Stone.of(now));
        long before = 0;
        for (Step step : record.steps()) {
            if (step instanceof Step.Moved moved) {
                Position after = moved.from(now);
                long spent = moved.at() - before;
                Set<Stone> left = new HashSet<>(Stone.of(after));
                moves.removeIf(move -> !left.contains(move.stone()));
                Stone.between(now, after).ifPresent(stone -> moves.add(new Move(stone, spent)));
                before = moved.at();
                now = after;
            }
        }
        boolean alternate = Stone.of(now).size() == moves.size();
        for (int i = 0; i < moves.size(); i++) {
            alternate &= moves.get(i).stone().colour().equals(i % 2 == 0 ? Seat.BLACK : Seat.WHITE);
        }
        return alternate ? Optional.of(moves) : Optional.empty();
    }

    /** The stones of a start position as opening moves, which take no time. */
    private static List<Move> alternating(List<Stone> stones) {
        List<Stone> black =
                stones.stream().filter(it -> it.colour().equals(Seat.BLACK)).toList();
        List<Stone> white =
                stones.stream().filter(it -> it.colour().equals(Seat.WHITE)).toList();
        List<Move> moves = new ArrayList<>();
        for (int i = 0; i < Math.max(black.size(), white.size()); i++) {
            black.stream().skip(i).findFirst().ifPresent(stone -> moves.add(new Move(stone, 0)));
            white.stream().skip(i).findFirst().ifPresent(stone -> moves.add(new Move(stone, 0)));
        }
        return moves;
    }

    /** A name on a line of its own that can't be taken for anything else. */
    private static String name(String name) {
        String line = name == null ? NOBODY : name.replaceAll("\\s", " ").strip();
        return LIKE_A_MOVE.matcher(line).matches() ? line.replace(',', ' ') : line;
    }

    private static String winner(Outcome result) {
        return result.winner().map(seat -> seat.equals(Seat.BLACK) ? "1" : "2").orElse("0");
    }

    @Override
    public Reading read(String text) {
        List<String> lines = text.lines().map(String::strip).toList();
        Matcher header = HEADER.matcher(lines.isEmpty() ? "" : lines.get(0));
        if (!header.matches()) {
            return new Reading.Foreign("the first line does not begin with \"Piskvorky\" and the size of the board");
        }
        try {
            return new Reading.Understood(read(header, lines));
        } catch (BadRecord bad) {
            return new Reading.Broken(bad.line(), bad.getMessage());
        }
    }

    private GameRecord read(Matcher header, List<String> lines) {
        if (!header.group(1).equals(header.group(2))) {
            throw new BadRecord(
                    1, "the board is " + header.group(1) + "x" + header.group(2) + ", but it must be square");
        }
        int end = 1;
        while (end < lines.size()
                && (lines.get(end).isEmpty() || MOVE.matcher(lines.get(end)).matches())) {
            end++;
        }
        checkTrailer(lines, end);
        Trailer trailer = Trailer.of(lines.subList(end, lines.size()), header.group(3) != null);
        int size = Integer.parseInt(header.group(1));
        RecordReplayer replayer =
                new RecordReplayer(game, RecordReplayer.options(trailer.rule(), header.group(1)), Optional.empty(), 1);
        for (int i = 1; i < end; i++) {
            Matcher move = MOVE.matcher(lines.get(i));
            if (move.matches()) {
                replayer.play(point(move, size, i + 1), spent(move), i + 1);
            }
        }
        return replayer.record(trailer.names(), 0, trailer.outcome());
    }

    /** What looks like a move but is none would end the moves without a word. */
    private static void checkTrailer(List<String> lines, int end) {
        for (int i = end; i < lines.size(); i++) {
            boolean late = i > end
                    && lines.get(i).chars().filter(sign -> sign == ',').count() == 2
                    && MOVE.matcher(lines.get(i)).matches();
            if (late || (i == end && LIKE_A_MOVE.matcher(lines.get(i)).matches())) {
                throw new BadRecord(
                        end + 1,
                        "\"" + lines.get(end) + "\" is no move: a column, a row and milliseconds,"
                                + " with commas between them");
            }
        }
    }

    private static String point(Matcher move, int size, int line) {
        int x = Integer.parseInt(move.group(1));
        int y = Integer.parseInt(move.group(2));
        if (x < 1 || y < 1 || x > size || y > size) {
            throw new BadRecord(
                    line, x + "," + y + " is not on the board, whose columns and rows count from 1 to " + size);
        }
        return new Stone(Seat.BLACK, x - 1, y - 1).point(size);
    }

    private static long spent(Matcher move) {
        return move.group(3) == null ? 0 : Math.max(0, Long.parseLong(move.group(3)));
    }

    /** What the lines after the moves tell. */
    private record Trailer(Map<Seat, String> names, Rule rule, Optional<Outcome> outcome) {

        static Trailer of(List<String> lines, boolean secondBegan) {
            List<String> told = lines.stream().filter(line -> !line.isEmpty()).toList();
            boolean named = told.size() > 2
                    || (told.size() == 2 && !NUMBER.matcher(told.get(0)).matches());
            Map<Seat, String> names = new HashMap<>();
            if (named) {
                put(names, secondBegan ? Seat.WHITE : Seat.BLACK, told.get(0));
                put(names, secondBegan ? Seat.BLACK : Seat.WHITE, told.get(1));
            }
            Matcher result =
                    RESULT.matcher(told.stream().skip(named ? 3 : 1).findFirst().orElse(""));
            return result.matches()
                    ? new Trailer(names, rule(result.group(2)), result(result.group(1)))
                    : new Trailer(names, Rule.FREESTYLE, Optional.empty());
        }

        private static void put(Map<Seat, String> names, Seat seat, String name) {
            if (!name.equals(NOBODY)) {
                names.put(seat, name);
            }
        }

        /** The rule by which a tournament is called, such as Freestyle15_1. */
        private static Rule rule(String tournament) {
            String name = tournament.toLowerCase(Locale.ROOT);
            return Arrays.stream(Rule.values())
                    .filter(rule -> name.startsWith(rule.label()))
                    .reduce((one, longer) -> longer)
                    .orElse(Rule.FREESTYLE);
        }

        private static Optional<Outcome> result(String sign) {
            return switch (sign) {
                case "1" -> Optional.of(Outcome.win(Seat.BLACK, "recorded", List.of()));
                case "2" -> Optional.of(Outcome.win(Seat.WHITE, "recorded", List.of()));
                case "0" -> Optional.of(Outcome.draw("agreement"));
                default -> Optional.empty();
            };
        }
    }
}
