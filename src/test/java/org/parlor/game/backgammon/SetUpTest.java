package org.parlor.game.backgammon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parlor.game.Position;
import org.parlor.game.Seat;
import org.parlor.game.Setup;

/** Options and start positions. */
class SetUpTest {

    private static Map<String, String> options(String text) {
        return text == null
                ? Map.of()
                : Arrays.stream(text.split(" ", -1))
                        .map(option -> option.split("=", -1))
                        .collect(Collectors.toMap(option -> option[0], option -> option[1]));
    }

    private static Setup.Ready ready(String options, String position) {
        return (Setup.Ready) new Backgammon().setUp(options(options), Optional.ofNullable(position));
    }

    @ParameterizedTest
    @CsvSource({
        ", length=1",
        "length=0, length=0 cube=on jacoby=on beavers=off",
        "length=0 jacoby=off beavers=on, length=0 cube=on jacoby=off beavers=on",
        "length=0 cube=off, length=0 cube=off",
        "length=64, length=64 cube=on crawford=on",
        "length=5 crawford=off, length=5 cube=on crawford=off",
        "length=5 cube=off, length=5 cube=off"
    })
    void everyOptionThatHoldsIsToldAndSettingUpWithThemAgainIsTheSame(String chosen, String told) {
        Setup.Ready ready = ready(chosen, null);
        assertThat(ready.options()).isEqualTo(options(told));
        assertThat(ready(told, null)).isEqualTo(ready);
    }

    @ParameterizedTest
    @CsvSource({
        "length=65, 1 to 64",
        "length=-1, 1 to 64",
        "length=05, 1 to 64",
        "length=five, 1 to 64",
        "cube=yes length=3, cube must be on or off",
        "length=1 cube=on, cube: no option of backgammon with length 1",
        "length=0 crawford=on, crawford: no option of backgammon with length 0",
        "length=5 jacoby=on, jacoby: no option of backgammon with length 5",
        "length=5 beavers=on, beavers: no option",
        "length=0 cube=off jacoby=on, jacoby: no option of backgammon with length 0 and without a cube",
        "size=15, size: no option"
    })
    void optionsThatMakeNoGameAreRejectedWithWhatToMend(String chosen, String words) {
        assertThat(MatchStates.rejected(options(chosen), "")).contains(words);
    }

