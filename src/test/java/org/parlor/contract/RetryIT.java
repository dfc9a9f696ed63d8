package org.parlor.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.parlor.protocol.Frame;
import org.parlor.protocol.Player;

/** A command whose answer was lost can be sent again: nothing is done twice. */
class RetryIT extends ContractTest {

    @Test
    void aRetriedMoveIsAnsweredWithTheFirstAckAndNotPlayedTwice() {
        try (Table table = table("")) {
            Frame move = Frame.command("move", "move", "h8");
            Frame ack = table.black().ask(move);
            table.white().move("h9");
            assertThat(table.black().ask(move)).isEqualTo(ack);
            table.black().catchUp();
            assertThat(table.black().frames("moved")).hasSize(2);
        }
    }

    @Test
    void aRetriedMoveIsAnsweredOnTheNextConnectionToo() {
        try (Table table = table("")) {
            Frame move = Frame.command("move", "move", "h8");
            Frame ack = table.black().ask(move);
            table.black().abort();
            table.white().await("dropped");
            try (Player ann = connect(table.room(), "")) {
                ann.resume((String) table.black().frames("you").get(0).get("token"), 0);
                assertThat(ann.ask(move)).isEqualTo(ack);
                assertThat(ann.frames("moved")).hasSize(1);
            }
        }
    }

    @Test
    void aMoveThatWasCutOffIsPlayedOnceWhetherItArrivedOrNot() {
        try (Table table = table("")) {
            Frame move = Frame.command("move", "move", "h8");
            table.black().send(move);
            table.black().abort();
            table.white().await("dropped");
            try (Player ann = connect(table.room(), "")) {
                ann.resume((String) table.black().frames("you").get(0).get("token"), 0);
                long seq = ann.ask(move).seq();
                ann.catchUp();
                assertThat(ann.frames("moved"))
                        .singleElement()
                        .extracting(Frame::seq)
                        .isEqualTo(seq);
            }
        }
    }

    @Test
    void whoSatDownWithATokenOfTheirOwnAndHeardNoAnswerSitsDownAgainInTheSameSeat() {
        String room = freshRoom();
        Frame sit = Frame.command("sit", "name", "Ann", "token", "a secret that only Ann can know");
        try (Player ann = connect(room, "")) {
            ann.send(sit);
        }
        try (Player again = connect(room, "")) {
            assertThat(again.ask(sit)).containsEntry("type", "ack");
            Frame you = again.await("you");
            assertThat(you).containsEntry("seat", "black").containsKey("token");
            again.insist("resume", "since", 0);
            assertThat(again.frames().stream()
                            .filter(frame -> frame.type().equals("seated"))
                            .map(Frame::seq)
                            .distinct())
                    .hasSize(1);
        }
    }

    @Test
    void manyRetriesAtOnceGetTheSameAck() {
        try (Table table = table("")) {
            Frame move = Frame.command("move", "move", "h8");
            for (int i = 0; i < 20; i++) {
                table.black().send(move);
            }
            table.black().catchUp();
            table.white().move("h9");
            table.black().catchUp();
            assertThat(table.black().frames("moved")).hasSize(2);
            assertThat(table.black().frames("ack").stream()
                            .filter(ack -> move.id().equals(ack.id())))
                    .hasSize(20)
                    .allMatch(ack -> ack.seq() == 4);
        }
    }

    @Test
    void aRefusalIsRepeatedThoughTheMoveWouldBeLegalByNow() {
        try (Table table = table("")) {
            Frame tooEarly = Frame.command("move", "move", "h9");
            Frame refused = table.white().ask(tooEarly);
            assertRefused(refused, "not-your-turn");
            table.play("h8");
            assertThat(table.white().ask(tooEarly)).isEqualTo(refused);
            table.white().move("h9");
        }
    }

    @Test
    void chatAndOffersAreNotRepeatedEither() {
        try (Table table = table("")) {
            Frame say = Frame.command("say", "text", "hello");
            assertThat(table.black().ask(say)).isEqualTo(table.black().ask(say));
            Frame offer = Frame.command("offer", "kind", "draw");
            assertThat(table.black().ask(offer)).isEqualTo(table.black().ask(offer));
            table.white().catchUp();
            assertThat(table.white().frames("said")).hasSize(1);
            assertThat(table.white().frames("offered")).hasSize(1);
        }
    }

    @Test
    void theRetriedSitOfASeatedPlayerIsAcknowledgedAgain() {
        try (Player ann = connect(freshRoom(), "")) {
            Frame sit = Frame.command("sit", "name", "Ann");
            Frame ack = ann.ask(sit);
            assertThat(ann.ask(sit)).isEqualTo(ack);
            assertThat(ann.frames("seated")).hasSize(1);
        }
    }

    @Test
    void thePlayersIdsDoNotMeet() {
        try (Table table = table("")) {
            Frame blacks = Frame.of("{\"type\":\"move\",\"id\":\"1\",\"move\":\"h8\"}");
            Frame whites = Frame.of("{\"type\":\"move\",\"id\":\"1\",\"move\":\"h9\"}");
            assertThat(table.black().ask(blacks).seq()).isEqualTo(4);
            assertThat(table.white().ask(whites).seq()).isEqualTo(5);
        }
    }
}
