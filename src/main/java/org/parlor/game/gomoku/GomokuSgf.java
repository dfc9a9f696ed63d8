package org.parlor.game.gomoku;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.parlor.game.Game;
import org.parlor.game.GameRecord;
import org.parlor.game.GameRecord.Step;
import org.parlor.game.Outcome;
import org.parlor.game.Position;
import org.parlor.game.RecordFormat;
import org.parlor.game.Seat;
import org.parlor.game.Seats;
import org.parlor.game.Setup;
import org.parlor.game.sgf.SgfWriter;

/**
 * Gomoku and Renju in the Smart Game Format: game 4 of format 4. A point is two letters, the column from the left and the row
 * from the top, both from {@code a}.
 *
 * <table>
 * <caption>Properties, besides the standard ones with their usual meaning</caption>
 * <tr><th>property</th><th>holds</th><th>if missing</th></tr>
 * <tr><td>{@code RU}</td><td>the rule, as the option has it</td><td>freestyle</td></tr>
 * <tr><td>{@code RE}</td><td>+R is by resignation, +T on time, +F by abandonment; a plain + is what the board shows, or else
 * a result that is only recorded; a draw that the board does not show was agreed on</td><td>that of the board</td></tr>
 * <tr><td>{@code OPTION}</td><td>each further option of the room and its value, with a colon between</td><td>the usual value; in Renju a forbidden move loses</td></tr>
 * <tr><td>{@code STARTED}</td><td>when the game began, ISO 8601</td><td>the day in {@code DT}</td></tr>
 * <tr><td>{@code SPENT}</td><td>seconds since the move before</td><td>0</td></tr>
 * <tr><td>{@code MOVE}</td><td>a move that is no stone, such as a choice in the opening</td><td>the node's stone is the
 * move</td></tr>
 * </table>
 *
 * <p>Sources: www.red-bean.com/sgf/sgf4.html, www.red-bean.com/sgf/properties.html. The last four properties are this
 * project's own, as the format allows; other programs pass over them.
 */
final class GomokuSgf implements RecordFormat {

    private final Game game;

    GomokuSgf(Game game) {
        this.game = game;
    }

    @Override
    public String extension() {
        return "sgf";
    }

    @Override
    public String mediaType() {
        return "application/x-go-sgf";
    }

    @Override
    public Reading read(String text) {
        return GomokuSgfReader.read(game, text);
    }

    @Override
    public String write(GameRecord record) {
        Position position = ((Setup.Ready) game.setUp(record.options(), record.position())).position();
        SgfWriter file = new SgfWriter().node();
        writeRoot(file, record);
        if (record.position().isPresent()) {
            writeSetUp(file, Diagram.parse(position.notation()));
        }
        int size = Integer.parseInt(record.options().get("size"));
        long before = 0;
        for (Step step : record.steps()) {
            if (step instanceof Step.Moved moved) {
                Position after = moved.from(position);
                writeMove(file.node(), moved, position, after, size);
                if (moved.at() > before) {
                    file.with("SPENT", seconds(moved.at() - before));
                }
                before = moved.at();
                position = after;
            }
        }
        return file.toString();
    }

    private static void writeRoot(SgfWriter file, GameRecord record) {
        Map<String, String> options = new TreeMap<>(record.options());
        file.with("FF", "4").with("GM", "4").with("CA", "UTF-8").with("AP", "Parlor");
        file.with("SZ", options.remove("size")).with("RU", options.remove("rule"));
        file.with(
                "OPTION",
                options.entrySet().stream()
                        .map(option -> option.getKey() + ":" + option.getValue())
                        .toList());
        file.with("PB", names(record, Seat.BLACK)).with("PW", names(record, Seat.WHITE));
        if (record.startedAt() > 0) {
            Instant start = Instant.ofEpochMilli(record.startedAt());
            file.with("DT", start.atOffset(ZoneOffset.UTC).toLocalDate().toString());
            file.with("STARTED", start.toString());
        }
        record.outcome().ifPresent(result -> file.with("RE", words(result)));
    }

    private static List<String> names(GameRecord record, Seat seat) {
        return record.names().containsKey(seat) ? List.of(record.names().get(seat)) : List.of();
    }

    private static String words(Outcome result) {
        if (result.winner().isEmpty()) {
            return "Draw";
        }
        return letter(result.winner().get())
                + switch (result.reason()) {
                    case "resignation" -> "+R";
                    case "timeout" -> "+T";
                    case "abandonment" -> "+F";
                    default -> "+";
                };
    }

    private static void writeSetUp(SgfWriter file, Diagram diagram) {
        List<Stone> stones = Stone.of(diagram.board());
        for (Seat colour : Seats.BLACK_AND_WHITE.all()) {
            List<String> points = stones.stream()
                    .filter(stone -> stone.colour().equals(colour))
                    .map(GomokuSgf::point)
                    .toList();
            file.with("A" + letter(colour), points);
        }
        file.with("PL", letter(diagram.next()));
    }

    private static void writeMove(SgfWriter file, Step.Moved moved, Position before, Position after, int size) {
        Stone.between(before, after)
                .filter(stone -> stone.point(size).equals(moved.move()))
                .ifPresentOrElse(stone -> file.with(letter(stone.colour()), point(stone)), () -> {
                    // Viewers that know nothing of choices show the words, and the stones that came or went.
                    file.with("MOVE", moved.move()).with("C", moved.seat().label() + ": " + moved.move());
                    writeChanges(file, before, after);
                });
    }

    private static void writeChanges(SgfWriter file, Position before, Position after) {
        List<Stone> were = Stone.of(before);
        List<Stone> are = Stone.of(after);
        for (Seat colour : Seats.BLACK_AND_WHITE.all()) {
            List<String> added = are.stream()
                    .filter(stone -> stone.colour().equals(colour) && !were.contains(stone))
                    .map(GomokuSgf::point)
                    .toList();
            file.with("A" + letter(colour), added);
        }
        file.with(
                "AE",
                were.stream()
                        .filter(stone -> !are.contains(stone))
                        .map(GomokuSgf::point)
                        .toList());
    }

    private static String point(Stone stone) {
        return "" + (char) ('a' + stone.x()) + (char) ('a' + stone.y());
    }

    /** {@code B} or {@code W}. */
    static String letter(Seat seat) {
        return seat.equals(Seat.BLACK) ? "B" : "W";
    }

    private static String seconds(long millis) {
        return millis / 1000 + "." + String.format("%03d", millis % 1000);
    }
}
