package org.parlor.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parlor.protocol.Frame;
import org.parlor.protocol.Player;

/** What needs the consent of both players: draws and takebacks, and how offers end. */
class OfferIT extends ContractTest {

    @Test
    void anOfferIsToldToAllWithItsNumber() {
        try (Table table = table("");
                Player spectator = connect(table.room(), "")) {
            long seq = table.white().insist("offer", "kind", "draw").seq();
            Frame offered = table.black().await("offered");
            assertThat(offered)
                    .containsEntry("seq", (int) seq)
                    .containsEntry("offer", (int) seq)
                    .containsEntry("seat", "white")
                    .containsEntry("kind", "draw")
                    .containsEntry("swap", false);
            assertThat(spectator.await("offered").text()).isEqualTo(offered.text());
        }
    }

    @Test
    void aDrawThatIsAcceptedEndsTheGame() {
        try (Table table = table("")) {
            table.play("h8");
            int offer = offer(table.black(), table.white(), "draw");
            long seq = table.white().insist("accept", "offer", offer).seq();
            assertThat(table.black().await("accepted"))
                    .containsEntry("seq", (int) seq)
                    .containsEntry("seat", "white")
                    .containsEntry("offer", offer)
                    .containsEntry("kind", "draw")
                    .containsEntry("takenBack", 0);
            assertThat(table.black().await("ended"))
                    .containsEntry("seq", (int) seq + 1)
                    .containsEntry("winner", null)
                    .containsEntry("reason", "agreement")
                    .containsEntry("points", 0);
        }
    }

    @Test
    void aTakebackRightAfterTheMoveTakesBackOnePly() {
        try (Table table = table("size=5")) {
            table.play("c3");
            offer(table.black(), table.white(), "takeback");
            table.white().insist("accept", "offer", "takeback");
            assertThat(table.black().await("accepted"))
                    .containsEntry("takenBack", 1)
                    .containsEntry("position", "5/5/5/5/5 b")
                    .containsEntry("toMove", "black");
            assertRefused(table.white().ask("move", "move", "a1"), "not-your-turn");
            table.play("c3");
        }
    }

    @Test
    void aTakebackAfterTheAnswerTakesBackTwoPlies() {
        try (Table table = table("size=5")) {
            table.play("c3", "c4", "d3", "d4");
            offer(table.black(), table.white(), "takeback");
            table.white().insist("accept", "offer", "takeback");
            assertThat(table.black().await("accepted"))
                    .containsEntry("takenBack", 2)
                    .containsEntry("position", "5/2o2/2x2/5/5 b")
                    .containsEntry("toMove", "black");
            offer(table.black(), table.white(), "takeback");
            table.white().insist("accept", "offer", "takeback");
            assertThat(table.black().await("accepted"))
                    .as("one after the other")
                    .containsEntry("takenBack", 2)
                    .containsEntry("position", "5/5/5/5/5 b");
        }
    }

    @Test
    void whoeverHasNotMovedHasNothingToTakeBack() {
        try (Table table = table("")) {
            assertRefused(table.black().ask("offer", "kind", "takeback"), "nothing-to-take-back");
            table.play("h8");
            assertRefused(table.white().ask("offer", "kind", "takeback"), "nothing-to-take-back");
        }
    }

    @Test
    void anOfferThatIsDeclinedIsGoneAndMayBeMadeAgain() {
        try (Table table = table("")) {
            int offer = offer(table.black(), table.white(), "draw");
            table.white().insist("decline", "offer", offer);
            assertThat(table.black().await("declined"))
                    .containsEntry("seat", "white")
                    .containsEntry("offer", offer)
                    .containsEntry("kind", "draw");
            assertRefused(table.white().ask("accept", "offer", offer), "no-such-offer");
            assertThat(offer(table.black(), table.white(), "draw")).isGreaterThan(offer);
        }
    }

    @Test
    void whoeverMadeAnOfferWithdrawsItByDecliningIt() {
        try (Table table = table("")) {
            offer(table.black(), table.white(), "draw");
            table.black().insist("decline", "offer", "draw");
            assertThat(table.white().await("declined")).containsEntry("seat", "black");
            assertRefused(table.white().ask("accept", "offer", "draw"), "no-such-offer");
        }
    }

    @Test
    void nobodyAcceptsTheirOwnOffer() {
        try (Table table = table("")) {
            int offer = offer(table.black(), table.white(), "draw");
            assertRefused(table.black().ask("accept", "offer", offer), "own-offer");
            assertRefused(table.black().ask("accept", "offer", "draw"), "own-offer");
        }
    }