    /** Written by GNU Backgammon 1.07.001. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "4HPwATDgc/ABMA:cAkAAAAAAAAA",
                "4HPwATDgc/ABMA:cAmgAAAAAAAA",
                "mGfwATDgc/ABMA:cAmgAAAAAAAA",
                "mGfwATDgc/ABMA:cBGgAAAAAAAA",
                "mGfwATDgc/ABMA:QQmgAAAAAAAA",
                "mGfwATDgc/ABMA:QUGgAAAAAAAA",
                "4HPwATDgc/ABMA:MAEKAAAAAAAA",
                "4HPwATDgc/ABMA:MBkAAAAAAAAE",
                "4HPwATDgc/ABMA:EgEAAAAAAAAE",
                "4HPwATDgc/ABMA:QYkqASAAIAAA"
            })
    void aPositionOfGnuBackgammonIsReadAndWrittenAsItIs(String position) {
        assertThat(ready(null, position).position().notation()).isEqualTo(position);
    }

    @Test
    void thePositionOfTheManualIsWhatTheManualSays() {
        BackgammonPosition position =
                (BackgammonPosition) ready(null, "4HPwATDgc/ABMA:QYkqASAAIAAA").position();
        Match match = position.state().match();
        assertThat(match.rules().length()).isEqualTo(9);
        assertThat(match.points(Seat.WHITE)).isEqualTo(2);
        assertThat(match.points(Seat.BLACK)).isEqualTo(4);
        assertThat(position.state().cube()).isEqualTo(new Cube(2, Optional.of(Seat.WHITE)));
        assertThat(position.toMove()).contains(Seat.BLACK);
        assertThat(position.phase()).isEqualTo(new Rolled(new Dice(5, 2)));
    }

    @Test
    void aBeaverIsReadWhereBeaversAreAllowed() {
        String beavered = "4HPwATDgc/ABMA:EREAAAAAAAAE";
        Position position = ready("beavers=on", beavered).position();
        assertThat(position.notation()).isEqualTo(beavered);
        assertThat(position.toMove()).contains(Seat.WHITE);
        assertThat(MatchStates.rejected(Map.of(), beavered)).contains("beavers=on");
    }

    @Test
    void theStartOfAMatchIsAPositionToo() {
        Position start = ready("length=7", null).position();
        assertThat(start.notation()).startsWith("4HPwATDgc/ABMA:");
        assertThat(ready(null, start.notation()).position()).isEqualTo(start);
    }

    @ParameterizedTest
    @CsvSource({
        "4HPwATDgc/ABMA, position ID, a colon",
        "4HPwATDgc/ABMA:cAkAAAAAAAAA:, position ID, a colon",
        "4HPwATDgc/ABM:cAkAAAAAAAAA, 14 characters",
        "4HPwATDgc/ABMAA:cAkAAAAAAAAA, 14 characters",
        "4HPwATDgc/ABMB:cAkAAAAAAAAA, 14 characters",
        "4HPwATDgc/AB!A:cAkAAAAAAAAA, 14 characters",
        "4HPwATDgc/ABMA:cAkAAAAAAAA, 12 characters",
        "/////////////A:cAkAAAAAAAAA, there are 15",
        "4HPwATDgc/ABMAAA:cAkAAAAAAAAA, 14 characters",
        "AAAAAAAAAAAAAA:cAkAAAAAAAAA, borne off every checker",
        "4HPwATDgc/ABMA:cAkAAAAAAAD/, more than there can be",
        "4HPwATDgc/ABMA:cAogAAAAAAAA, game that is over",
        "4HPwATDgc/ABMA:cAEAAAAAAAAA, nothing to decide",
        "4HPwATDgc/ABMA:8AkAAAAAAAAA, Crawford",
        "4HPwATDgc/ABMA:cAmgAFAAAAAA, a score that ends the match",
        "4HPwATDgc/ABMA:cAkgCAAAAAAA, 1 to 64",
        "4HPwATDgc/ABMA:YAkAAAAAAAAA, no cube that there can be",
        "4HPwATDgc/ABMA:fQkAAAAAAAAA, no cube that there can be",
        "4HPwATDgc/ABMA:cIkBAAAAAAAA, dice that there can't be",
        "4HPwATDgc/ABMA:cIkHAAAAAAAA, dice that there can't be",
        "4HPwATDgc/ABMA:cAgFAAAAAAAA, no game has begun",
        "mGfwATDgc/ABMA:cAgAAAAAAAAA, no game has begun",
        "4HPwATDgc/ABMA:cBEFAAAAAAAA, a double together with dice",
        "4HPwATDgc/ABMA:cBGgAAAAIAAA, the cube is dead",
        "4HPwATDgc/ABMA:8AmgAAAAAAAA, Crawford",
        "4HPwATDgc/ABMA:8AmgAEAAIAAA, Crawford",
        "4HPwATDgc/ABMA:cQkgAAAAAAAA, this match has none"
    })
    void aBrokenPositionIsRejectedWithWhatIsWrong(String position, String words) {
        assertThat(MatchStates.rejected(Map.of(), position)).isNotBlank().contains(words);
    }

    @Test
    void aLengthThatIsNotThePositionsIsRejected() {
        assertThat(MatchStates.rejected(Map.of("length", "7"), "4HPwATDgc/ABMA:cAmgAAAAAAAA"))
                .isEqualTo("length is 7, but the match ID of position says 5; leave length out or let it be the same");
    }

    @Test
    void twoSeatsThatCouldNeverMoveAgainAreNoPosition() {
        int[] closed = new int[Board.BAR + 1];
        Arrays.fill(closed, 1, 7, 2);
        closed[Board.BAR] = 1;
        String id = PositionId.write(Board.of(closed, closed), Seat.BLACK);
        assertThat(MatchStates.rejected(Map.of(), id + ":cAkAAAAAAAAA")).contains("neither seat could ever move");
    }

    @Test
    void aPlusThatAnAddressTurnedIntoASpaceIsStillRead() {
        assertThat(ready(null, "4HPwATDgc+QBIg:cAkAAAAAAAAA")).isEqualTo(ready(null, "4HPwATDgc QBIg:cAkAAAAAAAAA"));
    }
}
