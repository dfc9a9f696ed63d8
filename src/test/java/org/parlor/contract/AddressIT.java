package org.parlor.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parlor.protocol.Frame;
import org.parlor.protocol.Player;

/** What an address opens, and what it does not. */
class AddressIT extends ContractTest {

    @Test
    void anAddressWithoutAQueryOpensTheUsualGame() {
        String room = freshRoom();
        try (Player client = connect(room, "")) {
            assertThat(client.await("welcome"))
                    .containsEntry("protocol", "parlor.v1")
                    .containsEntry("room", room)
                    .containsEntry("game", "gomoku")
                    .containsEntry("options", Map.of("rule", "freestyle", "size", "15"))
                    .containsEntry("seq", 0)
                    .containsEntry("status", "waiting")
                    .containsEntry("toMove", "black")
                    .containsEntry("clock", null);
            assertThat(client.subprotocol()).isEqualTo("parlor.v1.json");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "rule=freestyle,freestyle,15",
        "rule=standard&size=19,standard,19",
        "rule=caro,caro,15",
        "rule=caro-exact&size=22,caro-exact,22",
        "game=gomoku&size=5,freestyle,5"
    })
    void optionsAreTakenFromTheQuery(String query, String rule, String size) {
        try (Player client = connect(freshRoom(), query)) {
            assertThat(client.await("welcome")).containsEntry("options", Map.of("rule", rule, "size", size));
        }
    }

    @Test
    void aParameterThatIsRepeatedCountsOnce() {
        try (Player client = connect(freshRoom(), "size=7&size=9&size=99")) {
            assertThat(client.await("welcome").at("options", "size")).isEqualTo("7");
        }
    }

    @Test
    void theOptionsOfARoomThatExistsStandWhateverTheQuerySays() {
        String room = freshRoom();
        try (Player first = connect(room, "rule=standard&size=9")) {
            Frame welcome = first.await("welcome");
            for (String query : new String[] {"", "rule=caro&size=19", "game=chess", "size=huge", "colour=red"}) {
                try (Player next = connect(room, query)) {
                    assertThat(next.await("welcome")).as(query).isEqualTo(welcome);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.b", "a~b", "a%20b", "%C3%A4", "x%3Cy%3E", "a@b", "a+b"})
    void aRoomsNameHasLettersDigitsHyphensAndUnderscores(String room) {
        try (Player client = connect(room, "")) {
            sentAway(client, "bad-address", 4400);
        }
    }

    @Test
    @FailsOn(
            value = "glassfish",
            because =
                    "its authorization takes the colon for a separator and answers 503; the application is never asked")
    void aRoomsNameHasNoColon() {
        try (Player client = connect("a:b", "")) {
            sentAway(client, "bad-address", 4400);
        }
    }

    @Test
    void aRoomsNameHasAtMost64Characters() {
        String longest = freshRoom() + "_-azAZ09" + "x".repeat(64 - freshRoom().length() - 8);
        assertThat(longest).hasSize(64);
        try (Player client = connect(longest, "")) {
            assertThat(client.await("welcome")).containsEntry("room", longest);
        }
        try (Player client = connect(longest + "x", "")) {
            sentAway(client, "bad-address", 4400);
        }
    }

    @Test
    void roomsWhoseNamesDifferInCaseAreTwoRooms() {
        String room = freshRoom();
        try (Player lower = connect(room + "a", "size=5");
                Player upper = connect(room + "A", "size=6")) {
            assertThat(lower.await("welcome").at("options", "size")).isEqualTo("5");
            assertThat(upper.await("welcome").at("options", "size")).isEqualTo("6");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"chess", "Gomoku", "", "..%2Fgomoku"})
    void anUnknownGameIsRefusedAndTheKnownOnesAreNamed(String game) {
        try (Player client = connect(freshRoom(), "game=" + game)) {
            assertThat(sentAway(client, "no-such-game", 4404)).contains("gomoku");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rule=chess|freestyle, standard, caro, caro-exact",
                "rule=|freestyle, standard, caro, caro-exact",
                "rule=Standard|freestyle, standard, caro, caro-exact",
                "size=4|5 to 22",
                "size=23|5 to 22",
                "size=0|5 to 22",
                "size=-15|5 to 22",
                "size=015|5 to 22",
                "size=15.0|5 to 22",
                "size=99999999999|5 to 22",
                "size=|5 to 22",
                "size=big|5 to 22",
                "colour=red|rule, size",
                "Size=15|rule, size"
            })
    void aBadOptionIsRefusedAndTheLegalValuesAreNamed(String query, String legal) {
        try (Player client = connect(freshRoom(), query)) {
            assertThat(sentAway(client, "bad-address", 4400)).contains(legal);
        }
    }

    @Test
    void aBadAddressLeavesNoRoomBehind() {
        String room = freshRoom();
        try (Player client = connect(room, "size=99")) {
            sentAway(client, "bad-address", 4400);
        }
        try (Player client = connect(room, "size=7")) {
            assertThat(client.await("welcome").at("options", "size")).isEqualTo("7");
        }
    }

    @Test
    void whoeverIsSentAwayCanDoNothing() {
        try (Player client = connect(freshRoom(), "game=chess")) {
            assertThat(client.awaitClose()).isEqualTo(4404);
            assertThat(types(client.frames())).containsExactly("refused");
        }
    }

    /** Returns what the refusal says to do. */
    private static String sentAway(Player client, String reason, int code) {
        Frame refused = client.await("refused");
        assertRefused(refused, reason);
        assertThat(refused.id()).isNull();
        assertThat(client.awaitClose()).isEqualTo(code);
        assertThat(types(client.frames())).containsExactly("refused");
        return refused.get("detail").toString();
    }
}
