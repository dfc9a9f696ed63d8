package org.parlor.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parlor.game.Seat;
import org.parlor.room.Bargain;
import org.parlor.room.Bargain.Which;
import org.parlor.room.Command;
import org.parlor.room.Offer.Kind;
import org.parlor.room.Play;
import org.parlor.room.Refusal;
import org.parlor.room.Refusal.Reason;
import org.parlor.room.Seating;
import org.parlor.room.Token;

class FrameDecoderTest {

    private static final FrameDecoder DECODER = new FrameDecoder();

    private static Incoming decoded(String text) {
        Received received = DECODER.decode(text);
        // Half of a surrogate pair can't come over the wire.
        if (StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            assertThat(received.bytes()).isEqualTo(text.getBytes(StandardCharsets.UTF_8).length);
        }
        return received.frame();
    }

    private static Command command(String text) {
        Incoming incoming = decoded(text);
        assertThat(incoming).isInstanceOf(Incoming.Ask.class);
        return ((Incoming.Ask) incoming).command();
    }

    private static Incoming.Invalid invalid(String text) {
        Incoming incoming = decoded(text);
        assertThat(incoming).isInstanceOf(Incoming.Invalid.class);
        return (Incoming.Invalid) incoming;
    }

    private static Refusal refusal(String text) {
        return invalid(text).refusal();
    }

    private static String detail(String text) {
        assertThat(refusal(text).reason()).isEqualTo(Reason.BAD_FRAME);
        return refusal(text).detail();
    }

    @Test
    void whatIsGivenToTheDiceHasOneTo64PlainCharacters() {
        String sit = "{\"type\":\"sit\",\"entropy\":\"%s\"}";
        assertThat(command(sit.formatted("x".repeat(64)))).isInstanceOf(Seating.Sit.class);
        assertThat(detail(sit.formatted("x".repeat(65)))).contains("1 to 64 characters");
        for (String odd : List.of("a b", "a\\nb", "\u00e4", "a+b", "a|b")) {
            assertThat(detail(sit.formatted(odd))).contains("must be made of A to Z, a to z, 0 to 9, - and _");
        }
    }

    @Nested
    class ACommand {

        @Test
        void carriesItsId() {
            assertThat(decoded("{\"type\":\"resign\",\"id\":\"8\"}"))
                    .isEqualTo(new Incoming.Ask(Optional.of("8"), new Play.Resign()));
        }

        @Test
        void needsNoId() {
            assertThat(decoded("{\"type\":\"resign\"}"))
                    .isEqualTo(new Incoming.Ask(Optional.empty(), new Play.Resign()));
            assertThat(decoded("{\"type\":\"resign\",\"id\":null}"))
                    .isEqualTo(new Incoming.Ask(Optional.empty(), new Play.Resign()));
        }

