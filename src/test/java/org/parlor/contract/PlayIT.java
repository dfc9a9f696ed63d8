package org.parlor.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parlor.protocol.Frame;
import org.parlor.protocol.Player;

/** Moves, and how games end. */
class PlayIT extends ContractTest {

    private static final String OVERLINE_AT_G8 = "15/15/15/15/15/15/15/3xxx1xx6/15/15/15/15/15/15/15 b";

    @Test
    void aMoveIsToldInTheOneSpellingThatTheNotationHas() {
        try (Table table = table("size=7")) {
            assertThat(table.black().move("D4"))
                    .containsEntry("seat", "black")
                    .containsEntry("move", "d4")
                    .containsEntry("position", "7/7/7/3x3/7/7/7 w")
                    .containsEntry("toMove", "white");
        }
    }

    @Test
    void thePlayersMoveInTurn() {
        try (Table table = table("")) {
            assertRefused(table.white().ask("move", "move", "h8"), "not-your-turn");
            table.black().move("h8");
            assertRefused(table.black().ask("move", "move", "i8"), "not-your-turn");
            table.white().move("i8");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"p8", "a16", "a0", "z1", "a999999999"})
    void aMoveBesideTheBoardIsRefused(String move) {
        try (Table table = table("size=15")) {
            assertRefused(table.black().ask("move", "move", move), "off-board");
            assertThat(table.black().move("a15").seq())
                    .as("nothing had happened")
                    .isEqualTo(4);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"pass", "8h", "h", "8", "h-8", "h8 ", "h08", "ä1", "h8;i8", "h8'--"})
    void whatIsNoMoveIsRefused(String move) {
        try (Table table = table("size=15")) {
            Frame answer = table.black().ask("move", "move", move);
            assertRefused(answer, "bad-move");
            assertThat(answer.get("detail").toString()).contains("a to o", "1 to 15");
            assertThat(table.black().move("h8").seq())
                    .as("nothing had happened")
                    .isEqualTo(4);
        }
    }

    @Test
    void aTakenPointIsRefusedAndTheStoneOnItNamed() {
        try (Table table = table("")) {
            table.play("h8");
            Frame answer = table.white().ask("move", "move", "h8");
            assertRefused(answer, "occupied");
            assertThat(answer.get("detail").toString()).contains("h8", "black");
            table.white().move("h9");
        }
    }

    @Test
    void nobodyMovesBeforeTheGameNorAfterIt() {
        try (Player ann = connect(freshRoom(), "")) {
            ann.sit("Ann");
            assertRefused(ann.ask("move", "move", "h8"), "not-started");
            assertRefused(ann.ask("resign"), "not-started");
        }
        try (Table table = table("")) {
            table.playFive();
            assertRefused(table.white().ask("move", "move", "a1"), "game-over");
            assertRefused(table.black().ask("move", "move", "a1"), "game-over");
            assertRefused(table.black().ask("resign"), "game-over");
        }
    }

    @Test
    void fiveInARowWinAndTheLineIsShown() {
        try (Table table = table("rule=standard&size=15")) {
            for (Frame ended : table.playFive()) {
                assertThat(ended)
                        .containsEntry("winner", "black")
                        .containsEntry("reason", "five")
                        .containsEntry("line", List.of("d8", "e8", "f8", "g8", "h8"))
                        .containsEntry("points", 1);
            }
            Frame last = table.black().frames("moved").get(8);
            assertThat(last).containsEntry("toMove", null);
            assertThat(events(table.black()))
                    .endsWith(last, table.black().frames("ended").get(0));
        }
    }

    @Test
    void whiteWinsToo() {
        try (Table table = table("size=9")) {
            table.play("a1", "e1", "c1", "e2", "a3", "e3", "c3", "e4", "a5", "e5");
            assertThat(table.black().await("ended"))
                    .containsEntry("winner", "white")
                    .containsEntry("line", List.of("e1", "e2", "e3", "e4", "e5"));
        }
    }

    @Test
    void sixInARowAreWorthNothingInTheStandardGameAndWinInFreestyle() {
        String[] six = {"d8", "a1", "e8", "c1", "f8", "e1", "h8", "g1", "i8", "i1", "g8"};
        try (Table table = table("rule=standard")) {
            table.play(six);
            table.white().move("k1");
            assertThat(table.white().frames("ended")).isEmpty();
        }
        try (Table table = table("rule=freestyle")) {
            table.play(six);
            assertThat(table.white().await("ended"))
                    .containsEntry("winner", "black")
                    .containsEntry("line", List.of("d8", "e8", "f8", "g8", "h8", "i8"));
        }
    }

