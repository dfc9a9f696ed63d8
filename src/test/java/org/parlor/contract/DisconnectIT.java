package org.parlor.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.parlor.protocol.Frame;
import org.parlor.protocol.Player;
import org.parlor.wire.Handshake;
import org.parlor.wire.WireFrame;
import org.parlor.wire.WireSocket;

/** Connections that end. */
class DisconnectIT extends ContractTest {

    @Test
    void aPoliteCloseIsAnsweredAndDropsThePlayerOnce() {
        try (Table table = table("")) {
            table.play("h8");
            table.black().close(1000);
            assertThat(table.black().awaitClose()).isEqualTo(1000);
            droppedOnceAndTheGameGoesOn(table);
        }
    }

    @Test
    void aBrowserThatGoesAwayDropsThePlayerOnce() {
        try (Table table = table("")) {
            table.play("h8");
            table.black().close(1001);
            table.black().awaitClose();
            droppedOnceAndTheGameGoesOn(table);
        }
    }

    @Test
    void aCutConnectionDropsThePlayerOnce() {
        try (Table table = table("")) {
            table.play("h8");
            table.black().abort();
            droppedOnceAndTheGameGoesOn(table);
        }
    }

    @Test
    void aConnectionThatIsResetDropsThePlayerAndTheOthersGoOn() throws IOException {
        String room = freshRoom();
        try (Player bob = connect(room, "");
                Player spectator = connect(room, "");
                Table neighbours = table("")) {
            WireSocket ann = WireSocket.open(Handshake.to(Player.address(base(), room, "")));
            ann.send("{\"type\":\"sit\",\"id\":\"1\",\"seat\":\"black\"}");
            ann.await("ack");
            bob.sit("white", "Bob");
            ann.reset();
            assertThat(bob.await("dropped")).containsEntry("seat", "black");
            bob.insist("say", "text", "oh");
            assertThat(spectator.await("said")).containsEntry("text", "oh");
            assertThat(types(events(spectator))).containsExactly("seated", "seated", "started", "dropped", "said");
            neighbours.play("h8", "h9");
        }
    }

    @Test
    void aConnectionThatIsCutInTheMiddleOfAFrameDropsThePlayerOnce() throws IOException {
        String room = freshRoom();
        try (Player bob = connect(room, "")) {
            try (WireSocket ann = WireSocket.open(Handshake.to(Player.address(base(), room, "")))) {
                ann.send("{\"type\":\"sit\",\"id\":\"1\"}");
                ann.await("ack");
                ann.send(WireFrame.piece("{\"type\":\"re", true, false));
            }
            assertThat(bob.await("dropped")).containsEntry("seat", "black");
            bob.insist("say", "text", "oh");
            assertThat(types(events(bob))).containsExactly("seated", "dropped", "said");
        }
    }

    @Test
    void theSeatOfAPlayerWhoIsGoneIsKept() {
        String room = freshRoom();
        try (Player bob = connect(room, "")) {
            try (Player ann = connect(room, "")) {
                ann.sit("black", "Ann");
            }
            bob.await("dropped");
            assertRefused(bob.ask("sit", "seat", "black", "name", "Bob"), "seat-taken");
            assertThat(bob.sit("Bob")).containsEntry("seat", "white");
            assertThat(bob.await("started").at("seats", "black", "connected")).isEqualTo(false);
        }
    }

    @Test
    void whoeverIsStillHereMayResignOrOfferWhileTheOtherIsGone() {
        try (Table table = table("")) {
            table.black().abort();
            table.white().await("dropped");
            table.white().insist("offer", "kind", "draw");
            try (Player ann = connect(table.room(), "")) {
                ann.resume(token(table), 0);
                ann.insist("accept", "offer", "draw");
                assertThat(table.white().await("ended")).containsEntry("reason", "agreement");
            }
        }
    }

    @Test
    void bothMayGoAtOnce() {
        try (Table table = table("");
                Player spectator = connect(table.room(), "")) {
            table.black().abort();
            table.white().abort();
            Frame first = spectator.await("dropped");
            Frame second = spectator.await("dropped");
            assertThat(first.get("seat")).isNotEqualTo(second.get("seat"));
        }
    }

    private void droppedOnceAndTheGameGoesOn(Table table) {
        assertThat(table.white().await("dropped")).containsEntry("seat", "black");
        table.white().move("h9");
        try (Player ann = connect(table.room(), "")) {
            ann.resume(token(table), 0);
            ann.move("i8");
            table.white().await("moved", frame -> "i8".equals(frame.get("move")));
            table.white().move("i9");
            assertThat(table.white().frames("dropped")).hasSize(1);
            assertThat(table.white().frames("returned")).hasSize(1);
        }
    }

    private static String token(Table table) {
        return (String) table.black().frames("you").get(0).get("token");
    }
}
