package org.parlor.protocol;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.AbstractMap;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** One JSON text frame: a map of its fields that also remembers the text. Immutable. */
public final class Frame extends AbstractMap<String, Object> {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String text;
    private final Map<String, Object> fields;

    private Frame(String text, Map<String, Object> fields) {
        this.text = text;
        this.fields = Collections.unmodifiableMap(fields);
    }

    /**
     * Parses a text.
     *
     * @throws AssertionError if it is not a JSON object
     */
    public static Frame of(String text) {
        try {
            return new Frame(text, JSON.readValue(text, new TypeReference<LinkedHashMap<String, Object>>() {}));
        } catch (JsonProcessingException e) {
            throw new AssertionError("Not a JSON object: " + text, e);
        }
    }

    /**
     * Writes fields as JSON.
     *
     * @throws AssertionError if a value has no form in JSON
     */
    public static Frame of(Map<String, ?> fields) {
        try {
            return new Frame(JSON.writeValueAsString(fields), new LinkedHashMap<>(fields));
        } catch (JsonProcessingException e) {
            throw new AssertionError("Not writable as JSON: " + fields, e);
        }
    }

    /**
     * A command with an id that no other has.
     *
     * @param fields names and values in turn: {@code "move", "h8"}
     */
    public static Frame command(String type, Object... fields) {
        var command = new LinkedHashMap<String, Object>();
        command.put("type", type);
        command.put("id", UUID.randomUUID().toString());
        for (int i = 0; i < fields.length; i += 2) {
            command.put((String) fields[i], fields[i + 1]);
        }
        return of(command);
    }

    public String type() {
        return (String) get("type");
    }

    /** Null if the frame has none. */
    public String id() {
        return (String) get("id");
    }

    /**
     * The event's number, or the one that an answer refers to.
     *
     * @throws NullPointerException if the frame has none
     */
    public long seq() {
        return ((Number) get("seq")).longValue();
    }

    /** The value at the end of a path of names, such as {@code "seats", "black", "name"}. */
    public Object at(String... path) {
        Object value = this;
        for (String name : path) {
            value = ((Map<?, ?>) value).get(name);
        }
        return value;
    }

    /** The frame as it went over the wire. */
    public String text() {
        return text;
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
        return fields.entrySet();
    }

    @Override
    public String toString() {
        return text;
    }
}
