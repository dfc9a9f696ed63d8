package org.parlor.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parlor.protocol.DiceVerifier;
import org.parlor.protocol.Frame;
import org.parlor.protocol.Player;

/** Servers that are killed in the middle of a game go on with the dice to which the first one was bound. */
class DiceRestartIT {

    private static final int SERVERS = 2;
    private static final int MOVES_EACH = 6;

    @TempDir
    private Path folder;

    private String black;
    private String white;

    @Test
    void theDiceGoOnAsCommittedWhenTheServerIsKilled() throws Exception {
        Frame first = null;
        for (int life = 0; life < SERVERS; life++) {
            try (ServerProcess server = start()) {
                URI base = server.awaitReady();
                try (Player ann = Player.connect(base, "friday", "game=backgammon&length=0");
                        Player bob = Player.connect(base, "friday", "game=backgammon&length=0")) {
                    Frame welcome = ann.await("welcome");
                    first = life == 0 ? welcome : first;
                    assertThat(welcome.at("dice", "commitment")).isEqualTo(first.at("dice", "commitment"));
                    takeSeats(ann, bob, life);
                    play(ann, bob);
                }
                server.kill();
                server.awaitExit();
            }
        }
        assertVerified(first);
    }

    private void takeSeats(Player ann, Player bob, int life) {
        if (life == 0) {
            ann.insist("sit", "seat", "black", "name", "Ann", "entropy", "given-by_Ann");
            bob.insist("sit", "seat", "white", "name", "Bob", "entropy", "0");
            black = (String) ann.await("you").get("token");
            white = (String) bob.await("you").get("token");
        } else {
            black = (String) ann.resume(black, 0).get("token");
            white = (String) bob.resume(white, 0).get("token");
        }
    }

    private static void play(Player ann, Player bob) {
        for (int i = 0; i < MOVES_EACH; i++) {
            ann.catchUp();
            Object turn = latest(ann).get("toMove");
            Player mover = turn.equals("black") ? ann : bob;
            List<?> plays = (List<?>) mover.ask("legal").get("plays");
            mover.move((String) ((Map<?, ?>) plays.get(0)).get("move"));
        }
        ann.catchUp();
    }

    /** The latest frame that tells whose turn it is. */
    private static Frame latest(Player player) {
        return player.frames().stream()
                .filter(frame -> frame.containsKey("toMove") && frame.containsKey("seq"))
                .max((one, other) -> Long.compare(one.seq(), other.seq()))
                .orElseThrow();
    }

    private void assertVerified(Frame welcome) throws Exception {
        try (ServerProcess server = start()) {
            try (Player ann = Player.connect(server.awaitReady(), "friday", "")) {
                ann.resume(black, 0);
                List<String> unfinished = record(welcome, ann);
                assertThat(unfinished).noneMatch(frame -> frame.contains("\"seed\""));
                ann.insist("resign");
                ann.await("ended");
                DiceVerifier verifier = new DiceVerifier(folder);
                List<String> told = verifier.verify(List.of(verifier.write("record.json", record(welcome, ann))));
                assertThat(told).last().isEqualTo(DiceVerifier.RIGHT);
                long thrown = ann.frames("rolled").size();
                assertThat(thrown).isGreaterThan(SERVERS * MOVES_EACH / 3);
                assertThat(told.get(0)).endsWith(": " + thrown + " throws as committed");
            }
        }
    }

    /** What the room told, as its record has it. */
    private static List<String> record(Frame welcome, Player player) {
        Map<String, Object> opened = new LinkedHashMap<>();
        opened.put("type", "opened");
        opened.put("seq", 0);
        opened.put("game", welcome.get("game"));
        opened.put("dice", welcome.get("dice"));
        List<String> frames = new ArrayList<>();
        frames.add(Frame.of(opened).text());
        player.frames().stream()
                .filter(frame -> frame.containsKey("at"))
                .sorted((one, other) -> Long.compare(one.seq(), other.seq()))
                .map(Frame::text)
                .distinct()
                .forEach(frames::add);
        return frames;
    }

    private ServerProcess start() throws IOException {
        return ServerProcess.start(
                Map.of("PARLOR_PORT", "0", "PARLOR_DATA", folder.resolve("data").toString()));
    }
}
