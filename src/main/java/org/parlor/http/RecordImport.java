package org.parlor.http;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.parlor.game.Game;
import org.parlor.game.GameRecord;
import org.parlor.game.Games;
import org.parlor.game.RecordBuilder;
import org.parlor.game.RecordFormat;
import org.parlor.game.RecordFormat.Reading;
import org.parlor.log.StoreException;
import org.parlor.protocol.Json;
import org.parlor.runtime.RoomRepository;

/**
 * Opens a game from a file: {@code POST records} with the file as the body makes a room in which it was played, and
 * answers 201 with the room's name. {@code ?format=sgf} says what the file is; else it is tried as everything. {@code GET records}
 * lists the games that the server has, with the formats of each.
 */
final class RecordImport implements Resource {

    private static final String SIGNS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int NAME_LENGTH = 12;

    private final RoomRepository rooms;
    private final Games games;
    private final Clock clock = Clock.systemUTC();
    private final RecordWork work;
    private final SecureRandom random = new SecureRandom();
    private final Json json = new Json();

    RecordImport(RoomRepository rooms, Games games, RecordWork work) {
        this.rooms = rooms;
        this.games = games;
        this.work = work;
    }

    @Override
    public String path() {
        return "/records";
    }

    @Override
    public Set<Method> methods() {
        return Set.of(Method.GET, Method.POST);
    }

    @Override
    public Optional<Response> refuse(Request head) {
        return head.method() == Method.POST ? work.refuseFile(head) : Optional.empty();
    }

    @Override
    public CompletionStage<Response> answer(Request request) {
        return request.method() == Method.POST
                ? work.answer(request, () -> take(request))
                : Response.ok(Response.JSON, json.write(formats())).now();
    }

    private Map<String, List<String>> formats() {
        Map<String, List<String>> formats = new LinkedHashMap<>();
        for (Game game : games.all()) {
            formats.put(
                    game.name(),
                    game.formats().stream().map(RecordFormat::extension).toList());
        }
        return formats;
    }

    private Response take(Request request) {
        List<Attempt> attempts =
                attempts(request.body(), Optional.ofNullable(request.query().get("format")));
        for (Attempt attempt : attempts) {
            if (attempt.reading() instanceof Reading.Understood understood) {
                return open(attempt.game(), understood.game());
            }
        }
        for (Attempt attempt : attempts) {
            if (attempt.reading() instanceof Reading.Broken broken) {
                return refused(400, Optional.of(broken.line()), broken.detail());
            }
        }
        return refused(400, Optional.of(1), foreign(attempts));
    }

    /** What a game's format makes of a file. */
    private record Attempt(Game game, RecordFormat format, Reading reading) {}

    private List<Attempt> attempts(String text, Optional<String> extension) {
        // Some editors put a mark of the byte order before the first character.
        String file = text.startsWith("\uFEFF") ? text.substring(1) : text;
        List<Attempt> attempts = new ArrayList<>();
        for (Game game : games.all()) {
            for (RecordFormat format : game.formats()) {
                if (extension.isEmpty() || extension.get().equals(format.extension())) {
                    attempts.add(new Attempt(game, format, format.read(file)));
                }
            }
        }
        return attempts;
    }

    private String foreign(List<Attempt> attempts) {
        if (attempts.isEmpty()) {
            return "the formats are "
                    + formats().values().stream()
                            .flatMap(List::stream)
                            .distinct()
                            .collect(Collectors.joining(", "));
        }
        return attempts.stream()
                .map(it -> "not " + it.game().name() + " as " + it.format().extension() + ": "
                        + ((Reading.Foreign) it.reading()).detail())
                .collect(Collectors.joining("; "));
    }

    private Response open(Game game, GameRecord record) {
        if (record.steps().size() > RecordBuilder.MOST_STEPS) {
            return refused(
                    400, Optional.empty(), "a game has at most " + RecordBuilder.MOST_STEPS + " moves and throws here");
        }
        try {
            String room = name();
            while (!rooms.store(room, game.name(), record, clock.millis())) {
                room = name();
            }
            return Response.of(201, Response.JSON, json.write(Map.of("room", room)))
                    .with("Location", "./?room=" + room);
        } catch (StoreException e) {
            return refused(503, Optional.empty(), "the game can't be stored right now; try again in a moment")
                    .with("Retry-After", "5");
        }
    }

    /** A name that no room has and nobody guesses. */
    private String name() {
        StringBuilder name = new StringBuilder("record-");
        for (int i = 0; i < NAME_LENGTH; i++) {
            name.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
        }
        return name.toString();
    }

    private Response refused(int status, Optional<Integer> line, String reason) {
        Map<String, Object> body = new LinkedHashMap<>();
        line.ifPresent(number -> body.put("line", number));
        body.put("reason", reason);
        return Response.of(status, Response.JSON, json.write(body));
    }
}
