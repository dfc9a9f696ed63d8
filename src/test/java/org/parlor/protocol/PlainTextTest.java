package org.parlor.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.parlor.protocol.FrameReading.command;
import static org.parlor.protocol.FrameReading.detail;

import java.text.Normalizer;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parlor.room.Command;
import org.parlor.room.SeatCommand;

class PlainTextTest {

    private static final Json JSON = new Json();

    /** A family of three, held together by joiners. */
    private static final String FAMILY = "\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67";

    /** Persian for "I want", with the non-joiner that its spelling needs. */
    private static final String WANT = "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645";

    private static String frame(String type, String field, String text) {
        return JSON.write(Map.of("type", type, field, text));
    }

    private static String name(String text) {
        return ((SeatCommand.Sit) command(frame("sit", "name", text))).name();
    }

    private static String chat(String text) {
        return ((Command.Say) command(frame("say", "text", text))).text();
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                0x01, 0x07, 0x08, 0x1B, 0x7F, 0x80, 0x85, 0x9F, 0x061C, 0x200B, 0x200E, 0x200F, 0x202A, 0x202B, 0x202C,
                0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069, 0xFEFF
            })
    void whatNobodySeesButOthersSufferFromGoes(int sign) {
        String odd = "An" + Character.toString(sign) + "n";
        assertThat(name(odd)).isEqualTo("Ann");
        assertThat(chat(odd)).isEqualTo("Ann");
    }

    @ParameterizedTest
    @ValueSource(strings = {FAMILY, WANT, "\u5f20\u4f1f", "a\u00a0b", "\u05d0\u05d1", "<b>&amp;\"'\\"})
    void whatWritingNeedsStays(String text) {
        assertThat(name(text)).isEqualTo(text);
        assertThat(chat(text)).isEqualTo(text);
    }

    @Test
    void whatIsSpelledInTwoWaysIsTheSame() {
        assertThat(name("Ame\u0301lie")).isEqualTo("Am\u00e9lie");
        assertThat(chat("Ame\u0301lie")).isEqualTo("Am\u00e9lie");
    }

    @Nested
    class AName {

        @ParameterizedTest
        @CsvSource({
            "'Ann\\r\\n\\tLee'",
            "'Ann\\u2028Lee'",
            "'Ann\\u2029\\nLee'",
            "'  Ann Lee\\n'",
            "'\\u200bAnn Lee \\u202e '"
        })
        void isOneLineWithoutSpaceAround(String escaped) {
            assertThat(((SeatCommand.Sit) command("{\"type\":\"sit\",\"name\":\"" + escaped + "\"}")).name())
                    .isEqualTo("Ann Lee");
        }

        @ParameterizedTest
        @ValueSource(strings = {"\u200b", "\ufeff\u202e", "\u0007", "\u200d\u200c", " \u00ad\u2060 ", "\u00a0"})
        void ofWhichNothingCanBeSeenIsGuest(String text) {
            assertThat(name(text)).isEqualTo("Guest");
        }

        @Test
        void isAsLongAsTheProtocolAllowsAlsoOnceItIsNormal() {
            // One character that is three in normal form.
            String growing = "\ufb2c".repeat(40);
            assertThat(Normalizer.normalize(growing, Normalizer.Form.NFC)).hasSize(120);
            assertThat(detail(frame("sit", "name", growing))).contains("\"name\" must have 1 to 40 characters");
            assertThat(name("\ufb2c".repeat(13))).hasSize(39);
        }
    }

    @Nested
    class Chat {

        @Test
        void hasLinesThatEndAlike() {
            assertThat(chat("a\r\nb\rc\n\td")).isEqualTo("a\nb\nc\n\td");
        }

        @ParameterizedTest
        @ValueSource(strings = {"\u200b", "\ufeff \u202e", "\u0007\n", "\u200d\u200c", "\u00ad\u2060", "\u00a0"})
        void ofWhichNothingCanBeSeenIsRefused(String text) {
            assertThat(detail(frame("say", "text", text))).isEqualTo("\"text\" must have a character that can be seen");
        }

        @Test
        void isAsLongAsTheProtocolAllowsAlsoOnceItIsNormal() {
            assertThat(detail(frame("say", "text", "\ufb2c".repeat(500))))
                    .contains("\"text\" must have 1 to 500 characters");
            assertThat(chat("x".repeat(500))).hasSize(500);
        }
    }

    @Property(tries = 3000)
    void cleaningTwiceIsCleaningOnce(@ForAll String text) {
        PlainText.line(text).ifPresent(once -> assertThat(PlainText.line(once)).contains(once));
    }

    @Property(tries = 3000)
    void aNameIsNormalAndHoldsNoControlCharacter(@ForAll String text) {
        PlainText.line(text).ifPresent(name -> {
            assertThat(Normalizer.isNormalized(name, Normalizer.Form.NFC)).isTrue();
            assertThat(name.codePoints()).noneMatch(Character::isISOControl);
        });
    }

    @Test
    void nothingIsNoText() {
        assertThatThrownBy(() -> PlainText.lines("\u200b")).isInstanceOf(JsonReader.BadField.class);
    }
}
