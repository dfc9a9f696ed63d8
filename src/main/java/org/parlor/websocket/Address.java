package org.parlor.websocket;

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
 * @param clock the wanted clock; empty for none
 */
record Address(
        String room, String game, Map<String, String> options, Optional<String> position, Optional<String> clock) {

    private static final Pattern ROOM_NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final String USUAL_GAME = "gomoku";

    /**
     * Reads an address.
     *
     * @param parameters of the query; some servers list the parts of the path among them
     */
    static Address of(String room, Map<String, List<String>> parameters) {
        Map<String, String> options = new TreeMap<>();
        parameters.forEach((name, values) -> options.put(name, values.get(0)));
        options.remove("room");
        String game = Optional.ofNullable(options.remove("game")).orElse(USUAL_GAME);
        Optional<String> position = Optional.ofNullable(options.remove("position"));
        Optional<String> clock = Optional.ofNullable(options.remove("clock"));
        return new Address(room, game, options, position, clock);
    }

    boolean hasRoomName() {
        return ROOM_NAME.matcher(room).matches();
    }
}
