package org.parlor.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.parlor.protocol.Frame;
import org.parlor.protocol.Player;

/** Taking a seat and leaving it. */
class SeatingIT extends ContractTest {

    @Test
    void whoeverNamesNoSeatGetsBlackAndTheNextOneWhite() {
        String room = freshRoom();
        try (Player ann = connect(room, "");
                Player bob = connect(room, "")) {
            assertThat(ann.sit("Ann")).containsEntry("seat", "black");
            assertThat(bob.sit("Bob")).containsEntry("seat", "white");
        }
    }

    @Test
    void theFirstToComeMayChooseWhite() {
        String room = freshRoom();
        try (Player ann = connect(room, "");
                Player bob = connect(room, "")) {
            assertThat(ann.sit("white", "Ann")).containsEntry("seat", "white");
            assertThat(bob.sit("Bob")).containsEntry("seat", "black");
        }
    }

    @Test
    void whoeverGivesNoNameIsAGuest() {
        try (Player client = connect(freshRoom(), "")) {
            client.insist("sit");
            assertThat(client.await("seated"))
                    .containsEntry("name", "Guest")
                    .containsEntry("seat", "black")
                    .containsEntry("seq", 1);
        }
    }

    @Test
    void aFieldThatIsNullCountsAsMissing() {
        try (Player client = connect(freshRoom(), "")) {
            client.sendRaw("{\"type\":\"sit\",\"id\":null,\"seat\":null,\"name\":null}");
            assertThat(client.await("seated")).containsEntry("name", "Guest").containsEntry("seat", "black");
            client.await("you");
            client.catchUp();
            assertThat(client.frames("ack")).isEmpty();
        }
    }

    @Test
    void aNameHasUpToFortyCharactersOfAnyScript() {
        String name = "棋手😀é".repeat(8) + "\"<b>/\\ok";
        assertThat(name.codePointCount(0, name.length())).isEqualTo(40);
        try (Player client = connect(freshRoom(), "")) {
            client.sit(name);
            assertThat(client.await("seated")).containsEntry("name", name);
        }
    }

    @Test
    void theEventsComeFirstThenYouThenTheAck() {
        String room = freshRoom();
        try (Player ann = connect(room, "");
                Player bob = connect(room, "")) {
            ann.sit("Ann");
            Frame you = bob.sit("Bob");
            assertThat(types(ann.frames()).subList(0, 4)).containsExactly("welcome", "seated", "you", "ack");
            assertThat(types(bob.frames())).endsWith("seated", "started", "you", "ack");
            Frame ack = bob.frames("ack").get(0);
            assertThat(ack.id()).isEqualTo(you.id());
            assertThat(ack.seq()).as("the first event that came of it").isEqualTo(2);
        }
    }

    @Test
    void theGameStartsWhenBothSeatsAreTaken() {
        try (Table table = table("size=7")) {
            Frame started = table.black().frames("started").get(0);
            assertThat(started)
                    .containsEntry("seq", 3)
                    .containsEntry("round", 1)
                    .containsEntry("swapped", false)
                    .containsEntry("position", "7/7/7/7/7/7/7 b")
                    .containsEntry("toMove", "black")
                    .containsEntry(
                            "seats",
                            Map.of(
                                    "black", Map.of("name", "Ann", "connected", true),
                                    "white", Map.of("name", "Bob", "connected", true)));
            assertThat(table.white().frames("started")).containsExactly(started);
        }
    }

    @Test
    void tokensAreTheirOwnersAlone() {
        try (Table table = table("")) {
            Object token = table.black().frames("you").get(0).get("token");
            assertThat(token).isNotEqualTo(table.white().frames("you").get(0).get("token"));
            assertThat(table.white().frames()).noneMatch(frame -> frame.text().contains(token.toString()));
        }
    }

    @Test
    void aTakenSeatIsRefusedAndTheFreeOneIsNamed() {
        String room = freshRoom();
        try (Player ann = connect(room, "");
                Player bob = connect(room, "")) {
            ann.sit("black", "Ann");
            Frame answer = bob.ask("sit", "seat", "black", "name", "Bob");
            assertRefused(answer, "seat-taken");
            assertThat(answer.get("detail").toString()).contains("white");
            assertThat(bob.sit("white", "Bob")).containsEntry("seat", "white");
        }
    }

