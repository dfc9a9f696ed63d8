package org.parlor.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parlor.protocol.FrameReading.command;
import static org.parlor.protocol.FrameReading.detail;
import static org.parlor.protocol.FrameReading.read;
import static org.parlor.protocol.FrameReading.refusal;

import java.time.Duration;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parlor.room.PlayCommand;
import org.parlor.room.Refusal;
import org.parlor.room.Refusal.Reason;

/** Frames that are too large, or made to do harm, or made at random. */
class OddFramesTest {

    @Nested
    class ALargeFrame {

        private static String ofBytes(int size) {
            String frame = "{\"type\":\"resign\",\"a\":\"\"}";
            return frame.replace(":\"\"", ":\"" + "x".repeat(size - frame.length()) + "\"");
        }

        @Test
        void isReadUpToTheLimit() {
            assertThat(command(ofBytes(8192))).isEqualTo(new PlayCommand.Resign());
        }

        @Test
        void isRefusedBeyond() {
            Refusal refusal = refusal(ofBytes(8193));
            assertThat(refusal.reason()).isEqualTo(Reason.TOO_BIG);
            assertThat(refusal.detail()).contains("8192");
        }

        @Test
        void isNotWorthAnAnswerFarBeyond() {
            assertThat(refusal(ofBytes(FrameReader.LARGEST_MESSAGE)).reason()).isEqualTo(Reason.TOO_BIG);
            assertThat(read(ofBytes(FrameReader.LARGEST_MESSAGE + 1))).isEqualTo(new Incoming.Oversized());
        }

        @Test
        void isMeasuredInBytesNotInCharacters() {
            String frame = "{\"type\":\"resign\",\"a\":\"" + "\u4e94".repeat(2800) + "\"}";
            assertThat(refusal(frame).reason()).isEqualTo(Reason.TOO_BIG);
        }
    }

    @Nested
    class AMaliciousFrame {

        @ParameterizedTest
        @ValueSource(strings = {"[", "{\"a\":", "[[{\"a\":["})
        void ofDeepNestingIsRefused(String opening) {
            String open = opening.repeat(8000 / opening.length());
            assertThat(detail(open)).contains("one JSON object");
            assertThat(detail("{\"type\":\"resign\",\"a\":" + open.substring(0, 7900)))
                    .contains("one JSON object");
        }

        @Test
        void ofDeepNestingThatIsClosedNeverThrows() {
            for (int depth : new int[] {10, 100, 500, 999, 1000, 1001, 2000, 4000}) {
                String text = "{\"type\":\"resign\",\"a\":" + "[".repeat(depth) + "]".repeat(depth) + "}";
                assertThat(read(text)).isNotNull();
            }
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "1e400",
                    "1e999999999",
                    "1e-999999999",
                    "0e999999999",
                    "1e2147483647",
                    "1e2147483648",
                    "1e99999999999999999999",
                    "-1e999999999"
                })
        void withAHugeExponentCostsNoTime(String number) {
            for (String field : new String[] {
                "\"type\":\"resume\",\"since\"", "\"type\":\"accept\",\"offer\"", "\"type\":\"ping\",\"t\"", "\"type\""
            }) {
                Assertions.assertTimeoutPreemptively(
                        Duration.ofSeconds(5),
                        () -> assertThat(read("{" + field + ":" + number + "}")).isNotNull());
            }
        }

        @Test
        void withManyDigitsCostsNoTime() {
            String digits = "9".repeat(8000);
            assertThat(detail("{\"type\":\"resume\",\"since\":" + digits + "}")).isNotBlank();
            assertThat(detail("{\"type\":\"resume\",\"since\":0." + digits + "}"))
                    .isNotBlank();
        }
    }

    @Property(tries = 2000)
    void noTextMakesItThrow(@ForAll String text) {
        assertThat(read(text)).isNotNull();
    }

    @Property(tries = 2000)
    void noJsonMakesItThrow(@ForAll("objects") String text) {
        Incoming incoming = read(text);
        if (incoming instanceof Incoming.Invalid invalid) {
            assertThat(invalid.refusal().detail()).isNotBlank();
        } else {
            assertThat(incoming).isNotNull();
        }
    }

    @Property(tries = 2000)
    void noBrokenJsonMakesItThrow(@ForAll("objects") String text, @ForAll int at, @ForAll char odd) {
        int cut = Math.floorMod(at, text.length());
        assertThat(read(text.substring(0, cut))).isInstanceOf(Incoming.Invalid.class);
        assertThat(read(text.substring(0, cut) + odd + text.substring(cut + 1))).isNotNull();
    }

    /** Objects with the protocol's own names and with values of every sort. */
    @Provide
    Arbitrary<String> objects() {
        Arbitrary<String> names = Arbitraries.of(
                        "type", "id", "seat", "name", "token", "key", "another", "since", "move", "took", "after",
                        "kind", "swap", "offer", "text", "t", "x")
                .map(name -> "\"" + name + "\"");
        Arbitrary<String> types = Arbitraries.of(
                        "sit", "resume", "start", "move", "claim", "resign", "offer", "accept", "decline", "say",
                        "leave", "legal", "ping")
                .map(type -> "\"" + type + "\"");
        Arbitrary<String> words =
                Arbitraries.of("\"black\"", "\"draw\"", "\"h8\"", "\"\\ud800\"", "\"\\u0000\"", "\"\"", "null", "true");
        Arbitrary<String> numbers = Arbitraries.of("0", "-1", "14", "1.5", "1e400", "1e-400", "9007199254740993");
        Arbitrary<String> values = Arbitraries.lazyOf(
                () -> words, () -> numbers, () -> types, () -> objects(), () -> values(words, numbers));
        Arbitrary<String> members = Combinators.combine(names, values).as((name, value) -> name + ":" + value);
        return Combinators.combine(types, members.list().ofMaxSize(6))
                .as((type, all) -> "{\"type\":" + type + (all.isEmpty() ? "" : ",") + String.join(",", all) + "}");
    }

    private static Arbitrary<String> values(Arbitrary<String> words, Arbitrary<String> numbers) {
        return Arbitraries.oneOf(words, numbers).list().ofMaxSize(3).map(items -> "[" + String.join(",", items) + "]");
    }
}
