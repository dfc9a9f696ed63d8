package org.parlor.game.gomoku;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parlor.game.Setup;

class GomokuSetUpTest {

    @Test
    void withoutOptionsTheGameIsFreestyleOnFifteenLines() {
        Setup.Ready ready = (Setup.Ready) setUp(Map.of(), null);
        assertThat(ready.options()).isEqualTo(Map.of("rule", "freestyle", "size", "15"));
        assertThat(ready.position().notation()).isEqualTo("15/15/15/15/15/15/15/15/15/15/15/15/15/15/15 b");
    }

    @Test
    void onlyRenjuHasTheOptionOfForbiddenMoves() {
        assertThat(((Setup.Ready) setUp(Map.of("rule", "renju"), null)).options())
                .isEqualTo(Map.of("rule", "renju", "size", "15", "forbidden", "refuse"));
        assertThat(detail(Map.of("rule", "standard", "forbidden", "lose"), null))
                .contains("forbidden", "standard", "rule, size");
    }

    @Test
    void theSizeComesFromThePositionIfItIsLeftOut() {
        assertThat(((Setup.Ready) setUp(Map.of(), "5/5/2x2/5/5 w")).options()).containsEntry("size", "5");
    }

    @Test
    void settingUpWithTheOptionsInForceGivesTheSameGame() {
        Setup ready = setUp(Map.of("rule", "caro"), "6/6/2xo2/6/6/6 b");
        assertThat(setUp(((Setup.Ready) ready).options(), "6/6/2xo2/6/6/6 b")).isEqualTo(ready);
    }

    @ParameterizedTest
    @CsvSource({
        "rule, Freestyle, 'freestyle, standard, caro, caro-exact, renju'",
        "rule, '', 'freestyle, standard, caro, caro-exact, renju'",
        "size, 4, 5 to 22",
        "size, 23, 5 to 22",
        "size, 015, 5 to 22",
        "size, fifteen, 5 to 22",
        "size, '', 5 to 22",
        "colour, red, 'rule, size'"
    })
    void aBadOptionIsNamedTogetherWithWhatIsLegal(String option, String value, String legal) {
        assertThat(detail(Map.of(option, value), null)).contains(option, legal);
    }

    @ParameterizedTest
    @CsvSource({"size, 19, 15", "forbidden, allow, 'refuse, lose'", "forbidden, REFUSE, 'refuse, lose'"})
    void aBadOptionOfRenjuIsNamedTogetherWithWhatIsLegal(String option, String value, String legal) {
        assertThat(detail(Map.of("rule", "renju", option, value), null)).contains(option, legal);
    }

    @Test
    void renjuTakesNoPositionOfAnotherSize() {
        assertThat(detail(Map.of("rule", "renju"), "5/5/5/5/5 b")).contains("size", "15", "renju");
    }

    @Test
    void aSizeThatContradictsThePositionIsRejected() {
        assertThat(detail(Map.of("size", "15"), "5/5/5/5/5 b")).contains("size is 15", "5 rows");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | space and b or w",
                "b | space and b or w",
                "5/5/5/5/5 | space and b or w",
                "5/5/5/5/5 x | space and b or w",
                "5/5/5/5 b | 4 rows",
                "5/5/5/5/5/ b | row 1 from the top holds 5",
                "5/5/5/4/5 b | row 4 from the top holds 4",
                "5/xxo3/5/5/5 b | row 2 from the top holds more than 5",
                "5/5/5/5/2147483648 b | row 5 from the top holds more than 5",
                "5/5/2Z2/5/5 b | 'Z' as sign 2 of row 3",
                "5/05/5/5/5 b | '0' as sign 1 of row 2",
                "5/5/5/5/5  b | ' ' as sign 2 of row 5",
                "5/5/5/5/-5 w | '-' as sign 1 of row 5"
            })
    void brokenNotationIsRejectedWithWhatIsWrongAndWhere(String position, String expected) {
        assertThat(detail(Map.of(), position)).startsWith("position").contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"xxxxx1/6/6/6/6/6 w", "o5/1o4/2o3/3o2/4o1/6 b", "xxxxxx/6/6/6/6/6 w"})
    void aPositionThatIsAlreadyWonIsRejected(String position) {
        assertThat(detail(Map.of(), position)).contains("position already holds a win");
    }

    @Test
    void whetherAPositionIsWonIsForTheRuleToSay() {
        assertThat(setUp(Map.of("rule", "standard"), "xxxxxx/6/6/6/6/6 w")).isInstanceOf(Setup.Ready.class);
        assertThat(setUp(Map.of("rule", "caro"), "oxxxxxo/7/7/7/7/7/7 w")).isInstanceOf(Setup.Ready.class);
        assertThat(detail(Map.of("rule", "caro"), "xxxxxo1/7/7/7/7/7/7 w")).contains("a7 b7 c7 d7 e7");
    }

    @Test
    void aFullBoardIsRejected() {
        assertThat(detail(Map.of(), "xoxox/xoxox/oxoxo/xoxox/xoxox b")).contains("no empty point");
    }

    private static Setup setUp(Map<String, String> options, String position) {
        return new Gomoku().setUp(options, Optional.ofNullable(position));
    }

    private static String detail(Map<String, String> options, String position) {
        Setup setup = setUp(options, position);
        assertThat(setup).isInstanceOf(Setup.Rejected.class);
        return ((Setup.Rejected) setup).detail();
    }
}
