package org.parlor.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.parlor.protocol.Frame;
import org.parlor.protocol.Player;

/** Another game in the same room. */
class RematchIT extends ContractTest {

    @Test
    void aRematchStartsTheNextRoundWithTheSameColours() {
        try (Table table = table("size=5")) {
            table.play("c3");
            rematch(table, false);
            Frame started = table.white().await("started");
            assertThat(started)
                    .containsEntry("round", 2)
                    .containsEntry("swapped", false)
                    .containsEntry("position", "5/5/5/5/5 b")
                    .containsEntry("toMove", "black");
            assertThat(started.at("seats", "black", "name")).isEqualTo("Ann");
            table.play("c3", "c4");
            table.black().catchUp();
            assertThat(table.black().frames("you")).as("the seat is the same").hasSize(1);
        }
    }

    @Test
    void theAckOfTheAcceptanceIsTheAcceptedEventAndTheStartFollowsIt() {
        try (Table table = table("")) {
            long ack = rematch(table, false);
            assertThat(table.black().await("accepted"))
                    .containsEntry("seq", (int) ack)
                    .containsEntry("kind", "rematch");
            assertThat(table.black().await("started")).containsEntry("seq", (int) ack + 1);
        }
    }

    @Test
    void aRematchWithSwapChangesTheColoursAndTellsBothTheirSeats() {
        try (Table table = table("");
                Player spectator = connect(table.room(), "")) {
            rematch(table, true);
            Player ann = table.black();
            Player bob = table.white();
            Frame started = spectator.await("started");
            assertThat(started).containsEntry("round", 2).containsEntry("swapped", true);
            assertThat(started.at("seats", "black", "name")).isEqualTo("Bob");
            assertThat(started.at("seats", "white", "name")).isEqualTo("Ann");
            assertThat(newSeat(ann)).isEqualTo(Map.of("type", "you", "seat", "white"));
            assertThat(newSeat(bob)).isEqualTo(Map.of("type", "you", "seat", "black"));
            assertRefused(ann.ask("move", "move", "h8"), "not-your-turn");
            assertThat(bob.move("h8")).containsEntry("seat", "black");
            assertThat(ann.move("h9")).containsEntry("seat", "white");
            spectator.catchUp();
            assertThat(spectator.frames("you")).isEmpty();
        }
    }

    @Test
    void aTokenTakesTheNewSeatBackAfterASwap() {
        try (Table table = table("")) {
            String token = (String) table.black().frames("you").get(0).get("token");
            rematch(table, true);
            newSeat(table.black());
            table.black().abort();
            assertThat(table.white().await("dropped")).containsEntry("seat", "white");
            try (Player ann = connect(table.room(), "")) {
                assertThat(ann.resume(token, 0)).containsEntry("seat", "white");
                table.white().move("h8");
                assertThat(ann.move("h9")).containsEntry("seat", "white");
            }
        }
    }

    @Test
    void coloursChangeBackWithTheNextSwap() {
        try (Table table = table("")) {
            rematch(table, true);
            newSeat(table.black());
            rematch(table, true);
            assertThat(newSeat(table.black())).containsEntry("seat", "black");
            table.black().move("h8");
        }
    }

    @Test
    void anOfferOfARematchMayBeDeclinedAndMadeAnew() {
        try (Table table = table("")) {
            table.black().insist("resign");
            long offer = table.black().insist("offer", "kind", "rematch").seq();
            table.white().insist("decline", "offer", offer);
            assertThat(table.black().await("declined")).containsEntry("kind", "rematch");
            assertRefused(table.white().ask("accept", "offer", "rematch"), "no-such-offer");
            table.white().insist("offer", "kind", "rematch");
            table.black().insist("accept", "offer", "rematch");
            assertThat(table.white().await("started")).containsEntry("round", 2);
        }
    }

    @Test
    void thereIsNoRematchWithSomeoneWhoLeft() {
        try (Table table = table("")) {
            table.white().insist("resign");
            long offer = table.white().insist("offer", "kind", "rematch").seq();
            table.white().insist("leave");
            table.black().await("left");
            assertRefused(table.black().ask("accept", "offer", offer), "no-such-offer");
            assertRefused(table.black().ask("offer", "kind", "rematch"), "game-over");
        }
    }

    /** Ends the game and starts the next; returns what the acceptance was acknowledged with. */
    private static long rematch(Table table, boolean swap) {
        table.black().insist("resign");
        long offer =
                table.black().insist("offer", "kind", "rematch", "swap", swap).seq();
        Frame offered =
                table.white().await("offer " + offer, frame -> frame.type().equals("offered") && frame.seq() == offer);
        assertThat(offered).containsEntry("swap", swap);
        return table.white().insist("accept", "offer", offer).seq();
    }

    private static Frame newSeat(Player player) {
        return player.await("you after a swap", frame -> frame.type().equals("you") && frame.id() == null);
    }
}
