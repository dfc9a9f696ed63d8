package org.parlor.frame;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import java.util.LinkedHashMap;
import java.util.Map;

/** JSON objects as maps, through JSON-B. */
final class Json {

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
}
