package org.parlor.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.SocketException;
import org.junit.jupiter.api.Test;
import org.parlor.protocol.Frame;
import org.parlor.protocol.Player;
import org.parlor.wire.Handshake;
import org.parlor.wire.Opcode;
import org.parlor.wire.WireFrame;
import org.parlor.wire.WireSocket;

/** More frames than a player can mean: 1000 a second are allowed, and twice as many in a burst. */
class FloodIT extends ContractTest {

    private static final int BURST = 2000;
    private static final int FAR_TOO_MANY = 100_000;
    private static final int BATCH = 200;
    private static final String PING = "{\"type\":\"ping\",\"t\":1}";

    @Test
    void aBurstThatIsAllowedIsAnsweredInFull() {
        try (Player client = connect(freshRoom(), "")) {
            for (int i = 0; i < BURST - 10; i++) {
                client.sendRaw(PING);
            }
            client.catchUp();
            assertThat(client.frames("pong")).hasSize(BURST - 10 + 1);
        }
    }

    @Test
    void whoeverSendsMoreIsClosedWith1008AndTheOthersPlayOn() throws IOException {
        try (Table table = table("");
                WireSocket flooder = WireSocket.open(Handshake.to(Player.address(base(), table.room(), "")))) {
            table.play("h8", "h9");
            assertThat(flood(flooder).closeCode()).isEqualTo(1008);
            table.play("i8", "i9");
            assertThat(types(events(table.black()))).doesNotContain("dropped", "said");
        }
    }

    @Test
    void aPlayerWhoFloodsKeepsTheSeat() throws IOException {
        String room = freshRoom();
        try (Player bob = connect(room, "")) {
            String token;
            try (WireSocket ann = WireSocket.open(Handshake.to(Player.address(base(), room, "")))) {
                ann.send("{\"type\":\"sit\",\"id\":\"1\",\"seat\":\"black\"}");
                token = Frame.of(ann.await("you").text()).get("token").toString();
                bob.sit("white", "Bob");
                assertThat(flood(ann).closeCode()).isEqualTo(1008);
            }
            bob.await("dropped");
            try (Player ann = connect(room, "")) {
                ann.resume(token, 0);
                ann.move("h8");
                bob.move("h9");
            }
        }
    }

    /**
     * Sends until the server has had enough, and returns its close. Hears the answers in between: a connection that is reset
     * while both sides still write can lose what the server said last. Not too often: to wait for the answers costs time, in
     * which more is allowed.
     */
    private static WireFrame flood(WireSocket socket) throws IOException {
        for (int sent = 0; sent < FAR_TOO_MANY; sent += BATCH) {
            send(socket, BATCH);
            for (int heard = 0; heard < BATCH; heard++) {
                WireFrame answer = socket.await(FloodIT::isPongOrClose);
                if (answer.opcode() == Opcode.CLOSE) {
                    return answer;
                }
            }
        }
        throw new AssertionError("The server let " + FAR_TOO_MANY + " frames pass");
    }

    private static void send(WireSocket socket, int count) throws IOException {
        try {
            for (int i = 0; i < count; i++) {
                socket.send(PING);
            }
        } catch (SocketException hungUp) {
            // The server's close waits to be read; if it does not, reading fails.
            return;
        }
    }

    private static boolean isPongOrClose(WireFrame frame) {
        return frame.opcode() == Opcode.CLOSE || frame.text().contains("\"pong\"");
    }
}
