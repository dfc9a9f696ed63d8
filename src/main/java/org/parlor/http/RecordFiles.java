package org.parlor.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.parlor.game.Game;
import org.parlor.game.GameRecord;
import org.parlor.game.GameRecord.Step;
import org.parlor.game.Games;
import org.parlor.game.Position;
import org.parlor.game.RecordFormat;
import org.parlor.game.Setup;
import org.parlor.log.StoreException;
import org.parlor.log.StoredEvent;
import org.parlor.protocol.Json;
import org.parlor.protocol.JsonEncoding;
import org.parlor.room.Change;
import org.parlor.room.GameHistory;
import org.parlor.room.Player;
import org.parlor.room.Room;
import org.parlor.room.Token;
import org.parlor.runtime.Message;
import org.parlor.runtime.RoomRepository;

/**
 * The games of rooms as files, running or over, at addresses that stay.
 *
 * <table>
 * <caption>Addresses</caption>
 * <tr><td>{@code records/{room}.json}</td><td>the log: an array of all events as those who watched heard them, or as the seat did whose
 * token comes along ({@code Authorization: Bearer})</td></tr>
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
    private static final String BEARER = "Bearer ";
    private static final Response BAD_TOKEN = Response.refused(
                    401, "No seat of this room has this token; ask without one for what all may know.")
            .with("WWW-Authenticate", "Bearer error=\"invalid_token\"");
    private static final Response NO_RECORD = Response.refused(
            404, "Games are at records/{room}/{round}.{format}, the whole log of a room is at records/{room}.json.");

    private final RoomRepository rooms;
    private final Games games;
    private final RecordWork work;
    private final Json json = new Json();
    private final JsonEncoding encoding = new JsonEncoding();

    RecordFiles(RoomRepository rooms, Games games, RecordWork work) {
        this.rooms = rooms;
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
                return log(log.group(1), token(request));
            }
            Matcher forbidden = FORBIDDEN.matcher(name);
            if (forbidden.matches()) {
                return round(forbidden.group(1), forbidden.group(2), this::forbidden);
            }
            Matcher game = GAME.matcher(name);
            return game.matches()
                    ? round(game.group(1), game.group(2), (kind, round) -> file(kind, round, game.group(3)))
                    : NO_RECORD;
        } catch (StoreException e) {
            return Response.busy(503, "The room can't be read right now; come back in a moment.");
        }
    }

    /** A seat's token is only looked at: it is as good afterwards as before. */
    private Response log(String room, Optional<String> token) {
        List<StoredEvent> log = rooms.log(room);
        if (log.isEmpty()) {
            return noRoom(room);
        }
        List<Change> changes = new ArrayList<>();
        Room latest = rooms.fold(room, log, changes::add);
        OptionalInt player = player(latest, token);
        if (player.isEmpty()) {
            return BAD_TOKEN;
        }
        String frames = changes.stream()
                .map(change -> encoding.encode(
                                new Message.Happened(change, change.after().viewer(player.getAsInt())))
                        .text())
                .collect(Collectors.joining(",\n", "[", "]\n"));
        return attachment(Response.JSON, frames, room + ".json");
    }

    /** Whose eyes see the log; wherever that player sat at a time. */
    private static OptionalInt player(Room room, Optional<String> token) {
        return token.isEmpty()
                ? OptionalInt.of(Player.NOBODY)
                : room.roster()
                        .seatOwnedBy(new Token(token.get()).hash())
                        .flatMap(room::player)
                        .map(player -> OptionalInt.of(player.number()))
                        .orElse(OptionalInt.empty());
    }

    private static Optional<String> token(Request request) {
        return Optional.ofNullable(request.headers().get("authorization"))
                .filter(it -> it.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(it -> it.substring(BEARER.length()).strip());
    }

    /** A game of a room: that of the latest round if none is named. */
    private record Round(String room, int number, GameRecord game) {}

    private Response round(String room, String number, BiFunction<Game, Round, Response> answer) {
        List<StoredEvent> log = rooms.log(room);
        if (log.isEmpty()) {
            return noRoom(room);
        }
        GameHistory history = rooms.history(room, log);
        int played = history.games().size();
        int round = number == null ? played : Integer.parseInt(number);
        Game kind = games.find(history.opening().game()).orElseThrow();
        Optional<GameRecord> game = history.game(round);
        if (game.isPresent() && kind.hasSecrets() && game.get().outcome().isEmpty()) {
            return Response.refused(
                    404, "This game hides something from some as long as it goes on; come back when it is over.");
        }
        return game.map(it -> answer.apply(kind, new Round(room, round, it)))
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
