package org.parlor.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parlor.protocol.Frame;
import org.parlor.protocol.Player;

/** Whatever a client sends, its connection stays and the game goes on. */
class BadFramesIT extends ContractTest {

    private static final int LARGEST_FRAME = 8192;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "hello",
                "null",
                "true",
                "7",
                "\"move\"",
                "[]",
                "[{\"type\":\"resign\"}]",
                "{",
                "{}",
                "{\"type\":\"resign\"",
                "{\"type\":\"resign\"}}",
                "{\"type\":\"resign\"}{\"type\":\"resign\"}",
                "{\"type\":\"resign\",}",
                "{'type':'resign'}",
                "{type:\"resign\"}",
                "{\"type\":null}",
                "{\"type\":7}",
                "{\"type\":{}}",
                "{\"type\":\"\"}",
                "{\"type\":\"resign\"} x",
                "{\"type\":\"resign\",\"id\":7}",
                "{\"type\":\"resign\",\"id\":\"\"}",
                "{\"type\":\"resign\",\"id\":[\"1\"]}",
                "\u0000{\"type\":\"resign\"}",
                "<resign/>"
            })
    void whatIsNoFrameOfTheProtocolIsRefusedWithoutId(String text) {
        try (Table table = table("")) {
            Frame refused = refusalOf(text, table.black());
            assertRefused(refused, "bad-frame");
            assertThat(refused.id()).isNull();
            goesOn(table);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'type':'move'|move",
                "'type':'move','move':null|move",
                "'type':'move','move':7|move",
                "'type':'move','move':['h8']|move",
                "'type':'move','move':''|move",
                "'type':'sit','seat':'red'|seat",
                "'type':'sit','seat':1|seat",
                "'type':'sit','name':''|name",
                "'type':'sit','name':'   '|name",
                "'type':'sit','name':{}|name",
                "'type':'resume'|since",
                "'type':'resume','since':-1|since",
                "'type':'resume','since':1.5|since",
                "'type':'resume','since':'0'|since",
                "'type':'resume','since':1e999999|since",
                "'type':'resume','since':1e-999999|since",
                "'type':'resume','since':99999999999999999999|since",
                "'type':'resume','since':0,'token':7|token",
                "'type':'offer'|kind",
                "'type':'offer','kind':'money'|kind",
                "'type':'offer','kind':'DRAW'|kind",
                "'type':'offer','kind':'rematch','swap':'yes'|swap",
                "'type':'accept'|offer",
                "'type':'accept','offer':1.5|offer",
                "'type':'accept','offer':true|offer",
                "'type':'decline','offer':'money'|offer",
                "'type':'say'|text",
                "'type':'say','text':''|text",
                "'type':'say','text':null|text",
                "'type':'ping'|t",
                "'type':'ping','t':'1'|t"
            })
    void aFieldThatIsMissingOrWrongIsNamed(String fields, String wrong) {
        try (Table table = table("")) {
            Frame refused = refusalOf("{\"id\":\"x\"," + fields.replace('\'', '"') + "}", table.black());
            assertRefused(refused, "bad-frame");
            assertThat(refused).containsEntry("id", "x");
            assertThat(refused.get("detail").toString()).contains("\"" + wrong + "\"");
            goesOn(table);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"MOVE", "moved", "drop", "opened", "welcome", "__proto__"})
    void anUnknownCommandIsRefusedAndTheKnownOnesAreNamed(String type) {
        try (Table table = table("")) {
            Frame refused = refusalOf("{\"type\":\"" + type + "\",\"id\":\"x\"}", table.black());
            assertRefused(refused, "unknown-type");
            assertThat(refused).containsEntry("id", "x");
            assertThat(refused.get("detail").toString()).contains("move", "resign", "resume");
            goesOn(table);
        }
    }

    static Stream<String> tooLong() {
        return Stream.of(
                "{\"type\":\"resign\",\"id\":\"" + "x".repeat(65) + "\"}",
                "{\"type\":\"sit\",\"name\":\"" + "x".repeat(41) + "\"}",
                "{\"type\":\"sit\",\"name\":\"" + "😀".repeat(41) + "\"}",
                "{\"type\":\"say\",\"text\":\"" + "x".repeat(501) + "\"}",
                "{\"type\":\"move\",\"move\":\"" + "h".repeat(5000) + "\"}",
                "{\"type\":\"" + "move".repeat(100) + "\"}");
    }

    @ParameterizedTest
    @MethodSource("tooLong")
    void aTextThatIsTooLongIsRefused(String text) {
        try (Table table = table("")) {
            assertRefused(refusalOf(text, table.black()), "bad-frame");
            goesOn(table);
        }
    }

    @Test
    void aTextOfFiveHundredCharactersIsSaid() {
        String text = "汉".repeat(250) + "😀".repeat(250);
        try (Table table = table("")) {
            table.black().insist("say", "text", text);
            assertThat(table.white().await("said")).containsEntry("text", text);
        }
    }

    @Test
    void aFrameOfExactlyTheLargestSizeIsReadAndOneByteMoreIsNot() {
        try (Table table = table("")) {
            table.black().sendRaw(ping(LARGEST_FRAME));
            assertThat(table.black().await("pong")).containsEntry("t", 1);
            assertRefused(refusalOf(ping(LARGEST_FRAME + 1), table.black()), "too-big");
            goesOn(table);
        }
    }

    @Test
    void theSizeIsCountedInBytesNotInCharacters() {
        String text = "{\"type\":\"ping\",\"t\":1,\"pad\":\"" + "汉".repeat(LARGEST_FRAME / 3) + "\"}";
        assertThat(text.length()).isLessThan(LARGEST_FRAME);
        assertThat(text.getBytes(UTF_8).length).isGreaterThan(LARGEST_FRAME);
        try (Table table = table("")) {
            assertRefused(refusalOf(text, table.black()), "too-big");
            goesOn(table);
        }
    }

    @Test
    void nineKilobytesAreRefusedWhateverTheyAre() {
        try (Table table = table("")) {
            assertRefused(refusalOf("x".repeat(9 * 1024), table.black()), "too-big");
            goesOn(table);
        }
    }

    @Test
    void aBinaryFrameIsRefused() {
        try (Table table = table("")) {
            table.black().sendBinary("{\"type\":\"resign\"}".getBytes(UTF_8));
            assertRefused(table.black().await("refused"), "bad-frame");
            table.black().sendBinary(new byte[] {(byte) 0xff, 0, 1});
            assertRefused(table.black().await("refused"), "bad-frame");
            goesOn(table);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"x\":"})
    void deepNestingIsRefused(String bracket) {
        int depth = (LARGEST_FRAME - 200) / (bracket.length() + 1);
        String closing = bracket.equals("[") ? "]" : "}";
        String nested = bracket.repeat(depth) + (closing.equals("]") ? "" : "1") + closing.repeat(depth);
        try (Table table = table("")) {
            assertRefused(refusalOf(nested, table.black()), "bad-frame");
            String inUnknownField = "{\"type\":\"ping\",\"t\":5,\"x\":" + nested + "}";
            assertRefused(refusalOf(inUnknownField, table.black()), "bad-frame");
            goesOn(table);
        }
    }

    @Test
    void unknownFieldsAreIgnored() {
        try (Table table = table("")) {
            table.black()
                    .send(
                            """
                    {"type":"move","id":"x","move":"h8","mood":"bad","seat":"white","seq":99,"x":{"y":[1,null,{}]}}""");
            assertThat(table.white().await("moved"))
                    .containsEntry("seat", "black")
                    .containsEntry("seq", 4);
        }
    }

    @Test
    void anyNumberOfAPingComesBack() {
        try (Player client = connect(freshRoom(), "")) {
            for (String number : new String[] {"0", "-1", "1.5", "1731000000000", "9007199254740991"}) {
                client.sendRaw("{\"type\":\"ping\",\"t\":" + number + "}");
                assertThat(client.await("pong").text()).contains("\"t\":" + number + ",");
            }
        }
    }

    private static String ping(int bytes) {
        String text = "{\"type\":\"ping\",\"t\":1,\"pad\":\"\"}";
        return text.replace("\"\"", "\"" + "x".repeat(bytes - text.length()) + "\"");
    }

    private static Frame refusalOf(String text, Player player) {
        player.sendRaw(text);
        return player.await("refused");
    }

    /** Nothing happened so far, and both can play. */
    private static void goesOn(Table table) {
        assertThat(table.black().move("h8").seq()).isEqualTo(4);
        assertThat(table.white().move("h9").seq()).isEqualTo(5);
    }
}