    @Test
    void aThirdPersonWatches() {
        try (Table table = table("");
                Player cid = connect(table.room(), "")) {
            assertRefused(cid.ask("sit", "name", "Cid"), "seat-taken");
            assertRefused(cid.ask("sit", "seat", "white", "name", "Cid"), "seat-taken");
            table.black().move("h8");
            assertThat(cid.await("moved")).containsEntry("move", "h8");
        }
    }

    @Test
    void nobodySitsTwice() {
        try (Player ann = connect(freshRoom(), "")) {
            ann.sit("black", "Ann");
            assertRefused(ann.ask("sit", "seat", "white", "name", "Ann"), "already-seated");
            assertThat(ann.frames("seated")).hasSize(1);
        }
    }

    @Test
    void nobodySitsDownToAGameThatIsOver() {
        try (Table table = table("");
                Player cid = connect(table.room(), "")) {
            table.black().insist("resign");
            assertRefused(cid.ask("sit", "name", "Cid"), "game-over");
        }
    }

    @Test
    void oneOfTwoWhoWantTheSameSeatGetsIt() {
        String room = freshRoom();
        try (Player ann = connect(room, "");
                Player bob = connect(room, "")) {
            Frame annSits = Frame.command("sit", "seat", "black", "name", "Ann");
            Frame bobSits = Frame.command("sit", "seat", "black", "name", "Bob");
            ann.send(annSits);
            bob.send(bobSits);
            Frame annsAnswer =
                    ann.await("an answer", frame -> List.of("ack", "refused").contains(frame.type()));
            Frame bobsAnswer =
                    bob.await("an answer", frame -> List.of("ack", "refused").contains(frame.type()));
            assertThat(types(List.of(annsAnswer, bobsAnswer))).containsExactlyInAnyOrder("ack", "refused");
        }
    }

    @Test
    void aSeatIsFreeAgainWhenItsPlayerLeavesBeforeTheGame() {
        String room = freshRoom();
        try (Player ann = connect(room, "");
                Player bob = connect(room, "")) {
            ann.sit("black", "Ann");
            long seq = ann.insist("leave").seq();
            assertThat(ann.awaitClose()).isEqualTo(1000);
            assertThat(bob.await("left")).containsEntry("seat", "black").containsEntry("seq", (int) seq);
            assertThat(bob.sit("Bob")).containsEntry("seat", "black");
            bob.catchUp();
            assertThat(types(events(bob))).as("no game, no drop").containsExactly("seated", "left", "seated");
        }
    }

    @Test
    void whoeverLeavesAGameThatIsOnResignsIt() {
        try (Table table = table("")) {
            long seq = table.white().insist("leave").seq();
            assertThat(table.white().awaitClose()).isEqualTo(1000);
            Frame ended = table.black().await("ended");
            assertThat(ended)
                    .containsEntry("winner", "black")
                    .containsEntry("reason", "resignation")
                    .containsEntry("seq", (int) seq);
            assertThat(table.black().await("left"))
                    .containsEntry("seat", "white")
                    .containsEntry("seq", (int) seq + 1);
        }
    }

    @Test
    void whoeverLeavesAfterTheGameKeepsTheNameInItButNotTheToken() {
        try (Table table = table("")) {
            String token = (String) table.white().frames("you").get(0).get("token");
            table.black().insist("resign");
            table.white().insist("leave");
            assertThat(table.white().awaitClose()).isEqualTo(1000);
            table.black().await("left");
            try (Player again = connect(table.room(), "")) {
                assertThat(again.await("welcome").at("seats", "white"))
                        .isEqualTo(Map.of("name", "Bob", "connected", false));
                assertRefused(again.ask("resume", "token", token, "since", 0), "bad-token");
            }
            assertThat(table.black().frames("ended")).hasSize(1);
        }
    }

    @Test
    void aSpectatorLeavesWithoutATrace() {
        try (Table table = table("");
                Player cid = connect(table.room(), "")) {
            assertThat(cid.insist("leave").seq()).isEqualTo(3);
            assertThat(cid.awaitClose()).isEqualTo(1000);
            assertThat(table.black().move("h8").seq()).isEqualTo(4);
        }
    }
}
