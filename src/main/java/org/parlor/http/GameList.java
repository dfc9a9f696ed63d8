package org.parlor.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.parlor.game.Game;
import org.parlor.game.Games;
import org.parlor.game.Option;
import org.parlor.game.RecordFormat;
import org.parlor.game.Seat;
import org.parlor.game.Seats;
import org.parlor.game.Setup;
import org.parlor.protocol.Json;

/**
 * The games that this server has, with what may be chosen of each: {@code GET games} is an object with an array of games, from which a client can
 * draw a form without knowing any game.
 */
final class GameList implements Resource {

    private final Games games;
    private final Json json = new Json();

    GameList(Games games) {
        this.games = games;
    }

    @Override
    public String path() {
        return "/games";
    }

    @Override
    public CompletionStage<Response> answer(Request request) {
        List<Map<String, Object>> all =
                games.all().stream().map(GameList::members).toList();
        return Response.ok(Response.JSON, json.write(Map.of("games", all))).now();
    }

    private static Map<String, Object> members(Game game) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("game", game.name());
        members.put("options", game.options().stream().map(GameList::members).toList());
        if (game.setUp(Map.of(), Optional.empty()) instanceof Setup.Ready ready) {
            members.putAll(members(ready.seats()));
        }
        members.put("chance", game.hasChance());
        members.put("secrets", game.hasSecrets());
        members.put(
                "formats", game.formats().stream().map(RecordFormat::extension).toList());
        return members;
    }

    private static Map<String, Object> members(Option option) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("name", option.name());
        members.put("values", option.values());
        members.put("usual", option.usual());
        return members;
    }

    private static Map<String, Object> members(Seats seats) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("seats", seats.all().stream().map(Seat::label).toList());
        members.put("fewest", seats.fewest());
        members.put("start", seats.start() == Seats.Start.WHEN_FULL ? "full" : "agreement");
        return members;
    }
}
