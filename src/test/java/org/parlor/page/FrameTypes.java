package org.parlor.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The frames of an AsyncAPI document as types of TypeScript, which the page's modules are checked against. */
final class FrameTypes {

    private static final String HEAD =
            """
            /**
             * What goes over the wire: %s, written from `asyncapi.yaml`. After a change there:
             * `mvn test -Dtest=FrameTypesTest -Dframes.update=true`.
             */
            """;

    private static final Map<String, String> PRIMITIVES = Map.of(
            "string", "string", "integer", "number", "number", "number", "boolean", "boolean", "null", "null", "object",
            "object");

    private final JsonNode document;
    private final JsonNode schemas;
    private final StringBuilder text = new StringBuilder();
    private final Set<String> used = new HashSet<>();

    private FrameTypes(JsonNode document) {
        this.document = document;
        this.schemas = document.at("/components/schemas");
    }

    /** The types of the frames that clients send, in a declaration file that imports those of their fields from beside it. */
    static String commands(JsonNode document) {
        FrameTypes types = new FrameTypes(document);
        types.names().filter(FrameTypes::isCommand).forEach(types::declare);
        types.union("Command", types.extending("command"));
        return HEAD.formatted("commands") + types.imports() + types.text;
    }

    /** The types of the frames that the server sends. */
    static String frames(JsonNode document) {
        FrameTypes types = new FrameTypes(document);
        types.names().filter(FrameTypes::isFrame).forEach(types::declare);
        types.union("EventFrame", types.extending("event"));
        types.union("ServerFrame", types.names().filter(name -> name.startsWith("server.")));
        return HEAD.formatted("events and answers") + types.imports() + types.text;
    }

    /** The types of what is in the frames. */
    static String fields(JsonNode document) {
        FrameTypes types = new FrameTypes(document);
        types.names().filter(name -> !isCommand(name) && !isFrame(name)).forEach(types::declare);
        return HEAD.formatted("the fields of frames") + types.text;
    }

    private static boolean isCommand(String name) {
        return name.startsWith("client.") || name.equals("command");
    }

    private static boolean isFrame(String name) {
        return name.startsWith("server.") || name.equals("event");
    }

    private String imports() {
        return names().filter(name -> !isCommand(name) && !isFrame(name))
                .map(FrameTypes::typeName)
                .filter(used::contains)
                .collect(Collectors.joining(",\n  ", "\nimport type {\n  ", ",\n} from './fields.d.ts';\n"));
    }

    private void declare(String name) {
        JsonNode schema = schemas.path(name);
        describe(name, schema)
                .ifPresent(words -> text.append("\n/** ").append(words).append(" */"));
        text.append('\n');
        if (!schema.has("properties")) {
            text.append("export type ")
                    .append(typeName(name))
                    .append(" = ")
                    .append(type(schema))
                    .append(";\n");
            return;
        }
        text.append("export interface ")
                .append(typeName(name))
                .append(base(schema))
                .append(" {\n");
        schema.path("properties").properties().forEach(field -> {
            JsonNode description = field.getValue().path("description");
            if (description.isTextual()) {
                text.append("  /** ").append(description.asText()).append(" */\n");
            }
            text.append("  ").append(member(field, schema)).append('\n');
        });
        text.append("}\n");
    }

    /** What a frame is for stands beside its message. */
    private Optional<String> describe(String name, JsonNode schema) {
        JsonNode summary = document.at("/channels/room/messages").path(name).path("summary");
        JsonNode words = summary.isTextual() ? summary : schema.path("description");
        return words.isTextual() ? Optional.of(words.asText()) : Optional.empty();
    }

    private String base(JsonNode schema) {
        return schema.has("allOf")
                ? " extends " + reference(schema.path("allOf").path(0))
                : "";
    }

    private String member(Entry<String, JsonNode> field, JsonNode schema) {
        boolean required =
                stream(schema.path("required")).anyMatch(name -> name.asText().equals(field.getKey()));
        // What names a frame is in every frame.
        String mark = required || field.getKey().equals("type") ? "" : "?";
        return field.getKey() + mark + ": " + type(field.getValue()) + ";";
    }

    private String type(JsonNode schema) {
        if (schema.has("$ref")) {
            return reference(schema);
        }
        if (schema.has("const")) {
            return literal(schema.path("const"));
        }
        if (schema.has("enum")) {
            return joined(stream(schema.path("enum")).map(FrameTypes::literal));
        }
        for (String choice : List.of("oneOf", "anyOf", "allOf")) {
            if (schema.has(choice)) {
                return joined(stream(schema.path(choice)).map(this::type));
            }
        }
        return structure(schema);
    }

    private String structure(JsonNode schema) {
        if (schema.has("properties")) {
            return schema.path("properties").properties().stream()
                    .map(field -> member(field, schema))
                    .collect(Collectors.joining(" ", "{ ", " }"));
        }
        if (schema.has("additionalProperties")) {
            return "Record<string, " + type(schema.path("additionalProperties")) + ">";
        }
        if (schema.has("items")) {
            return "Array<" + type(schema.path("items")) + ">";
        }
        JsonNode names = schema.path("type");
        return names.isArray() ? joined(stream(names).map(FrameTypes::primitive)) : primitive(names);
    }

    private static String primitive(JsonNode name) {
        return Optional.ofNullable(PRIMITIVES.get(name.asText()))
                .orElseThrow(() -> new IllegalArgumentException("no type of TypeScript for " + name));
    }

    private static String literal(JsonNode value) {
        return value.isTextual() ? "'" + value.asText() + "'" : value.toString();
    }

    private static String joined(Stream<String> types) {
        return types.collect(Collectors.joining(" | "));
    }

    private String reference(JsonNode schema) {
        String path = schema.path("$ref").asText();
        String name = typeName(path.substring(path.lastIndexOf('/') + 1));
        used.add(name);
        return name;
    }

    /** {@code client.move} is {@code MoveCommand}, {@code server.moved} is {@code MovedFrame}, {@code offerNumber} is itself. */
    private static String typeName(String name) {
        String last = name.substring(name.indexOf('.') + 1);
        String capital = last.substring(0, 1).toUpperCase(Locale.ROOT) + last.substring(1);
        if (name.startsWith("client.")) {
            return capital + "Command";
        }
        boolean isBase = name.equals("command") || name.equals("event");
        return capital + (name.startsWith("server.") ? "Frame" : isBase ? "Base" : "");
    }

    private void union(String name, Stream<String> members) {
        text.append("\nexport type ").append(name).append(" =");
        members.map(FrameTypes::typeName).forEach(each -> text.append("\n  | ").append(each));
        text.append(";\n");
    }

    private Stream<String> extending(String base) {
        return names().filter(name -> stream(schemas.path(name).path("allOf"))
                .anyMatch(each -> reference(each).equals(typeName(base))
                        && schemas.path(name).has("properties")));
    }

    private Stream<String> names() {
        List<String> names = new ArrayList<>();
        schemas.fieldNames().forEachRemaining(names::add);
        return names.stream();
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
