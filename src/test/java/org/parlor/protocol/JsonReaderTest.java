package org.parlor.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parlor.game.Seat;

/** What a field may be, and what is told of one that may not. */
class JsonReaderTest {

    private static JsonReader field(String value) {
        return new JsonReader(new Json().read("{\"it\":" + value + "}"));
    }

    private static void assertBad(String value, Function<JsonReader, Object> reading, String message) {
        assertThatThrownBy(() -> reading.apply(field(value)))
                .isInstanceOf(JsonReader.BadField.class)
                .hasMessageContaining(message);
    }

    @Test
    void aFieldThatIsNullIsMissing() {
        JsonReader none = field("null");
        assertThat(none.has("it")).isFalse();
        assertThat(none.optionalText("it", 9)).isEmpty();
        assertThat(none.optionalWord("it", 9)).isEmpty();
        assertThat(none.optionalSeat("it")).isEmpty();
        assertThat(none.optionalWhole("it")).isEmpty();
        assertThat(none.flag("it")).isFalse();
        assertThat(none.texts("it")).isEmpty();
        assertThat(none.words("it")).isEmpty();
        assertThat(none.numbers("it")).isEmpty();
        List<Function<JsonReader, Object>> needed =
                List.of(in -> in.text("it", 9), in -> in.whole("it"), in -> in.number("it"), in -> in.seat("it"));
        needed.forEach(reading -> assertBad("null", reading, "the field \"it\" is missing"));
        needed.forEach(reading ->
                assertThatThrownBy(() -> reading.apply(JsonReader.EMPTY)).hasMessage("the field \"it\" is missing"));
    }

    @Test
    void aTextIsMeasuredInCharactersNotInHalvesOfThem() {
        assertThat(field("\"\ud83d\ude00\ud83d\ude00\"").text("it", 2)).isEqualTo("\ud83d\ude00\ud83d\ude00");
        assertBad("\"\ud83d\ude00\ud83d\ude00\"", in -> in.text("it", 1), "1 to 1 characters");
        assertBad("\" \\t\\n\"", in -> in.text("it", 9), "not all blank");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\\u0000\"", "\"a\\ud800\"", "\"\\udc00b\"", "\"\\udc00\\ud800\""})
    void aTextHoldsNothingThatCannotBeSentOrStored(String value) {
        assertBad(value, in -> in.text("it", 9), "half a surrogate pair or the character U+0000");
        assertBad(value, in -> in.optionalWord("it", 9), "half a surrogate pair or the character U+0000");
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "-0, 0", "0.0, 0", "1e3, 1000", "1.5e1, 15", "100e-2, 1", "9007199254740992, 9007199254740992"})
    void aWholeNumberMayBeSpelledAnyWay(String spelled, long number) {
        assertThat(field(spelled).whole("it")).isEqualTo(number);
        assertThat(field(spelled).optionalWhole("it")).hasValue(number);
        assertThat(field(spelled).isNumber("it")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "0.5", "9007199254740993", "1e400", "1e-400"})
    void aNumberThatIsNotWholeOrTooLargeIsRefused(String value) {
        assertBad(value, in -> in.whole("it"), "\"it\" must be a whole number, not negative");
        assertBad(value, in -> in.optionalWhole("it"), "\"it\" must be a whole number, not negative");
        assertThat(field(value).number("it")).isEqualTo(new BigDecimal(value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "\"1\"", "[]", "{}"})
    void whatIsNoNumberIsRefused(String value) {
        assertBad(value, in -> in.whole("it"), "\"it\" must be a number");
        assertBad(value, in -> in.number("it"), "\"it\" must be a number");
        assertThat(field(value).isNumber("it")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "\"true\"", "[]", "{}"})
    void whatIsNeitherTrueNorFalseIsRefused(String value) {
        assertBad(value, in -> in.flag("it"), "\"it\" must be true or false");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "true", "[]", "{}"})
    void whatIsNoStringIsRefused(String value) {
        assertBad(value, in -> in.text("it", 9), "\"it\" must be a string");
        assertBad(value, in -> in.optionalSeat("it"), "\"it\" must be a string");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "red", "south-west-2", "abcdefghijklmnop"})
    void aSeatHasAShortPlainName(String label) {
        assertThat(field("\"" + label + "\"").seat("it")).isEqualTo(new Seat(label));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "Black", "2", "-a", "a b", "abcdefghijklmnopq", "\u00e4"})
    void whatIsNoNameOfASeatIsRefused(String label) {
        assertBad("\"" + label + "\"", in -> in.seat("it"), "\"it\" must be a seat of the game, such as \"black\"");
    }

    @Test
    void whatIsNestedIsReadAsItIs() {
        assertThat(field("{\"b\":\"2\",\"a\":\"1\"}").texts("it")).isEqualTo(Map.of("a", "1", "b", "2"));
        assertThat(field("[\"h8\",\"h9\"]").words("it")).containsExactly("h8", "h9");
        assertThat(field("[6,1]").numbers("it")).containsExactly(6, 1);
        assertThat(field("[]").words("it")).isEmpty();
    }
}
