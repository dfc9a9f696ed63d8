package org.parlor.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.parlor.protocol.FrameSchemas.Direction.FROM_CLIENT;
import static org.parlor.protocol.FrameSchemas.Direction.FROM_SERVER;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parlor.protocol.FrameSchemas.Direction;
import org.parlor.protocol.ProtocolPage.Example;

/** The protocol's page and its AsyncAPI document say the same. */
class FrameSchemasTest {

    private static final FrameSchemas SCHEMAS = FrameSchemas.ofProject();
    private static final ProtocolPage PAGE = ProtocolPage.ofProject();
    private static final ObjectMapper JSON = new ObjectMapper();

    static List<Example> examplesOfThePage() {
        return PAGE.examples();
    }

    static Stream<Example> serversExamplesOfThePage() {
        return PAGE.examples().stream().filter(example -> example.direction() == FROM_SERVER);
    }

    static Stream<Example> examplesOfTheDocument() {
        return messages().flatMap(message -> stream(message.path("examples"))
                .map(example -> new Example(
                        directionOf(message), example.path("payload").toString())));
    }

    @ParameterizedTest
    @MethodSource("examplesOfThePage")
    void everyExampleOfThePageFitsItsSchema(Example example) {
        assertThatCode(() -> SCHEMAS.check(example.direction(), example.text())).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("examplesOfTheDocument")
    void everyExampleOfTheDocumentFitsItsSchema(Example example) {
        assertThatCode(() -> SCHEMAS.check(example.direction(), example.text())).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("serversExamplesOfThePage")
    void theServerMayLeaveNothingOutButIdAndToken(Example example) throws IOException {
        ObjectNode frame = (ObjectNode) JSON.readTree(example.text());
        frame.fieldNames().forEachRemaining(field -> {
            if (!field.equals("id") && !field.equals("token")) {
                ObjectNode incomplete = frame.deepCopy().without(field);
                assertThatThrownBy(() -> SCHEMAS.check(FROM_SERVER, incomplete.toString()))
                        .as("%s without %s", frame.path("type"), field)
                        .isInstanceOf(AssertionError.class);
            }
        });
    }

    @Test
    void theDocumentHasTheFramesOfThePageAndNoOthers() {
        List<String> onThePage = PAGE.examples().stream()
                .map(example -> example.direction() + " " + typeOf(example.text()))
                .toList();
        List<String> inTheDocument = messages()
                .map(message ->
                        directionOf(message) + " " + message.path("name").asText())
                .toList();
        assertThat(inTheDocument).containsExactlyInAnyOrderElementsOf(onThePage);
    }

    @Test
    void theDocumentHasTheReasonsOfThePage() {
        Stream<JsonNode> reasons = stream(SCHEMAS.document().at("/components/schemas/refusal/enum"));
        assertThat(reasons.map(JsonNode::asText)).containsExactlyElementsOf(PAGE.reasonsOfARefusal());
    }

    @Test
    void theDocumentHasTheCloseCodesOfThePage() {
        assertThat(SCHEMAS.document().at("/channels/room/x-close-codes").fieldNames())
                .toIterable()
                .containsExactlyElementsOf(PAGE.closeCodes());
    }

    @Test
    void aMissingFieldIsNamedTogetherWithTheFrame() {
        String frame = "{\"type\":\"move\",\"id\":\"7\"}";
        assertThatThrownBy(() -> SCHEMAS.check(FROM_CLIENT, frame))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("client.move")
                .hasMessageContaining("'move'")
                .hasMessageContaining(frame);
    }

    @Test
    void anUnknownFieldIsIgnored() {
        assertThatCode(() -> SCHEMAS.check(FROM_CLIENT, "{\"type\":\"resign\",\"mood\":\"bad\"}"))
                .doesNotThrowAnyException();
    }

    @Test
    void aTypeOfTheOtherDirectionIsUnknown() {
        assertThatThrownBy(() -> SCHEMAS.check(FROM_CLIENT, "{\"type\":\"ack\",\"id\":\"7\",\"seq\":9}"))
                .hasMessageContaining("no frame client.ack");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "\"move\"",
                "{\"type\":\"ping\",\"t\":1} {}",
                "{\"type\":\"ping\",\"t\":1,\"t\":2}",
                "{"
            })
    void whatIsNotExactlyOneJsonObjectFails(String text) {
        assertThatThrownBy(() -> SCHEMAS.check(FROM_CLIENT, text)).isInstanceOf(AssertionError.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"sit\",\"seat\":\"Red\"}",
                "{\"type\":\"sit\",\"key\":\"short\"}",
                "{\"type\":\"move\",\"move\":\"h8\",\"took\":-1}",
                "{\"type\":\"sit\",\"name\":\"\"}",
                "{\"type\":\"resume\",\"since\":-1}",
                "{\"type\":\"accept\",\"offer\":\"truce\"}",
                "{\"type\":\"ping\",\"t\":\"now\"}",
                "{\"type\":\"resign\",\"id\":7}"
            })
    void aFieldOutsideItsRangeFails(String text) {
        assertThatThrownBy(() -> SCHEMAS.check(FROM_CLIENT, text)).isInstanceOf(AssertionError.class);
    }

    private static Stream<JsonNode> messages() {
        return stream(SCHEMAS.document().at("/channels/room/messages"));
    }

    private static Direction directionOf(JsonNode message) {
        return message.at("/payload/$ref").asText().contains("/client.") ? FROM_CLIENT : FROM_SERVER;
    }

    private static String typeOf(String frame) {
        try {
            return JSON.readTree(frame).path("type").asText();
        } catch (IOException e) {
            throw new AssertionError("Not JSON: " + frame, e);
        }
    }

    private static Stream<JsonNode> stream(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false);
    }
}
