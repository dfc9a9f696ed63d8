package org.parlor.protocol;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import java.util.LinkedHashMap;
import java.util.Map;

/** JSON objects as maps, through JSON-B. */
public final class Json {

    /** Deeper than any frame; parsers recurse, and a frame of brackets alone would end in a stack overflow. */
    private static final int DEEPEST = 32;

    /** Made once, since making one costs as much as a thousand frames; it is immutable and safe for all threads. */
    private static final Jsonb JSONB = JsonbBuilder.create(new JsonbConfig().withNullValues(true));

    /** Writes an object with its members in the map's order, nulls included. */
    public String write(Map<String, ?> object) {
        return JSONB.toJson(object);
    }

    /**
     * Reads an object.
     *
     * @throws IllegalArgumentException if the text is not exactly one JSON object, at most 32 levels deep
     */
    @SuppressWarnings("unchecked")
    public Map<String, Object> read(String text) {
        // Parsers differ in what they let stand after the object, and in taking an array for one.
        if (!isOneObject(text.strip())) {
            throw new IllegalArgumentException("not a JSON object");
        }
        try {
            return JSONB.fromJson(text, LinkedHashMap.class);
        } catch (RuntimeException e) {
            // Parsers throw more than JsonbException: which, depends on the server's JSON library.
            throw new IllegalArgumentException("not a JSON object", e);
        }
    }

    /** Whether the text's last bracket closes its first; what lies between is left to the parser. */
    private static boolean isOneObject(String text) {
        if (!text.startsWith("{")) {
            return false;
        }
        int depth = 0;
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            if (sign == '"') {
                quoted = !quoted;
            } else if (sign == '\\' && quoted) {
                i++;
            } else if (!quoted && (sign == '{' || sign == '[') && ++depth > DEEPEST) {
                return false;
            } else if (!quoted && (sign == '}' || sign == ']') && --depth == 0) {
                return i == text.length() - 1;
            }
        }
        return false;
    }
}
