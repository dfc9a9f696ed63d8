package org.parlor.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.parlor.protocol.Frame;
import org.parlor.protocol.Player;
import org.parlor.wire.Handshake;
import org.parlor.wire.WireFrame;
import org.parlor.wire.WireSocket;

/** Coming back: nothing is missed, and a seat has one owner. */
class ResumeIT extends ContractTest {

    @Test
    void whoeverWasCutOffGetsExactlyWhatWasMissedThenTheSeatThenTheAck() {
        try (Table table = table("")) {
            long known = table.black().move("h8").seq();
            cutBlackOff(table);
            table.white().move("h9");
            table.white().insist("say", "text", "hello?");
            try (Player ann = connect(table.room(), "")) {
                Frame you = ann.resume(token(table.black()), known);
                assertThat(types(ann.frames()))
                        .containsExactly("welcome", "dropped", "moved", "said", "returned", "you", "ack");
                assertThat(events(ann)).isEqualTo(after(known, table.white()));
                assertThat(you).containsEntry("seat", "black");
                assertThat(you.get("token")).isNotEqualTo(token(table.black()));
                assertThat(ann.frames("ack").get(0).seq())
                        .isEqualTo(ann.frames("returned").get(0).seq());
                assertThat(ann.move("i8")).containsEntry("seat", "black");
            }
        }
    }

    @Test
    void whoeverMissedNothingHearsOnlyOfTheReturn() {
        try (Table table = table("")) {
            cutBlackOff(table);
            long known = table.white().frames("dropped").get(0).seq();
            try (Player ann = connect(table.room(), "")) {
                ann.resume(token(table.black()), known);
                assertThat(types(events(ann))).containsExactly("returned");
                assertThat(table.white().await("returned")).containsEntry("seat", "black");
            }
        }
    }

    @Test
    void aPageThatIsLoadedAgainResumesFromNothingAndHearsTheWholeLog() {
        try (Table table = table("")) {
            table.play("h8", "h9");
            cutBlackOff(table);
            try (Player ann = connect(table.room(), "")) {
                ann.resume(token(table.black()), 0);
                assertThat(events(ann).stream().map(Frame::seq)).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
                assertThat(events(ann)).startsWith(events(table.black()).toArray(Frame[]::new));
            }
        }
    }

    @Test
    void theWelcomeTellsWhoIsGone() {
        try (Table table = table("")) {
            cutBlackOff(table);
            try (Player spectator = connect(table.room(), "")) {
                Frame welcome = spectator.await("welcome");
                assertThat(welcome).containsEntry("status", "playing").containsEntry("seq", 4);
                assertThat(welcome.at("seats", "black", "connected")).isEqualTo(false);
                assertThat(welcome.at("seats", "white", "connected")).isEqualTo(true);
            }
        }
    }

    @Test
    void aWrongTokenIsRefusedAndTheConnectionClosedWith4401() {
        try (Table table = table("");
                Player thief = connect(table.room(), "")) {
            assertRefused(thief.ask("resume", "token", "guess", "since", 0), "bad-token");
            assertThat(thief.awaitClose()).isEqualTo(4401);
            assertThat(types(thief.frames())).as("no event is given away").containsExactly("welcome", "refused");
            table.play("h8");
        }
    }

    @Test
    void aTokenOfAnotherRoomIsWrongHere() {
        try (Table here = table("");
                Table there = table("");
                Player client = connect(here.room(), "")) {
            assertRefused(client.ask("resume", "token", token(there.black()), "since", 0), "bad-token");
            assertThat(client.awaitClose()).isEqualTo(4401);
        }
    }

    @Test
    void aTokenIsSpentWhenTheOneThatReplacedItIsInUse() {
        try (Table table = table("");
                Player ann = connect(table.room(), "");
                Player thief = connect(table.room(), "")) {
            ann.resume(token(table.black()), 0);
            ann.move("h8");
            assertRefused(thief.ask("resume", "token", token(table.black()), "since", 0), "bad-token");
            assertThat(thief.awaitClose()).isEqualTo(4401);
            table.white().move("h9");
            ann.move("i8");
        }
    }

    @Test
    void aPongIsNoProofThatTheNextTokenArrivedSoTheOneBeforeStillWorks() throws IOException {
        try (Table table = table("");
                WireSocket reloading = WireSocket.open(Handshake.to(Player.address(base(), table.room(), "")))) {
            reloading.send("{\"type\":\"resume\",\"id\":\"1\",\"token\":\"" + token(table.black()) + "\",\"since\":0}");
            reloading.await("you");
            // As a browser's network layer does while the page is busy.
            reloading.send(WireFrame.pong("here"));
            reloading.send("{\"type\":\"ping\",\"t\":1}");
            reloading.await("pong");
            try (Player again = connect(table.room(), "")) {
                assertThat(again.resume(token(table.black()), 0)).containsEntry("seat", "black");
            }
        }
    }

