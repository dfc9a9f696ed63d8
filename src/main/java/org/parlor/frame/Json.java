package org.parlor.frame;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import java.util.LinkedHashMap;
import java.util.Map;

/** JSON objects as maps, through JSON-B. */
final class Json {

    /** No frame of the protocol nests deeper than four; parsers that go into unknown fields must not run out of stack. */
    private static final int DEEPEST = 32;

    private final Jsonb jsonb = JsonbBuilder.create(new JsonbConfig().withNullValues(true));

    /** Writes an object with its members in the map's order, nulls included. */
    String write(Map<String, ?> object) {
        return jsonb.toJson(object);
    }

    /**
     * Reads an object.
     *
     * @throws IllegalArgumentException if the text is not exactly one JSON object
     */
    @SuppressWarnings("unchecked")
    Map<String, Object> read(String text) {
        if (!bracketsEncloseAll(text)) {
            throw new IllegalArgumentException("more than one value, none, or nested too deeply");
        }
        Object value;
        try {
            value = jsonb.fromJson(text, LinkedHashMap.class);
        } catch (RuntimeException e) {
            // Parsers throw more than JsonbException: which, depends on the server's JSON library.
            throw new IllegalArgumentException("not a JSON object", e);
        }
        if (value == null) {
            throw new IllegalArgumentException("not a JSON object");
        }
        return (Map<String, Object>) value;
    }

    /** Whether the first bracket is closed by the last sign. Some parsers stop there and overlook what follows. */
    private static boolean bracketsEncloseAll(String text) {
        int depth = 0;
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            if (quoted) {
                i += sign == '\\' ? 1 : 0;
                quoted = sign != '"';
            } else if (sign == '"') {
                quoted = true;
            } else if (sign == '{' || sign == '[') {
                depth++;
            } else if (sign == '}' || sign == ']') {
                depth--;
                if (depth == 0) {
                    return text.substring(i + 1).isBlank();
                }
            }
            if (depth > DEEPEST) {
                return false;
            }
        }
        return false;
    }
}
