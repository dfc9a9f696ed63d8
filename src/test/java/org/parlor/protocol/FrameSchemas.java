package org.parlor.protocol;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.DisallowUnknownKeywordFactory;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.NonValidationKeyword;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The schemas of every frame, as the project's AsyncAPI document states them. Immutable. */
public final class FrameSchemas {

    /** Which way a frame goes. Some types exist in both directions with different fields. */
    public enum Direction {
        FROM_CLIENT("client"),
        FROM_SERVER("server");

        private final String prefix;

        Direction(String prefix) {
            this.prefix = prefix;
        }

        /** The name of a frame's schema in the document: {@code client.move}. */
        private String schemaName(String type) {
            return prefix + "." + type;
        }

        private boolean names(String schemaName) {
            return schemaName.startsWith(prefix + ".");
        }
    }

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();

    private final JsonNode document;
    private final Map<String, JsonSchema> schemas;

    private FrameSchemas(JsonNode document) {
        this.document = document;
        this.schemas = frameSchemas(document.at("/components/schemas"));
    }

    /** Reads the document that the application serves, from its place in the source tree. */
    public static FrameSchemas ofProject() {
        return read(Path.of("src", "main", "webapp", "asyncapi.yaml"));
    }

    /**
     * Reads a document.
     *
     * @throws UncheckedIOException if the file can't be read or is no YAML
     */
    public static FrameSchemas read(Path asyncApi) {
        try {
            return new FrameSchemas(new YAMLMapper().readTree(Files.readString(asyncApi)));
        } catch (IOException e) {
            throw new UncheckedIOException("Can't read the AsyncAPI document " + asyncApi, e);
        }
    }

    /**
     * Checks one frame.
     *
     * @throws AssertionError that names the frame and every violation, if the text is not a JSON object, has a type that
     *     the direction does not know, or breaks its schema
     */
    public void check(Direction direction, String text) {
        JsonNode frame = parse(text);
        if (!frame.isObject()) {
            throw new AssertionError("Not a JSON object: " + text);
        }
        String name = direction.schemaName(frame.path("type").asText());
        JsonSchema schema = schemas.get(name);
        if (schema == null) {
            throw new AssertionError("The protocol has no frame " + name + ": " + text);
        }
        var violations = schema.validate(frame);
        if (!violations.isEmpty()) {
            throw new AssertionError(violations.stream()
                    .map(ValidationMessage::getMessage)
                    .sorted()
                    .collect(Collectors.joining("\n  ", name + " breaks its schema:\n  ", "\nThe frame: " + text)));
        }
    }

    /** The whole AsyncAPI document. */
    public JsonNode document() {
        return document.deepCopy();
    }

    private static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("Not JSON: " + text, e);
        }
    }

    private static Map<String, JsonSchema> frameSchemas(JsonNode definitions) {
        // A misspelt keyword would hold nobody to anything, so it is an error.
        var dialect = JsonMetaSchema.builder(JsonMetaSchema.getV7())
                .keyword(new NonValidationKeyword("components"))
                .unknownKeywordFactory(DisallowUnknownKeywordFactory.getInstance())
                .build();
        var factory = JsonSchemaFactory.builder(JsonSchemaFactory.getInstance(VersionFlag.V7))
                .metaSchema(dialect)
                .defaultMetaSchemaIri(dialect.getIri())
                .build();
        var schemas = new TreeMap<String, JsonSchema>();
        definitions.fieldNames().forEachRemaining(name -> {
            if (Direction.FROM_CLIENT.names(name) || Direction.FROM_SERVER.names(name)) {
                schemas.put(name, factory.getSchema(referenceTo(name, definitions)));
            }
        });
        return schemas;
    }

    /** A schema that can stand alone: the reference together with all that it may lead to. */
    private static ObjectNode referenceTo(String name, JsonNode definitions) {
        ObjectNode schema = JSON.createObjectNode().put("$ref", "#/components/schemas/" + name);
        schema.putObject("components").set("schemas", definitions);
        return schema;
    }
}
