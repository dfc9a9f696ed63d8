package org.parlor.game.backgammon;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.parlor.game.Game;
import org.parlor.game.GameRecord;
import org.parlor.game.GameRecord.Step;
import org.parlor.game.RecordFormat;
import org.parlor.game.Seat;

/**
 * Matches as text in two columns, the format of Jellyfish that GNU Backgammon and most sites write. White, GNU Backgammon's player 0,
 * is on the left.
 *
 * <p>Not in the file are the times of the moves, offers to resign that were rejected or not yet answered, and start positions
 * other than a score. The options are tags before the match, {@code ; [Crawford "Off"]}; those that are missing have their
 * usual values. {@code Started} and {@code Ended} are this project's own tags, for the time and for an end that the board does
 * not show.
 */
final class MatFile implements RecordFormat {

    private final Game game;

    MatFile(Game game) {
        this.game = game;
    }

    @Override
    public String extension() {
        return "mat";
    }

    @Override
    public String mediaType() {
        return "text/plain";
    }

    /** {@inheritDoc} A match must start with the opening roll of a game. */
    @Override
    public boolean holds(GameRecord match) {
        BackgammonPosition start = SingleGame.of(game, match).get(0).start();
        Match standing = start.state().match();
        return start.phase() instanceof Opening && standing.isCrawford() == standing.isCrawfordAtFirstSight();
    }

    @Override
    public Reading read(String text) {
        return MatReader.read(game, text);
    }

    @Override
    public String write(GameRecord match) {
        StringBuilder text = new StringBuilder();
        List<SingleGame> games = SingleGame.of(game, match);
        writeTags(text, match);
        text.append(String.format("\n %s point match\n", match.options().get("length")));
        for (int i = 0; i < games.size(); i++) {
            text.append(String.format("\n Game %d\n", i + 1));
            Match standing = games.get(i).start().state().match();
            text.append(String.format(
                    " %-38s%s\n",
                    column(match, Seat.WHITE) + " : " + standing.white(),
                    column(match, Seat.BLACK) + " : " + standing.black()));
            writeGame(text, games.get(i));
        }
        return text.toString();
    }

    private static void writeTags(StringBuilder text, GameRecord match) {
        tag(text, "Site", "Parlor");
        tag(text, "Player 1", name(match, Seat.WHITE));
        tag(text, "Player 2", name(match, Seat.BLACK));
        if (match.startedAt() > 0) {
            Instant start = Instant.ofEpochMilli(match.startedAt());
            tag(
                    text,
                    "EventDate",
                    DateTimeFormatter.ofPattern("uuuu.MM.dd", Locale.ROOT)
                            .withZone(ZoneOffset.UTC)
                            .format(start));
            tag(text, "Started", start.toString());
        }
        tag(text, "Variation", "Backgammon");
        for (String option : List.of("cube", "crawford", "jacoby", "beavers")) {
            Optional.ofNullable(match.options().get(option))
                    .ifPresent(value -> tag(text, capital(option), capital(value)));
        }
        match.outcome().ifPresent(result -> tag(text, "Ended", ToldResult.write(result)));
    }

    private static void tag(StringBuilder text, String name, String value) {
        text.append(String.format("; [%s \"%s\"]\n", name, value));
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    /** A name without what divides the columns: colons, quotes, line ends and two blanks in a row. */
    private static String name(GameRecord match, Seat seat) {
        return match.names()
                .getOrDefault(seat, "")
                .replaceAll("[:\"\\s\\p{Cntrl}]+", " ")
                .strip();
    }

    /** The name over a column; a player without one, whose tag is empty, is called by the seat, as programs want a name there. */
    private static String column(GameRecord match, Seat seat) {
        String name = name(match, seat);
        return name.isEmpty() ? capital(seat.label()) : name;
    }

    private static void writeGame(StringBuilder text, SingleGame single) {
        Columns columns = new Columns();
        Optional<Step.Rolled> open = Optional.empty();
        for (SingleGame.Event event : single.events()) {
            if (event.step() instanceof Step.Rolled rolled) {
                open = Optional.of(rolled);
            } else if (event.step() instanceof Step.Moved moved) {
                Optional<String> cell = cell(event, moved, open);
                cell.ifPresent(words -> columns.add(moved.seat(), words));
                open = cell.isPresent() ? Optional.empty() : open;
            }
        }
        open.ifPresent(rolled -> columns.add(rolled.seat(), dice(rolled)));
        single.end().ifPresent(end -> {
            String points = end.points() == 1 ? "1 point" : end.points() + " points";
            columns.add(end.winner(), " Wins " + points);
        });
        text.append(columns);
    }

    private static String dice(Step.Rolled rolled) {
        return "" + rolled.dice().get(0) + rolled.dice().get(1) + ":";
    }

    private static Optional<String> cell(SingleGame.Event event, Step.Moved moved, Optional<Step.Rolled> thrown) {
        int turned = 2 * event.before().state().cube().value();
        if (event.play().isPresent()) {
            boolean moves = !moved.move().equals(Rolled.PASS);
            return Optional.of(dice(thrown.orElseThrow()) + " " + (moves ? moved.move() : "Cannot Move"));
        }
        return switch (moved.move()) {
            case "double" -> Optional.of(" Doubles => " + turned);
            case "beaver" -> Optional.of(" Doubles => " + 2 * turned);
            case "take" -> Optional.of(" Takes");
            case "drop" -> Optional.of(" Drops");
            default -> Optional.empty();
        };
    }

    /** Rows of two cells. */
    private static final class Columns {

        private final StringBuilder text = new StringBuilder();
        private String left = "";
        private boolean open;
        private int rows;

        void add(Seat seat, String cell) {
            if (seat.equals(Seat.WHITE)) {
                close("");
                left = cell;
                open = true;
            } else {
                open = true;
                close(cell);
            }
        }

        private void close(String right) {
            if (open) {
                rows++;
                text.append(String.format("%3d) %-34s%s", rows, left, right).stripTrailing())
                        .append('\n');
            }
            left = "";
            open = false;
        }

        @Override
        public String toString() {
            close("");
            return text.toString();
        }
    }
}
