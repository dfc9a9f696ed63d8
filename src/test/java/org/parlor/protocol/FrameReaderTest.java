package org.parlor.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parlor.protocol.FrameReading.command;
import static org.parlor.protocol.FrameReading.detail;
import static org.parlor.protocol.FrameReading.invalid;
import static org.parlor.protocol.FrameReading.read;
import static org.parlor.protocol.FrameReading.refusal;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parlor.game.Seat;
import org.parlor.room.Command;
import org.parlor.room.Offer.Kind;
import org.parlor.room.OfferCommand;
import org.parlor.room.OfferCommand.Which;
import org.parlor.room.PlayCommand;
import org.parlor.room.Refusal;
import org.parlor.room.Refusal.Reason;
import org.parlor.room.SeatCommand;
import org.parlor.room.Token;

class FrameReaderTest {

    /** As long and as mixed as a secret must be. */
    private static final String OWN = "0123456789abcdef0123456789abcdef";

    @Test
    void whatIsGivenToTheDiceHasOneTo64PlainCharacters() {
        String sit = "{\"type\":\"sit\",\"entropy\":\"%s\"}";
        assertThat(command(sit.formatted("x".repeat(64)))).isInstanceOf(SeatCommand.Sit.class);
        assertThat(detail(sit.formatted("x".repeat(65)))).contains("1 to 64 characters");
        for (String odd : List.of("a b", "a\\nb", "\u00e4", "a+b", "a|b")) {
            assertThat(detail(sit.formatted(odd))).contains("must be made of A to Z, a to z, 0 to 9, - and _");
        }
    }

    @Nested
    class ACommand {

        @Test
        void carriesItsId() {
            assertThat(read("{\"type\":\"resign\",\"id\":\"8\"}"))
                    .isEqualTo(new Incoming.Ask(Optional.of("8"), new PlayCommand.Resign()));
        }

        @Test
        void needsNoId() {
            assertThat(read("{\"type\":\"resign\"}"))
                    .isEqualTo(new Incoming.Ask(Optional.empty(), new PlayCommand.Resign()));
            assertThat(read("{\"type\":\"resign\",\"id\":null}"))
                    .isEqualTo(new Incoming.Ask(Optional.empty(), new PlayCommand.Resign()));
        }

        @Test
        void isReadForEveryTypeOfTheProtocol() {
            assertThat(command("{\"type\":\"sit\",\"id\":\"1\",\"seat\":\"black\",\"name\":\"Ann\"}"))
                    .isEqualTo(new SeatCommand.Sit(Optional.of(Seat.BLACK), "Ann"));
            assertThat(command("{\"type\":\"sit\",\"token\":\"" + OWN + "\"}"))
                    .isEqualTo(new SeatCommand.Sit(
                            Optional.empty(),
                            "Guest",
                            Optional.empty(),
                            Optional.of(new Token(OWN)),
                            Optional.empty(),
                            false));
            assertThat(command("{\"type\":\"sit\",\"key\":\"" + OWN + "\",\"another\":true}"))
                    .isEqualTo(new SeatCommand.Sit(
                            Optional.empty(),
                            "Guest",
                            Optional.empty(),
                            Optional.empty(),
                            Optional.of(new Token(OWN)),
                            true));
            assertThat(command("{\"type\":\"sit\"}")).isEqualTo(new SeatCommand.Sit(Optional.empty(), "Guest"));
            assertThat(command("{\"type\":\"sit\",\"entropy\":\"4fX_a-Q2\"}"))
                    .isEqualTo(new SeatCommand.Sit(Optional.empty(), "Guest", Optional.of("4fX_a-Q2")));
            assertThat(command("{\"type\":\"resume\",\"token\":\"t\",\"since\":12}"))
                    .isEqualTo(new SeatCommand.Resume(Optional.of(new Token("t")), 12));
            assertThat(command("{\"type\":\"resume\",\"key\":\"" + OWN + "\",\"since\":12}"))
                    .isEqualTo(new SeatCommand.Resume(Optional.empty(), Optional.of(new Token(OWN)), 12));
            assertThat(command("{\"type\":\"resume\",\"since\":0}"))
                    .isEqualTo(new SeatCommand.Resume(Optional.empty(), 0));
            assertThat(command("{\"type\":\"move\",\"move\":\"h8\"}")).isEqualTo(new PlayCommand.Move("h8"));
            assertThat(command("{\"type\":\"move\",\"move\":\"h8\",\"took\":0,\"after\":9}"))
                    .isEqualTo(new PlayCommand.Move("h8", OptionalLong.of(0), OptionalLong.of(9)));
            assertThat(command("{\"type\":\"start\"}")).isEqualTo(new SeatCommand.Start());
            assertThat(command("{\"type\":\"claim\",\"seat\":\"white\"}"))
                    .isEqualTo(new PlayCommand.Claim(Optional.of(Seat.WHITE)));
            assertThat(command("{\"type\":\"claim\"}")).isEqualTo(new PlayCommand.Claim());
            assertThat(command("{\"type\":\"offer\",\"kind\":\"draw\"}"))
                    .isEqualTo(new OfferCommand.Propose(Kind.DRAW, false));
            assertThat(command("{\"type\":\"offer\",\"kind\":\"rematch\",\"swap\":true}"))
                    .isEqualTo(new OfferCommand.Propose(Kind.REMATCH, true));
            assertThat(command("{\"type\":\"accept\",\"offer\":14}"))
                    .isEqualTo(new OfferCommand.Accept(new Which.Numbered(14)));
            assertThat(command("{\"type\":\"accept\",\"offer\":\"takeback\"}"))
                    .isEqualTo(new OfferCommand.Accept(new Which.OfKind(Kind.TAKEBACK)));
            assertThat(command("{\"type\":\"decline\",\"offer\":14}"))
                    .isEqualTo(new OfferCommand.Decline(new Which.Numbered(14)));
            assertThat(command("{\"type\":\"say\",\"text\":\"hello\"}")).isEqualTo(new Command.Say("hello"));
            assertThat(command("{\"type\":\"leave\"}")).isEqualTo(new SeatCommand.Leave());
            assertThat(command("{\"type\":\"legal\"}")).isEqualTo(new Command.Legal());
        }

