package org.parlor.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parlor.protocol.Frame;
import org.parlor.protocol.Player;

/** Games that start from a position of the founder's choice. */
class PositionIT extends ContractTest {

    @Test
    void blackGoesOnFromAPositionWithBlackToMove() {
        try (Table table = table(position("7/7/7/xxxx3/7/oooo3/7 b"))) {
            assertThat(table.black().frames("welcome").get(0).at("options", "size"))
                    .isEqualTo("7");
            assertRefused(table.black().ask("move", "move", "a4"), "occupied");
            table.play("e4");
            assertThat(table.white().await("ended"))
                    .containsEntry("winner", "black")
                    .containsEntry("line", List.of("a4", "b4", "c4", "d4", "e4"));
        }
    }

    @Test
    void whiteBeginsInAPositionWithWhiteToMove() {
        try (Table table = table(position("5/5/2x2/5/5 w"))) {
            assertThat(table.black().frames("started").get(0))
                    .containsEntry("position", "5/5/2x2/5/5 w")
                    .containsEntry("toMove", "white");
            assertRefused(table.black().ask("move", "move", "a1"), "not-your-turn");
            assertThat(table.white().move("a1"))
                    .containsEntry("position", "5/5/2x2/5/o4 b")
                    .containsEntry("toMove", "black");
        }
    }

    @Test
    void aSpaceMayBeWrittenEitherWay() {
        try (Player client = connect(freshRoom(), "position=5/5/2x2/5/5%20w")) {
            assertThat(client.await("welcome")).containsEntry("position", "5/5/2x2/5/5 w");
        }
    }

    @Test
    void anOddSpellingIsWelcomedInTheOneThatTheNotationHas() {
        try (Player client = connect(freshRoom(), position("5/5/11x11/5/5 b"))) {
            assertThat(client.awaitClose()).as("eleven empty points, not two").isEqualTo(4400);
        }
        try (Player client = connect(freshRoom(), position("5/5/2x1o/32/5 b"))) {
            assertThat(client.awaitClose()).as("32 empty points").isEqualTo(4400);
        }
    }

    @Test
    void aRematchBeginsAtTheSamePosition() {
        try (Table table = table(position("5/5/2x2/5/5 w"))) {
            table.white().move("a1");
            table.white().insist("resign");
            table.black().insist("offer", "kind", "rematch");
            table.white().await("offered");
            table.white().insist("accept", "offer", "rematch");
            assertThat(table.black().await("started")).containsEntry("position", "5/5/2x2/5/5 w");
            table.white().move("a1");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5/5/2x2/5/5|b or w",
                "5/5/2x2/5/5 x|b or w",
                "5/5/2x2/5/5 b b|row 5",
                "hello|b or w",
                "hello b|1 rows",
                "4/4/4/4 b|4 rows",
                "5/5/2x3/5/5 b|row 3",
                "5/5/2x1/5/5 b|row 3",
                "5/5/2q2/5/5 b|'q'",
                "5/5/0x5/5/5 b|'0'",
                "5/5//5/5 b|row 3",
                "5/5/999999999x/5/5 b|row 3",
                "5/5/xxxxx/5/ooo2 w|already holds a win",
                "xxoxo/ooxox/xxoxo/ooxox/xxoxo w|no empty point"
            })
    void aBrokenPositionOpensNoRoomAndTheAnswerTellsWhatIsWrong(String notation, String detail) {
        String room = freshRoom();
        try (Player client = connect(room, position(notation))) {
            Frame refused = client.await("refused");
            assertRefused(refused, "bad-address");
            assertThat(refused.get("detail").toString()).contains(detail);
            assertThat(refused.id()).isNull();
            assertThat(client.awaitClose()).isEqualTo(4400);
            assertThat(client.frames()).containsExactly(refused);
        }
        try (Player next = connect(room, "size=6")) {
            assertThat(next.await("welcome")).containsEntry("position", "6/6/6/6/6/6 b");
        }
    }

    @Test
    void aSizeThatThePositionDoesNotHaveOpensNoRoom() {
        try (Player client = connect(freshRoom(), "size=7&" + position("5/5/2x2/5/5 w"))) {
            assertRefused(client.await("refused"), "bad-address");
            assertThat(client.awaitClose()).isEqualTo(4400);
        }
    }
}
