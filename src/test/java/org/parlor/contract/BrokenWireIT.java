package org.parlor.contract;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parlor.protocol.Player;
import org.parlor.wire.Handshake;
import org.parlor.wire.Opcode;
import org.parlor.wire.WireFrame;
import org.parlor.wire.WireSocket;

/** Frames that a WebSocket library would not send, or that cost the sender its connection: the others play on. */
class BrokenWireIT extends ContractTest {

    @Test
    void aFrameFarBeyondTheLargestClosesTheConnectionWith1009AndTheSeatIsKept() {
        try (Table table = table("")) {
            table.black().sendRaw("{\"type\":\"say\",\"text\":\"" + "x".repeat(100_000) + "\"}");
            assertThat(table.black().awaitClose()).isEqualTo(1009);
            assertThat(table.white().await("dropped")).containsEntry("seat", "black");
            try (Player ann = connect(table.room(), "")) {
                ann.resume((String) table.black().frames("you").get(0).get("token"), 0);
                ann.move("h8");
                table.white().move("h9");
            }
        }
    }

    @Test
    void aMoveInFourPiecesIsPlayed() throws IOException {
        String room = freshRoom();
        try (WireSocket ann = open(room);
                Player bob = connect(room, "")) {
            seat(ann, bob);
            ann.send(WireFrame.piece("{\"type\":\"mo", true, false));
            ann.send(WireFrame.piece("ve\",\"id\":\"2\",", false, false));
            ann.send(WireFrame.piece("", false, false));
            ann.send(WireFrame.piece("\"move\":\"h8\"}", false, true));
            assertThat(bob.await("moved")).containsEntry("move", "h8");
        }
    }

    @Test
    void piecesThatAreTooBigTogetherAreRefused() throws IOException {
        String room = freshRoom();
        try (WireSocket ann = open(room);
                Player bob = connect(room, "")) {
            seat(ann, bob);
            ann.send(WireFrame.piece("{\"type\":\"resign\",\"pad\":\"", true, false));
            for (int i = 0; i < 9; i++) {
                ann.send(WireFrame.piece("x".repeat(1000), false, false));
            }
            ann.send(WireFrame.piece("\"}", false, true));
            assertThat(ann.await("refused").text()).contains("\"too-big\"");
            goesOn(ann, bob);
        }
    }

    @Test
    void aTextThatIsNoUtf8ClosesTheConnectionWith1007() throws IOException {
        String room = freshRoom();
        try (WireSocket ann = open(room);
                WireSocket broken = open(room);
                Player bob = connect(room, "")) {
            seat(ann, bob);
            broken.send(WireFrame.text("{\"type\":\"say\",\"text\":\"\u00ff\u00fe\"}".getBytes(ISO_8859_1)));
            assertThat(broken.await(Opcode.CLOSE).closeCode()).isEqualTo(1007);
            goesOn(ann, bob);
        }
    }

    @Test
    void aSurrogateEncodedAsThreeBytesIsNoUtf8() throws IOException {
        String room = freshRoom();
        try (WireSocket ann = open(room);
                WireSocket broken = open(room);
                Player bob = connect(room, "")) {
            seat(ann, bob);
            broken.send(WireFrame.text("{\"type\":\"say\",\"text\":\"\u00ed\u00a0\u0080\"}".getBytes(ISO_8859_1)));
            assertThat(broken.await(Opcode.CLOSE).closeCode()).isEqualTo(1007);
            goesOn(ann, bob);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\ud800", "\\udc00", "\\udc00\\ud800", "a\\ud83d", "\\ud83d\\u0041"})
    void halfACharacterIsRefusedBecauseNoTextCanHoldIt(String half) throws IOException {
        String room = freshRoom();
        try (WireSocket ann = open(room);
                Player bob = connect(room, "")) {
            seat(ann, bob);
            ann.send("{\"type\":\"say\",\"id\":\"2\",\"text\":\"" + half + "\"}");
            assertThat(ann.await("refused").text()).contains("\"bad-frame\"", "\"2\"");
            ann.send("{\"type\":\"say\",\"id\":\"" + half + "\",\"text\":\"x\"}");
            assertThat(ann.await("refused").text()).contains("\"bad-frame\"");
            goesOn(ann, bob);
        }
    }

    @Test
    void anIdWithAZeroCharacterIsRefusedBecauseNotEveryJournalCanKeepIt() throws IOException {
        String room = freshRoom();
        try (WireSocket ann = open(room);
                Player bob = connect(room, "")) {
            seat(ann, bob);
            ann.send("{\"type\":\"say\",\"id\":\"\\u0000\",\"text\":\"x\"}");
            assertThat(ann.await("refused").text()).contains("\"bad-frame\"");
            goesOn(ann, bob);
        }
    }

    @Test
    void aWholeCharacterMayBeWrittenAsTwoHalves() throws IOException {
        String room = freshRoom();
        try (WireSocket ann = open(room);
                Player bob = connect(room, "")) {
            ann.send("{\"type\":\"say\",\"text\":\"\\ud83d\\ude00\"}");
            assertThat(bob.await("said")).containsEntry("text", "😀");
        }
    }

    private WireSocket open(String room) throws IOException {
        return WireSocket.open(Handshake.to(Player.address(base(), room, "")));
    }

    private static void seat(WireSocket black, Player white) throws IOException {
        black.send("{\"type\":\"sit\",\"id\":\"1\",\"seat\":\"black\",\"name\":\"Ann\"}");
        black.await("ack");
        white.sit("white", "Bob");
    }

    /** Nothing happened so far, and both can play. */
    private static void goesOn(WireSocket black, Player white) throws IOException {
        black.send("{\"type\":\"move\",\"move\":\"h8\"}");
        assertThat(white.await("moved")).containsEntry("seq", 4);
        white.move("h9");
    }
}