        @Test
        void mayNameASeatOfAnyGame() {
            assertThat(command("{\"type\":\"sit\",\"seat\":\"red-2\"}"))
                    .isEqualTo(new SeatCommand.Sit(Optional.of(new Seat("red-2")), "Guest"));
        }

        @Test
        void mayHoldFieldsThatNobodyKnows() {
            assertThat(command("{\"type\":\"resign\",\"since\":\"x\",\"new\":{\"a\":[1,{}]},\"\":null}"))
                    .isEqualTo(new PlayCommand.Resign());
        }

        @Test
        void mayHaveSpaceAround() {
            assertThat(command(" \t\r\n{ \"type\" : \"resign\" }\n ")).isEqualTo(new PlayCommand.Resign());
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
                    .isEqualTo(new SeatCommand.Resume(Optional.empty(), 12));
        }
    }

    @Nested
    class APing {

        @ParameterizedTest
        @ValueSource(strings = {"1", "-1.5", "1731000000000.25", "1e400", "0"})
        void keepsItsNumber(String number) {
            assertThat(read("{\"type\":\"ping\",\"t\":" + number + "}"))
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
                    "{\"type\":\"sit\",\"seat\":\"Black\"}|\"seat\" must be a seat of the game, such as \"black\"",
                    "{\"type\":\"sit\",\"seat\":\"\"}|\"seat\" must be a seat of the game, such as \"black\"",
                    "{\"type\":\"sit\",\"another\":1}|another",
                    "{\"type\":\"sit\",\"key\":\"0123456789abcdefghij.k\"}|\"key\" must be made of",
                    "{\"type\":\"sit\",\"key\":\"0123456789abcdefghijk\"}|\"key\" of your own must have at least 22",
                    "{\"type\":\"resume\",\"since\":1,\"key\":\"0101010101010101010101\"}|10 of them different",
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
                    "{\"type\":\"move\",\"move\":\"h8\",\"took\":-1}|took",
                    "{\"type\":\"move\",\"move\":\"h8\",\"took\":\"1\"}|took",
                    "{\"type\":\"move\",\"move\":\"h8\",\"after\":0.5}|after",
                    "{\"type\":\"claim\",\"seat\":7}|seat",
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
                            "claim", "legal", "start");
            assertThat(refusal("{\"type\":\"Move\"}").reason()).isEqualTo(Reason.UNKNOWN_TYPE);
            assertThat(refusal("{\"type\":\"welcome\"}").reason()).isEqualTo(Reason.UNKNOWN_TYPE);
            for (String ours : List.of("drop", "stay", "timeup", "time-up", "ready", "timeout")) {
                assertThat(refusal("{\"type\":\"" + ours + "\"}").reason()).isEqualTo(Reason.UNKNOWN_TYPE);
            }
        }

        @ParameterizedTest
        @CsvSource({"sit, name, 40", "say, text, 500", "resign, id, 64", "move, move, 200"})
        void hasATextThatIsTooLong(String type, String field, int longest) {
            String most = "{\"type\":\"" + type + "\",\"" + field + "\":\"" + "x".repeat(longest) + "\"}";
            assertThat(read(most)).isInstanceOf(Incoming.Ask.class);
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
            assertThat(read("{\"type\":\"resign\",\"type\":\"legal\"}")).isNotNull();
        }
    }
}