        @Test
        void isReadForEveryTypeOfTheProtocol() {
            assertThat(command("{\"type\":\"sit\",\"id\":\"1\",\"seat\":\"black\",\"name\":\"Ann\"}"))
                    .isEqualTo(new Seating.Sit(Optional.of(Seat.BLACK), "Ann"));
            String own = "0123456789abcdef0123456789abcdef";
            assertThat(command("{\"type\":\"sit\",\"token\":\"" + own + "\"}"))
                    .isEqualTo(
                            new Seating.Sit(Optional.empty(), "Guest", Optional.empty(), Optional.of(new Token(own))));
            assertThat(command("{\"type\":\"sit\"}")).isEqualTo(new Seating.Sit(Optional.empty(), "Guest"));
            assertThat(command("{\"type\":\"sit\",\"entropy\":\"4fX_a-Q2\"}"))
                    .isEqualTo(new Seating.Sit(Optional.empty(), "Guest", Optional.of("4fX_a-Q2")));
            assertThat(command("{\"type\":\"resume\",\"token\":\"t\",\"since\":12}"))
                    .isEqualTo(new Seating.Resume(Optional.of(new Token("t")), 12));
            assertThat(command("{\"type\":\"resume\",\"since\":0}")).isEqualTo(new Seating.Resume(Optional.empty(), 0));
            assertThat(command("{\"type\":\"move\",\"move\":\"h8\"}")).isEqualTo(new Play.Move("h8"));
            assertThat(command("{\"type\":\"claim\"}")).isEqualTo(new Play.Claim());
            assertThat(command("{\"type\":\"offer\",\"kind\":\"draw\"}"))
                    .isEqualTo(new Bargain.Propose(Kind.DRAW, false));
            assertThat(command("{\"type\":\"offer\",\"kind\":\"rematch\",\"swap\":true}"))
                    .isEqualTo(new Bargain.Propose(Kind.REMATCH, true));
            assertThat(command("{\"type\":\"accept\",\"offer\":14}"))
                    .isEqualTo(new Bargain.Accept(new Which.Numbered(14)));
            assertThat(command("{\"type\":\"accept\",\"offer\":\"takeback\"}"))
                    .isEqualTo(new Bargain.Accept(new Which.OfKind(Kind.TAKEBACK)));
            assertThat(command("{\"type\":\"decline\",\"offer\":14}"))
                    .isEqualTo(new Bargain.Decline(new Which.Numbered(14)));
            assertThat(command("{\"type\":\"say\",\"text\":\"hello\"}")).isEqualTo(new Command.Say("hello"));
            assertThat(command("{\"type\":\"leave\"}")).isEqualTo(new Seating.Leave());
            assertThat(command("{\"type\":\"legal\"}")).isEqualTo(new Command.Legal());
        }

        @Test
        void mayHoldFieldsThatNobodyKnows() {
            assertThat(command("{\"type\":\"resign\",\"since\":\"x\",\"new\":{\"a\":[1,{}]},\"\":null}"))
                    .isEqualTo(new Play.Resign());
        }

        @Test
        void mayHaveSpaceAround() {
            assertThat(command(" \t\r\n{ \"type\" : \"resign\" }\n ")).isEqualTo(new Play.Resign());
        }

        @Test
        void mayHoldAnyText() {
            assertThat(command("{\"type\":\"say\",\"text\":\"\u4e94\\u5b50 \\ud83d\\ude00 \ud83d\ude00 \\\"\\n\"}"))
                    .isEqualTo(new Command.Say("\u4e94\u5b50 \ud83d\ude00 \ud83d\ude00 \"\n"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"12", "12.0", "1.2e1", "120e-1"})
        void mayHaveAWholeNumberInAnySpelling(String number) {
            assertThat(command("{\"type\":\"resume\",\"since\":" + number + "}"))
                    .isEqualTo(new Seating.Resume(Optional.empty(), 12));
        }
    }

    @Nested
    class APing {

        @ParameterizedTest
        @ValueSource(strings = {"1", "-1.5", "1731000000000.25", "1e400", "0"})
        void keepsItsNumber(String number) {
            assertThat(decoded("{\"type\":\"ping\",\"t\":" + number + "}"))
                    .isEqualTo(new Incoming.Ping(new BigDecimal(number)));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"{\"type\":\"ping\"}", "{\"type\":\"ping\",\"t\":\"1\"}", "{\"type\":\"ping\",\"t\":null}"})
        void needsANumber(String text) {
            assertThat(detail(text)).contains("\"t\"");
        }
    }

