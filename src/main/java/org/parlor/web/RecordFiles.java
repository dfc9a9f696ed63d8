package org.parlor.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.parlor.frame.Json;
import org.parlor.game.Game;
import org.parlor.game.GameRecord;
import org.parlor.game.GameRecord.Step;
import org.parlor.game.Games;
import org.parlor.game.Position;
import org.parlor.game.RecordFormat;
import org.parlor.game.Setup;
import org.parlor.room.Archive;
import org.parlor.room.Chronicle;
import org.parlor.room.JournalException;

/**
 * The games of rooms as files, running or over, at addresses that stay.
 *
 * <table>
 * <caption>Addresses</caption>
 * <tr><td>{@code records/{room}.json}</td><td>the log: an array of all events as everyone heard them</td></tr>
 * <tr><td>{@code records/{room}/{round}.sgf}</td><td>the game of a round, in any format that the game has</td></tr>
 * <tr><td>{@code records/{room}.sgf}</td><td>the game of the latest round</td></tr>
 * <tr><td>{@code records/{room}/{round}/forbidden.json}</td><td>what the rules forbade in each position of a round: an object
 * of arrays, by the position; positions without a forbidden move are left out</td></tr>
 * </table>
 */
final class RecordFiles implements Resource {

    private static final String PATH = "/records/";
    private static final String ROOM = "([A-Za-z0-9_-]{1,64})";
    private static final Pattern LOG = Pattern.compile(ROOM + "\\.json");
    private static final Pattern FORBIDDEN = Pattern.compile(ROOM + "/([1-9]\\d{0,8})/forbidden\\.json");
    private static final Pattern GAME = Pattern.compile(ROOM + "(?:/([1-9]\\d{0,8}))?\\.([a-z0-9]{1,8})");
    private static final Response NO_RECORD = Response.refused(
            404, "Games are at records/{room}/{round}.{format}, the whole log of a room is at records/{room}.json.");

    private final Archive archive;
    private final Games games;
    private final RecordWork work;
    private final Json json = new Json();

    RecordFiles(Archive archive, Games games, RecordWork work) {
        this.archive = archive;
        this.games = games;
        this.work = work;
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public Optional<Response> refuse(Request head) {
        return work.refuse(head);
    }

    @Override
    public CompletionStage<Response> answer(Request request) {
        return work.answer(request, () -> read(request));
    }

    private Response read(Request request) {
        String name = request.path().substring(PATH.length());
        try {
            Matcher log = LOG.matcher(name);
            if (log.matches()) {
                return log(log.group(1));
            }
            Matcher forbidden = FORBIDDEN.matcher(name);
            if (forbidden.matches()) {
                return round(forbidden.group(1), forbidden.group(2), this::forbidden);
            }
            Matcher game = GAME.matcher(name);
            return game.matches()
                    ? round(game.group(1), game.group(2), (kind, round) -> file(kind, round, game.group(3)))
                    : NO_RECORD;
        } catch (JournalException e) {
            return Response.busy(503, "The room can't be read right now; come back in a moment.");
        }
    }

    private Response log(String room) {
        List<String> frames = archive.frames(room);
        return frames.isEmpty()
                ? noRoom(room)
                : attachment(Response.JSON, "[" + String.join(",\n", frames) + "]\n", room + ".json");
    }

    /** A game of a room: that of the latest round if none is named. */
    private record Round(String room, int number, GameRecord game) {}

    private Response round(String room, String number, BiFunction<Game, Round, Response> answer) {
        Optional<Chronicle> chronicle = archive.chronicle(room);
        if (chronicle.isEmpty()) {
            return noRoom(room);
        }
        int played = chronicle.get().games().size();
        int round = number == null ? played : Integer.parseInt(number);
        Game kind = games.find(chronicle.get().opening().game()).orElseThrow();
        return chronicle
                .get()
                .game(round)
                .map(game -> answer.apply(kind, new Round(room, round, game)))
                .orElseGet(() -> Response.refused(
                        404,
                        played == 0
                                ? "In room " + room + " no game has begun so far; come back when one has."
                                : "The rounds of room " + room + " are 1 to " + played + " so far."));
    }

    private Response file(Game kind, Round round, String extension) {
        Optional<RecordFormat> format = kind.formats().stream()
                .filter(it -> it.extension().equals(extension))
                .findFirst();
        if (format.isEmpty()) {
            return Response.refused(
                    404,
                    "A game of " + kind.name() + " is kept as "
                            + kind.formats().stream()
                                    .map(RecordFormat::extension)
                                    .collect(Collectors.joining(" or ", "", ", not as " + extension + ".")));
        }
        if (!format.get().holds(round.game())) {
            return Response.refused(
                    404, "This game is more than a " + extension + " file can hold; take another format.");
        }
        return attachment(
                format.get().mediaType() + ";charset=utf-8",
                format.get().write(round.game()),
                round.room() + "-" + round.number() + "." + extension);
    }

    private Response forbidden(Game kind, Round round) {
        GameRecord game = round.game();
        Map<String, List<String>> forbidden = new LinkedHashMap<>();
        Position position = ((Setup.Ready) kind.setUp(game.options(), game.position())).position();
        forbidden.put(position.notation(), position.forbidden());
        for (Step step : game.steps()) {
            position = step.from(position);
            forbidden.put(position.notation(), position.forbidden());
        }
        forbidden.values().removeIf(List::isEmpty);
        return Response.ok(Response.JSON, json.write(new TreeMap<>(forbidden)));
    }

    private static Response noRoom(String room) {
        return Response.refused(
                404, "There is no room " + room + ", or nothing has happened in it yet; check the name.");
    }

    private static Response attachment(String mediaType, String body, String name) {
        return Response.ok(mediaType, body).with("Content-Disposition", "attachment; filename=\"" + name + "\"");
    }
}