    @Test
    void aFullBoardIsADraw() {
        List<String> rows = List.of("xxoxo", "ooxox", "xxoxo", "ooxox", "xxoxo");
        List<String> black = new ArrayList<>();
        List<String> white = new ArrayList<>();
        for (int y = 0; y < 5; y++) {
            for (int x = 0; x < 5; x++) {
                (rows.get(y).charAt(x) == 'x' ? black : white).add("" + (char) ('a' + x) + (5 - y));
            }
        }
        try (Table table = table("size=5")) {
            for (int i = 0; i < 25; i++) {
                (i % 2 == 0 ? table.black() : table.white()).move((i % 2 == 0 ? black : white).get(i / 2));
            }
            assertThat(table.white().await("ended"))
                    .containsEntry("winner", null)
                    .containsEntry("reason", "full-board")
                    .containsEntry("line", List.of())
                    .containsEntry("points", 0);
            assertThat(table.white().frames("moved").get(24))
                    .containsEntry("position", String.join("/", rows) + " w")
                    .containsEntry("toMove", null);
        }
    }

    @Test
    void whoeverResignsLosesAlsoOutOfTurn() {
        try (Table table = table("")) {
            long seq = table.white().insist("resign").seq();
            assertThat(table.black().await("ended"))
                    .containsEntry("seq", (int) seq)
                    .containsEntry("winner", "black")
                    .containsEntry("reason", "resignation")
                    .containsEntry("line", List.of())
                    .containsEntry("points", 1);
        }
    }

    @Test
    void aForbiddenMoveIsRefusedInRenjuAndNamedBeforehand() {
        try (Table table = table("rule=renju&" + position(OVERLINE_AT_G8))) {
            assertThat(table.black().insist("legal")).containsEntry("forbidden", List.of("g8"));
            Frame answer = table.black().ask("move", "move", "g8");
            assertRefused(answer, "forbidden");
            assertThat(answer.get("detail").toString()).contains("g8", "black", "overline");
            table.play("a1", "g8");
        }
    }

    @Test
    void aForbiddenMoveLosesIfThePlayersWantItSo() {
        try (Table table = table("rule=renju&forbidden=lose&" + position(OVERLINE_AT_G8))) {
            table.play("g8");
            assertThat(table.white().await("ended"))
                    .containsEntry("winner", "white")
                    .containsEntry("reason", "forbidden")
                    .containsEntry("line", List.of());
        }
    }

    @Test
    void legalListsEveryMoveWithThePositionAfterIt() {
        try (Table table = table("size=5")) {
            table.play("c3");
            Frame legal = table.white().insist("legal");
            assertThat(legal).containsEntry("seq", 4);
            assertThat(List.<Object>copyOf((List<?>) legal.get("plays")))
                    .hasSize(24)
                    .contains(Map.of("move", "c4", "position", "5/2o2/2x2/5/5 b"))
                    .doesNotContain(Map.of("move", "c3", "position", "5/5/2x2/5/5 b"));
        }
    }

    @Test
    void anyoneMayAskWhatIsLegalAndNothingIsWhenNoGameIsOn() {
        String room = freshRoom();
        try (Player spectator = connect(room, "size=5");
                Player ann = connect(room, "");
                Player bob = connect(room, "")) {
            ann.sit("Ann");
            assertThat(spectator.insist("legal")).containsEntry("plays", List.of());
            bob.sit("Bob");
            assertThat((List<?>) spectator.insist("legal").get("plays")).hasSize(25);
            ann.insist("resign");
            assertThat(spectator.insist("legal")).containsEntry("plays", List.of());
        }
    }

    @Test
    void aQuestionWithoutIdIsAnsweredWithoutId() {
        try (Player client = connect(freshRoom(), "")) {
            client.send(Map.of("type", "legal"));
            assertThat(client.await("legal")).doesNotContainKey("id");
        }
    }

    @Test
    void aMoveWithoutIdIsPlayedAndNotAcknowledged() {
        try (Table table = table("")) {
            table.black().send(Map.of("type", "move", "move", "h8"));
            assertThat(table.white().await("moved")).containsEntry("move", "h8");
            table.black().catchUp();
            assertThat(table.black().frames("ack")).as("that of sit").hasSize(1);
        }
    }
}