    @Nested
    class ABadFrame {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    " ",
                    "null",
                    "true",
                    "1",
                    "\"move\"",
                    "[]",
                    "[{\"type\":\"resign\"}]",
                    "move h8",
                    "{",
                    "}",
                    "{}{}",
                    "{\"type\":\"resign\"",
                    "{\"type\":\"resign\",}",
                    "{'type':'resign'}",
                    "{type:\"resign\"}",
                    "{\"type\":\"resign\"} x",
                    "{\"type\":\"resign\"}{\"type\":\"resign\"}",
                    "{\"type\":\"resign\"}]",
                    "{\"type\":\"resign\"},",
                    "{\"type\":\"resign\"}}",
                    "{\"type\":\"resign\",\"a\":01}",
                    "{\"type\":\"resign\",\"a\":NaN}",
                    "{\"type\":\"resign\",\"a\":\"\\x\"}",
                    "{\"type\":\"resign\",\"a\":\"\\ud8\"}",
                    "{\"type\":\"resign\",\"a\":\"line\nbreak\"}",
                    "/* */ {\"type\":\"resign\"}"
                })
        void thatIsNotExactlyOneJsonObjectShowsWhatOneLooksLike(String text) {
            assertThat(invalid(text).id()).isEmpty();
            assertThat(detail(text)).contains("one JSON object", "{\"type\":\"move\",\"move\":\"h8\"}");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '~',
                value = {
                    "{}|type",
                    "{\"type\":null}|type",
                    "{\"type\":1}|type",
                    "{\"type\":{}}|type",
                    "{\"type\":\"\"}|type",
                    "{\"type\":\"sit\",\"seat\":\"red\"}|\"black\" or \"white\"",
                    "{\"type\":\"sit\",\"seat\":1}|seat",
                    "{\"type\":\"sit\",\"token\":\"012345678901234567890\"}|\"token\" of your own must have at least 22",
                    "{\"type\":\"sit\",\"name\":\"\"}|\"name\" must have 1 to 40 characters",
                    "{\"type\":\"sit\",\"name\":[]}|name",
                    "{\"type\":\"resume\"}|since",
                    "{\"type\":\"resume\",\"since\":\"0\"}|since",
                    "{\"type\":\"resume\",\"since\":-1}|since",
                    "{\"type\":\"resume\",\"since\":0.5}|since",
                    "{\"type\":\"resume\",\"since\":9007199254740993}|since",
                    "{\"type\":\"resume\",\"since\":1,\"token\":2}|token",
                    "{\"type\":\"move\"}|move",
                    "{\"type\":\"move\",\"move\":8}|move",
                    "{\"type\":\"offer\"}|kind",
                    "{\"type\":\"offer\",\"kind\":\"peace\"}|draw, takeback or rematch",
                    "{\"type\":\"offer\",\"kind\":\"rematch\",\"swap\":\"yes\"}|swap",
                    "{\"type\":\"accept\"}|offer",
                    "{\"type\":\"accept\",\"offer\":true}|offer",
                    "{\"type\":\"accept\",\"offer\":\"peace\"}|draw, takeback or rematch",
                    "{\"type\":\"decline\",\"offer\":1.5}|offer",
                    "{\"type\":\"say\"}|text",
                    "{\"type\":\"say\",\"text\":\" \"}|text"
                })
        void namesTheFieldToMend(String text, String named) {
            assertThat(detail(text)).contains(named);
        }

        @Test
        void carriesTheIdIfThereIsOne() {
            assertThat(invalid("{\"id\":\"7\",\"type\":\"move\"}").id()).contains("7");
            assertThat(invalid("{\"id\":\"7\",\"type\":\"jump\"}").id()).contains("7");
            assertThat(invalid("{\"id\":\"7\"}").id()).contains("7");
        }

        @ParameterizedTest
        @ValueSource(strings = {"7", "\"\"", "{}", "true"})
        void mayBeBadForItsId(String id) {
            Incoming.Invalid invalid = invalid("{\"id\":" + id + ",\"type\":\"resign\"}");
            assertThat(invalid.id()).isEmpty();
            assertThat(invalid.refusal().detail()).contains("\"id\"");
        }

        @Test
        void ofAnUnknownTypeTellsTheTypes() {
            Refusal refusal = refusal("{\"type\":\"jump\"}");
            assertThat(refusal.reason()).isEqualTo(Reason.UNKNOWN_TYPE);
            assertThat(refusal.detail())
                    .contains(
                            "ping", "sit", "resume", "move", "resign", "offer", "accept", "decline", "say", "leave",
                            "claim", "legal");
            assertThat(refusal("{\"type\":\"Move\"}").reason()).isEqualTo(Reason.UNKNOWN_TYPE);
            assertThat(refusal("{\"type\":\"welcome\"}").reason()).isEqualTo(Reason.UNKNOWN_TYPE);
            assertThat(refusal("{\"type\":\"drop\"}").reason()).isEqualTo(Reason.UNKNOWN_TYPE);
        }

        @ParameterizedTest
        @CsvSource({"sit, name, 40", "say, text, 500", "resign, id, 64"})
        void hasATextThatIsTooLong(String type, String field, int longest) {
            String most = "{\"type\":\"" + type + "\",\"" + field + "\":\"" + "x".repeat(longest) + "\"}";
            assertThat(decoded(most)).isInstanceOf(Incoming.Ask.class);
            assertThat(detail(most.replace("\"x", "\"xx"))).contains("\"" + field + "\" must have 1 to " + longest);
        }

        @ParameterizedTest
        @ValueSource(strings = {"\\ud83d", "\\ude00", "\\ude00\\ud83d", "a\\ud83dz", "\ud83d", "\\u0000"})
        void holdsATextThatCannotBeSentOn(String text) {
            assertThat(detail("{\"type\":\"say\",\"text\":\"" + text + "\"}")).contains("\"text\"");
            assertThat(detail("{\"type\":\"resign\",\"id\":\"" + text + "\"}")).contains("\"id\"");
            assertThat(detail("{\"type\":\"sit\",\"name\":\"" + text + "\"}")).contains("\"name\"");
        }

        @Test
        void withAFieldTwiceIsReadOneWayOrTheOther() {
            assertThat(decoded("{\"type\":\"resign\",\"type\":\"legal\"}")).isNotNull();
        }
    }

    @Nested
    class ALargeFrame {

        private static String ofBytes(int size) {
            String frame = "{\"type\":\"resign\",\"a\":\"\"}";
            return frame.replace(":\"\"", ":\"" + "x".repeat(size - frame.length()) + "\"");
        }

        @Test
        void isReadUpToTheLimit() {
            assertThat(command(ofBytes(8192))).isEqualTo(new Play.Resign());
        }

        @Test
        void isRefusedBeyond() {
            Refusal refusal = refusal(ofBytes(8193));
            assertThat(refusal.reason()).isEqualTo(Reason.TOO_BIG);
            assertThat(refusal.detail()).contains("8192");
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
                assertThat(decoded(text)).isNotNull();
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
                        Duration.ofSeconds(5), () -> assertThat(decoded("{" + field + ":" + number + "}"))
                                .isNotNull());
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
        assertThat(decoded(text)).isNotNull();
    }

    @Property(tries = 2000)
    void noJsonMakesItThrow(@ForAll("objects") String text) {
        Incoming incoming = decoded(text);
        if (incoming instanceof Incoming.Invalid invalid) {
            assertThat(invalid.refusal().detail()).isNotBlank();
        } else {
            assertThat(incoming).isNotNull();
        }
    }

    @Property(tries = 2000)
    void noBrokenJsonMakesItThrow(@ForAll("objects") String text, @ForAll int at, @ForAll char odd) {
        int cut = Math.floorMod(at, text.length());
        assertThat(decoded(text.substring(0, cut))).isInstanceOf(Incoming.Invalid.class);
        assertThat(decoded(text.substring(0, cut) + odd + text.substring(cut + 1)))
                .isNotNull();
    }

    /** Objects with the protocol's own names and with values of every sort. */
    @Provide
    Arbitrary<String> objects() {
        Arbitrary<String> names = Arbitraries.of(
                        "type", "id", "seat", "name", "token", "since", "move", "kind", "swap", "offer", "text", "t",
                        "x")
                .map(name -> "\"" + name + "\"");
        Arbitrary<String> types = Arbitraries.of(
                        "sit", "resume", "move", "resign", "offer", "accept", "decline", "say", "leave", "legal",
                        "ping")
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
