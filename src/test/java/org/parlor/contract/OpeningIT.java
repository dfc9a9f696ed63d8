package org.parlor.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.parlor.protocol.Frame;
import org.parlor.protocol.Player;

/** Openings over the wire: moves that put no stone, and players who change seats. */
class OpeningIT extends ContractTest {

    /** Ann has put black, white and black, and Bob is to choose. */
    private Table swap2() {
        Table table = table("opening=swap2");
        for (String stone : List.of("d8", "d9", "e8")) {
            assertThat(table.black().move(stone)).containsEntry("seat", "black").doesNotContainKey("seats");
        }
        table.white().catchUp();
        return table;
    }

    private static List<Object> plays(Player player) {
        return ((List<?>) player.ask("legal").get("plays"))
                .stream().<Object>map(play -> ((Map<?, ?>) play).get("move")).toList();
    }

    private static void assertSeats(Frame frame, String black, String white) {
        assertThat(frame.at("seats", "black", "name")).isEqualTo(black);
        assertThat(frame.at("seats", "white", "name")).isEqualTo(white);
    }

    @Test
    void theWelcomeTellsTheOpening() {
        try (Player ann = connect(freshRoom(), "rule=renju&opening=rif")) {
            assertThat(ann.await("welcome").at("options", "opening")).isEqualTo("rif");
        }
    }

    @Test
    void anOpeningThatDoesNotFitIsABadAddress() {
        try (Player ann = connect(freshRoom(), "opening=rif")) {
            assertRefused(ann.await("refused"), "bad-address");
            assertThat(ann.awaitClose()).isEqualTo(4400);
        }
    }

    @Test
    void theOneWhoDecidesIsToMoveAndOnlyTheirMovesAreLegal() {
        try (Table table = swap2()) {
            assertThat(plays(table.black())).containsExactly("swap", "stay", "put 2 more");
            assertRefused(table.black().ask("move", "move", "swap"), "not-your-turn");
            assertRefused(table.white().ask("move", "move", "h8"), "bad-move");
            assertThat(table.white().move("put 2 more")).containsEntry("toMove", "white");
            assertThat(table.white().move("h9")).containsEntry("toMove", "white");
            assertThat(table.white().move("h8")).containsEntry("toMove", "black");
        }
    }

    @Test
    void aSwapChangesNamesSeatsAndWhoMayMove() {
        try (Table table = swap2();
                Player spectator = connect(table.room(), "")) {
            Frame swap = table.white().move("swap");
            assertThat(swap).containsEntry("seat", "white").containsEntry("toMove", "white");
            assertSeats(swap, "Bob", "Ann");
            assertThat(spectator.await("moved")).isEqualTo(swap);
            Frame bob = table.white()
                    .await("you without a token", frame -> frame.type().equals("you") && !frame.containsKey("token"));
            assertThat(bob).containsEntry("seat", "black").doesNotContainKey("id");
            Frame ann = table.black()
                    .await("you without a token", frame -> frame.type().equals("you") && !frame.containsKey("token"));
            assertThat(ann).containsEntry("seat", "white");
            assertRefused(table.white().ask("move", "move", "e9"), "not-your-turn");
            assertThat(table.black().move("e9")).containsEntry("seat", "white");
            table.white().move("f8");
            table.black().move("f9");
            table.white().move("g8");
            table.black().move("g9");
            table.white().move("h8");
            assertThat(table.black().await("ended"))
                    .containsEntry("winner", "black")
                    .containsEntry("line", List.of("d8", "e8", "f8", "g8", "h8"));
            try (Player late = connect(table.room(), "")) {
                assertSeats(late.await("welcome"), "Bob", "Ann");
            }
        }
    }

    @Test
    void aTakebackOverASwapPutsEveryoneBack() {
        try (Table table = swap2()) {
            table.white().move("swap");
            table.black().catchUp();
            int offer = (int) table.white().insist("offer", "kind", "takeback").seq();
            table.black().insist("accept", "offer", offer);
            Frame accepted = table.white().await("accepted");
            assertThat(accepted).containsEntry("takenBack", 1).containsEntry("toMove", "white");
            assertSeats(accepted, "Ann", "Bob");
            table.white().catchUp();
            assertThat(table.white().frames("you")).last().satisfies(you -> assertThat(you)
                    .containsEntry("seat", "white")
                    .doesNotContainKey("token"));
            assertThat(table.white().move("stay")).doesNotContainKey("seats");
            assertThat(table.white().move("e9")).containsEntry("seat", "white");
        }
    }

    @Test
    void aTakebackThatReachesPastASwapIsStillTheProposersOwn() {
        try (Table table = swap2()) {
            table.white().move("swap");
            table.black().move("e9");
            int offer = (int) table.white().insist("offer", "kind", "takeback").seq();
            table.black().insist("accept", "offer", offer);
            Frame accepted = table.white().await("accepted");
            assertThat(accepted).containsEntry("takenBack", 2).containsEntry("toMove", "white");
            assertSeats(accepted, "Ann", "Bob");
        }
    }

    @Test
    void whoeverWasAwayDuringTheSwapComesBackToTheOtherSeat() {
        try (Table table = swap2()) {
            String token = (String) table.black().frames("you").get(0).get("token");
            long known = table.white().frames("moved").get(2).seq();
            table.black().abort();
            table.white().await("dropped");
            table.white().move("swap");
            try (Player ann = connect(table.room(), "")) {
                assertThat(ann.resume(token, known)).containsEntry("seat", "white");
                assertSeats(ann.await("moved"), "Bob", "Ann");
                assertThat(ann.await("returned")).containsEntry("seat", "white");
                assertThat(ann.move("e9")).containsEntry("seat", "white");
                assertThat(table.white().move("f8")).containsEntry("seat", "black");
            }
        }
    }

    @Test
    void aRematchBeginsWithTheOpeningAgain() {
        try (Table table = swap2()) {
            table.white().move("swap");
            table.black().insist("resign");
            assertThat(table.white().await("ended")).containsEntry("winner", "black");
            int offer = (int) table.black()
                    .insist("offer", "kind", "rematch", "swap", true)
                    .seq();
            table.white().insist("accept", "offer", offer);
            Frame again = table.black()
                    .await(
                            "the second game",
                            frame -> frame.type().equals("started")
                                    && frame.at("round").equals(2));
            assertSeats(again, "Ann", "Bob");
            table.black().move("a1");
            assertThat(table.black().move("a2")).containsEntry("toMove", "black");
        }
    }

    @Test
    void offeredFifthsAreMovesAndSymmetricOnesAreRefused() {
        try (Table table = table("rule=renju&opening=soosorv-8")) {
            for (String stone : List.of("h8", "h9", "h10")) {
                table.black().move(stone);
            }
            for (String move : List.of("stay", "h11", "fifths 2")) {
                table.white().move(move);
            }
            table.black().move("stay");
            Frame offer = table.black().move("offer i9");
            assertThat(offer).containsEntry("toMove", "black");
            Frame refused = table.black().ask("move", "move", "offer g9");
            assertRefused(refused, "forbidden");
            assertThat((String) refused.get("detail")).contains("symmetric to i9");
            Frame second = table.black().move("offer g10");
            assertThat(second).containsEntry("toMove", "white").containsEntry("position", offer.get("position"));
            assertThat(plays(table.white())).containsExactly("i9", "g10");
            assertRefused(table.white().ask("move", "move", "g9"), "forbidden");
            assertThat(table.white().move("g10")).containsEntry("toMove", "white");
            assertThat(table.white().move("a1")).containsEntry("toMove", "black");
        }
    }
}
