package org.parlor.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.parlor.protocol.Frame;
import org.parlor.protocol.Player;

/** A database that the first version of Parlor wrote, opened by this one: everyone finds what they left. */
@EnabledIf("isSharedThere")
class OldDatabaseIT {

    private static final Path SHARED = Path.of("..", "shared", "legacy");

    @TempDir
    private Path data;

    static boolean isSharedThere() {
        return Files.exists(SHARED);
    }

    /** What the first version told of each room, by the room's name. */
    private static Frame expected() throws IOException {
        return Frame.of(Files.readString(SHARED.resolve("expected.json")));
    }

    @Test
    void tellsOfEveryRoomWhatWasToldAndLetsThePlayersBackIn() throws Exception {
        Files.copy(SHARED.resolve("parlor.db"), data.resolve("parlor.db"));
        try (ServerProcess server = ServerProcess.start(Map.of("PARLOR_PORT", "0", "PARLOR_DATA", data.toString()))) {
            URI base = server.awaitReady();
            for (Map.Entry<String, Object> room : expected().entrySet()) {
                Frame told = Frame.of(map(room.getValue()));
                assertTellsTheSame(base, room.getKey(), told);
                assertLetsBackIn(base, room.getKey(), map(told.get("tokens")));
            }
            assertAnswersAsBefore(base, Frame.of(map(expected().at("old-retries"))));
        }
        assertThat(data.resolve("parlor.db.schema-1")).exists();
    }

    private static void assertTellsTheSame(URI base, String room, Frame told) {
        try (Player spectator = Player.connect(base, room, "")) {
            assertHolds(spectator.await("welcome"), map(told.get("welcome")), room + " welcome");
            List<?> events = (List<?>) told.get("events");
            spectator.insist("resume", "since", 0);
            for (Object event : events) {
                Map<String, Object> wanted = map(event);
                long seq = ((Number) wanted.get("seq")).longValue();
                Frame frame = spectator.await(room + " event " + seq, it -> it.containsKey("at") && it.seq() == seq);
                assertThat(frame).as(room).containsAllEntriesOf(wanted);
            }
        }
    }

    /** The players were dropped meanwhile, which has a number of its own. */
    private static void assertHolds(Frame found, Map<String, Object> wanted, String where) {
        Map<String, Object> rest = new HashMap<>(wanted);
        rest.keySet().removeAll(List.of("seq", "seats"));
        assertThat(found).as(where).containsAllEntriesOf(rest);
        map(wanted.get("seats")).forEach((seat, player) -> {
            if (player == null) {
                assertThat(map(found.get("seats")).get(seat)).isNull();
            } else {
                assertThat(map(map(found.get("seats")).get(seat)))
                        .containsEntry("name", map(player).get("name"));
            }
        });
    }

    private static void assertLetsBackIn(URI base, String room, Map<String, Object> tokens) {
        tokens.values().forEach(owner -> {
            if (!room.equals("old-retries")) {
                try (Player player = Player.connect(base, room, "")) {
                    Frame you = player.resume(map(owner).get("token").toString(), 0);
                    assertThat(you.get("seat")).as(room).isEqualTo(map(owner).get("seat"));
                }
            }
        });
    }

    private static void assertAnswersAsBefore(URI base, Frame retries) {
        try (Player ann = Player.connect(base, "old-retries", "");
                Player bo = Player.connect(base, "old-retries", "")) {
            ann.resume(retries.at("tokens", "black", "token").toString(), 0);
            bo.resume(retries.at("tokens", "white", "token").toString(), 0);
            assertThat(ann.ask(move("first-move", "h8")))
                    .containsEntry("type", "ack")
                    .containsEntry("seq", 4);
            assertThat(ann.ask(move("too-early", "h9"))).containsEntry("reason", "not-your-turn");
            assertThat(bo.ask(move("answer", "h7")))
                    .containsEntry("type", "ack")
                    .containsEntry("seq", 5);
            ann.move("i9");
            assertThat(bo.await("moved " + 9, it -> "i9".equals(it.get("move"))))
                    .containsEntry("seat", "black");
        }
    }

    private static Frame move(String id, String move) {
        return Frame.of(Map.of("type", "move", "id", id, "move", move));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object json) {
        return (Map<String, Object>) json;
    }
}