    @Test
    void ofTwoOffersThatCrossTheSecondIsRefusedAndPointsToTheFirst() {
        try (Table table = table("")) {
            Frame blacks = Frame.command("offer", "kind", "draw");
            Frame whites = Frame.command("offer", "kind", "draw");
            table.black().send(blacks);
            table.white().send(whites);
            Frame blacksAnswer =
                    table.black().await("answer", frame -> blacks.id().equals(frame.id()));
            Frame whitesAnswer =
                    table.white().await("answer", frame -> whites.id().equals(frame.id()));
            boolean blackWasFirst = blacksAnswer.type().equals("ack");
            Frame ack = blackWasFirst ? blacksAnswer : whitesAnswer;
            Frame refused = blackWasFirst ? whitesAnswer : blacksAnswer;
            Player second = blackWasFirst ? table.white() : table.black();
            assertRefused(refused, "already-offered");
            assertThat(refused.get("detail").toString()).contains("offer " + ack.seq());
            second.insist("accept", "offer", ack.seq());
            assertThat(table.black().await("ended")).containsEntry("reason", "agreement");
            assertThat(table.white().await("ended")).containsEntry("reason", "agreement");
        }
    }

    @Test
    void theSameOfferIsNotMadeTwice() {
        try (Table table = table("")) {
            offer(table.black(), table.white(), "draw");
            assertRefused(table.black().ask("offer", "kind", "draw"), "already-offered");
        }
    }

    @Test
    void offersOfDifferentKindsStandSideBySide() {
        try (Table table = table("")) {
            table.play("h8");
            offer(table.white(), table.black(), "draw");
            offer(table.black(), table.white(), "takeback");
            table.black().insist("decline", "offer", "draw");
            table.white().insist("accept", "offer", "takeback");
            assertThat(table.black().await("accepted")).containsEntry("takenBack", 1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"draw", "takeback"})
    void anOfferLapsesWhenAMoveIsPlayed(String kind) {
        try (Table table = table("")) {
            table.play("h8");
            int offer = offer(table.black(), table.white(), kind);
            table.white().move("h9");
            assertRefused(table.white().ask("accept", "offer", offer), "no-such-offer");
            assertRefused(table.black().ask("decline", "offer", offer), "no-such-offer");
            table.black().move("i8");
        }
    }

    @Test
    void anOfferLapsesWhenTheGameEnds() {
        try (Table table = table("")) {
            int offer = offer(table.black(), table.white(), "draw");
            table.white().insist("resign");
            assertRefused(table.white().ask("accept", "offer", offer), "no-such-offer");
            assertThat(table.black().await("ended")).containsEntry("winner", "black");
        }
    }

    @Test
    void aRefusedMoveLetsNoOfferLapse() {
        try (Table table = table("")) {
            int offer = offer(table.white(), table.black(), "draw");
            assertRefused(table.black().ask("move", "move", "z9"), "off-board");
            table.black().insist("say", "text", "hm");
            table.black().insist("accept", "offer", offer);
        }
    }

    @Test
    void anOfferThatWasNeverMadeCantBeAnswered() {
        try (Table table = table("")) {
            assertRefused(table.black().ask("accept", "offer", 2), "no-such-offer");
            assertRefused(table.black().ask("accept", "offer", "takeback"), "no-such-offer");
            assertRefused(table.black().ask("decline", "offer", 999), "no-such-offer");
        }
    }

    @Test
    void drawsAndTakebacksNeedAGameThatIsOn() {
        try (Player ann = connect(freshRoom(), "")) {
            ann.sit("Ann");
            for (String kind : new String[] {"draw", "takeback", "rematch"}) {
                assertRefused(ann.ask("offer", "kind", kind), "not-started");
            }
        }
        try (Table table = table("")) {
            table.play("h8");
            assertRefused(table.black().ask("offer", "kind", "rematch"), "game-on");
            table.white().insist("resign");
            assertRefused(table.black().ask("offer", "kind", "draw"), "game-over");
            assertRefused(table.black().ask("offer", "kind", "takeback"), "game-over");
        }
    }

    @Test
    void offersAreBetweenThePlayers() {
        try (Table table = table("");
                Player spectator = connect(table.room(), "")) {
            int offer = offer(table.black(), table.white(), "draw");
            assertRefused(spectator.ask("offer", "kind", "draw"), "not-seated");
            assertRefused(spectator.ask("accept", "offer", offer), "not-seated");
            assertRefused(spectator.ask("decline", "offer", offer), "not-seated");
            table.white().send(Map.of("type", "accept", "offer", offer));
            assertThat(spectator.await("ended")).containsEntry("reason", "agreement");
        }
    }

    private static int offer(Player from, Player to, String kind) {
        int seq = (int) from.insist("offer", "kind", kind).seq();
        to.await("offer " + seq, frame -> frame.type().equals("offered") && frame.seq() == seq);
        return seq;
    }
}
