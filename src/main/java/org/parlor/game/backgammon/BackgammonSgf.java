package org.parlor.game.backgammon;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parlor.game.Game;
import org.parlor.game.GameRecord;
import org.parlor.game.RecordFormat;
import org.parlor.game.Seat;
import org.parlor.game.Seats;
import org.parlor.game.sgf.SgfWriter;

/**
 * Backgammon in the Smart Game Format: game 6 of format 4, a game tree for each game of the match. A node is a throw and its play,
 * such as {@code W[31hefe]}, or a turn of the cube. Points are letters from {@code a}, white's 1 and black's 24, to {@code x};
 * the bar is {@code y} and off is {@code z}.
 *
 * <table>
 * <caption>Properties, besides the standard ones with their usual meaning</caption>
 * <tr><th>property</th><th>holds</th><th>if missing</th></tr>
 * <tr><td>{@code RU}</td><td>{@code Crawford}, {@code CrawfordGame}, {@code Jacoby} and {@code NoCube}, with colons
 * between</td><td>none of them</td></tr>
 * <tr><td>{@code XO}</td><td>each option of the room and its value, with a colon between</td><td>what {@code MI} and
 * {@code RU} say, and beavers are allowed</td></tr>
 * <tr><td>{@code XP}</td><td>where the match started</td><td>the board, cube and dice that are set up</td></tr>
 * <tr><td>{@code XR}</td><td>the seat and what it offers to resign, or how it answers: {@code B:gammon},
 * {@code W:reject}</td><td>an R in {@code RE} is a resignation that was accepted</td></tr>
 * <tr><td>{@code XE}</td><td>an end that the board does not show</td><td>the match goes on</td></tr>
 * <tr><td>{@code XS}</td><td>when the match began, ISO 8601</td><td>the day in {@code DT}</td></tr>
 * <tr><td>{@code XT}</td><td>seconds since the step before; two values if there is a throw and a play</td><td>0</td></tr>
 * </table>
 *
 * <p>Sources: www.red-bean.com/sgf/backgammon.html; what GNU Backgammon writes, which counts games from 0 and has
 * {@code NoCube}. {@code XO} and the properties below it are this project's own, as the format allows; other programs pass
 * over them. They have two letters because GNU Backgammon reads no longer names.
 */
final class BackgammonSgf implements RecordFormat {

    private final Game game;

    BackgammonSgf(Game game) {
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
        return BackgammonSgfReader.read(game, text);
    }

    @Override
    public String write(GameRecord match) {
        List<SingleGame> games = SingleGame.of(game, match);
        StringBuilder text = new StringBuilder();
        long before = 0;
        for (int i = 0; i < games.size(); i++) {
            SgfWriter file = new SgfWriter().node();
            writeRoot(file, match, games.get(i), i);
            if (i == 0) {
                writeMatch(file, match);
                match.position()
                        .ifPresent(position -> writeSetUp(file, games.get(0).start()));
            }
            SgfNodes nodes = new SgfNodes(file, before);
            games.get(i).events().forEach(nodes::add);
            before = nodes.end();
            text.append(file);
        }
        return text.toString();
    }

    private static void writeRoot(SgfWriter file, GameRecord match, SingleGame single, int number) {
        Match standing = single.start().state().match();
        file.with("FF", "4").with("GM", "6").with("CA", "UTF-8").with("AP", "Parlor");
        file.with(
                "MI",
                List.of(
                        "length:" + standing.rules().length(),
                        "game:" + number,
                        "ws:" + standing.white(),
                        "bs:" + standing.black()));
        file.with("PW", names(match, Seat.WHITE)).with("PB", names(match, Seat.BLACK));
        List<String> rules = rules(standing);
        file.with("RU", rules.isEmpty() ? List.of() : List.of(String.join(":", rules)));
        single.end()
                .ifPresent(end ->
                        file.with("RE", letter(end.winner()) + "+" + end.points() + (end.resigned() ? "R" : "")));
    }

    private static List<String> names(GameRecord match, Seat seat) {
        return Optional.ofNullable(match.names().get(seat)).map(List::of).orElse(List.of());
    }

    private static List<String> rules(Match match) {
        List<String> rules = new ArrayList<>();
        if (!match.rules().cube()) {
            rules.add("NoCube");
        }
        if (match.rules().crawford()) {
            rules.add("Crawford");
        }
        if (match.isCrawford()) {
            rules.add("CrawfordGame");
        }
        if (match.rules().jacoby()) {
            rules.add("Jacoby");
        }
        return rules;
    }

    private static void writeMatch(SgfWriter file, GameRecord match) {
        file.with(
                "XO",
                match.options().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(option -> option.getKey() + ":" + option.getValue())
                        .toList());
        if (match.startedAt() > 0) {
            Instant start = Instant.ofEpochMilli(match.startedAt());
            file.with("DT", start.atOffset(ZoneOffset.UTC).toLocalDate().toString());
            file.with("XS", start.toString());
        }
        match.position().ifPresent(position -> file.with("XP", position));
        match.outcome().ifPresent(result -> file.with("XE", ToldResult.write(result)));
    }

    /** The start for programs that don't know {@code XP}, in the nodes that GNU Backgammon wants. */
    private static void writeSetUp(SgfWriter file, BackgammonPosition start) {
        MatchState state = start.state();
        if (start.phase() instanceof Opening) {
            return;
        }
        if (state.cube().value() > 1) {
            file.node().with("CV", String.valueOf(state.cube().value()));
        }
        state.cube().owner().ifPresent(owner -> file.node().with("CP", owner.equals(Seat.BLACK) ? "b" : "w"));
        file.node().with("PL", letter(state.onRoll())).with("AE", "a:y");
        for (Seat seat : Seats.BLACK_AND_WHITE.all()) {
            List<String> places = new ArrayList<>();
            for (int point = 1; point <= Board.BAR; point++) {
                for (int checker = state.board().at(seat, point); checker > 0; checker--) {
                    places.add(SgfNodes.place(seat, point));
                }
            }
            file.with("A" + letter(seat), places);
        }
        start.phase().dice().ifPresent(dice -> file.node()
                .with("PL", letter(state.onRoll()))
                .with("DI", "" + dice.high() + dice.low()));
    }

    /** {@code B} or {@code W}. */
    static String letter(Seat seat) {
        return seat.equals(Seat.BLACK) ? "B" : "W";
    }
}
