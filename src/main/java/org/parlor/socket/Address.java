package org.parlor.socket;

import jakarta.websocket.Session;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What the address of a connection asks for.
 *
 * @param room the room's name as it was sent
 * @param game the wanted game
 * @param options the game's options as they were sent
 * @param position the wanted start
 */
record Address(String room, String game, Map<String, String> options, Optional<String> position) {

    private static final Pattern ROOM_NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final String USUAL_GAME = "gomoku";

    static Address of(String room, Session session) {
        Map<String, String> options = new TreeMap<>();
        Map<String, List<String>> parameters = session.getRequestParameterMap();
        parameters.forEach((name, values) -> options.put(name, values.get(0)));
        // Some servers list the parts of the path among the parameters.
        options.remove("room");
        String game = Optional.ofNullable(options.remove("game")).orElse(USUAL_GAME);
        Optional<String> position = Optional.ofNullable(options.remove("position"));
        return new Address(room, game, options, position);
    }

    boolean hasRoomName() {
        return ROOM_NAME.matcher(room).matches();
    }
}