    @Test
    void theNewTokenTakesTheSeatBackTheNextTime() {
        try (Table table = table("")) {
            String token = token(table.black());
            for (String move : List.of("a1", "c1", "e1")) {
                try (Player ann = connect(table.room(), "")) {
                    token = (String) ann.resume(token, 0).get("token");
                    ann.move(move);
                }
                table.white().move(move.charAt(0) + "2");
            }
            table.white().catchUp();
            assertThat(table.white().frames("returned")).hasSize(3);
        }
    }

    @Test
    void aSinceFromTheFutureIsRefusedAndTheConnectionStays() {
        try (Table table = table("");
                Player ann = connect(table.room(), "")) {
            assertRefused(ann.ask("resume", "token", token(table.black()), "since", 4), "bad-since");
            assertRefused(ann.ask("resume", "since", 4), "bad-since");
            assertThat(ann.resume(token(table.black()), 3)).containsEntry("seat", "black");
        }
    }

    @Test
    void aSpectatorCatchesUpWithoutAToken() {
        try (Table table = table("")) {
            table.play("h8", "h9", "i8");
            try (Player spectator = connect(table.room(), "")) {
                assertThat(spectator.insist("resume", "since", 0).seq()).isEqualTo(6);
                assertThat(events(spectator)).isEqualTo(events(table.black()));
                assertThat(types(spectator.frames())).endsWith("ack").doesNotContain("you", "returned");
                spectator.insist("resume", "since", 5);
                assertThat(events(spectator)).as("one event more").hasSize(7);
                assertRefused(spectator.ask("move", "move", "i9"), "not-seated");
            }
        }
    }

    @Test
    void theNewestConnectionHasTheSeatAndTheOlderIsClosedWith4409() {
        try (Table table = table("");
                Player newer = connect(table.room(), "")) {
            newer.resume(token(table.black()), 0);
            assertThat(table.black().awaitClose()).isEqualTo(4409);
            newer.move("h8");
            table.white().move("h9");
            assertThat(types(events(table.white())))
                    .as("the seat was never empty")
                    .doesNotContain("dropped")
                    .contains("returned");
        }
    }

    @Test
    void theNewestConnectionKeepsTheSeatWhenAnOlderAsksForItLate() {
        try (Table table = table("");
                Player older = connect(table.room(), "")) {
            older.await("welcome");
            try (Player newer = connect(table.room(), "")) {
                newer.resume(token(table.black()), 0);
                older.send(Frame.command("resume", "token", token(table.black()), "since", 0));
                assertThat(older.awaitClose())
                        .as("the token is spent as soon as the newer connection has shown that it has its own")
                        .isIn(4401, 4409);
                newer.move("h8");
            }
        }
    }

    @Test
    void noneTakesBothSeatsWithOneConnection() {
        try (Table table = table("")) {
            assertRefused(table.black().ask("resume", "token", token(table.white()), "since", 0), "already-seated");
            table.play("h8", "h9");
        }
    }

    @Test
    void theLogHasNoGapForWhoeverResumesWhileTheOthersTalkOn() {
        try (Table table = table("")) {
            CompletableFuture<Void> talk = CompletableFuture.runAsync(() -> IntStream.range(0, 300)
                    .forEach(i -> table.white().send(Frame.command("say", "text", "word " + i))));
            String token = token(table.black());
            for (int i = 0; i < 10; i++) {
                try (Player ann = connect(table.room(), "")) {
                    token = (String) ann.resume(token, 0).get("token");
                    ann.catchUp();
                    assertCompleteFromTheFirst(events(ann));
                }
            }
            talk.join();
        }
    }

    @Test
    void aRoomThatEveryoneLostComesBackWithItsGame() {
        try (Table table = table("size=9")) {
            table.play("e5", "e6");
            table.black().abort();
            table.white().abort();
            try (Player ann = connect(table.room(), "size=15");
                    Player bob = connect(table.room(), "")) {
                ann.resume(token(table.black()), 0);
                bob.resume(token(table.white()), 0);
                assertThat(events(ann)).containsSubsequence(events(table.black()));
                assertThat(ann.move("f5")).containsEntry("position", "9/9/9/4o4/4xx3/9/9/9/9 w");
                bob.move("f6");
            }
        }
    }

    /** What came before the first event was heard by a connection that had not resumed yet. */
    private static void assertCompleteFromTheFirst(List<Frame> events) {
        List<Long> seqs = events.stream().map(Frame::seq).toList();
        List<Long> resumed = seqs.subList(seqs.lastIndexOf(1L), seqs.size());
        assertThat(resumed)
                .isEqualTo(LongStream.rangeClosed(1, resumed.size()).boxed().toList());
    }

    private static void cutBlackOff(Table table) {
        table.black().abort();
        assertThat(table.white().await("dropped")).containsEntry("seat", "black");
    }

    private static String token(Player player) {
        return (String) player.frames("you").get(0).get("token");
    }

    private static List<Frame> after(long seq, Player player) {
        player.catchUp();
        return events(player).stream().filter(event -> event.seq() > seq).toList();
    }
}
