package org.parlor.protocol;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.parlor.game.Seat;

/** Reads the fields of an object, each with the type that the protocol gives it. */
final class JsonReader {

    /** An object without fields. */
    static final JsonReader EMPTY = new JsonReader(Map.of());

    private static final BigDecimal LARGEST = BigDecimal.valueOf(1L << 53);

    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_-]+");

    private final Map<String, Object> object;

    JsonReader(Map<String, Object> object) {
        this.object = object;
    }

    /** A text of {@code 1} to {@code longest} characters. */
    String text(String name, int longest) {
        return optionalText(name, longest).orElseThrow(() -> new BadField("the field \"" + name + "\" is missing"));
    }

    /** As {@link #text}, or empty if the field is missing or null. */
    Optional<String> optionalText(String name, int longest) {
        Optional<String> text = optional(name, String.class, "a string");
        text.ifPresent(it -> {
            checkLength(name, it, longest);
            if (!it.codePoints().allMatch(JsonReader::isCharacter)) {
                throw new BadField("\"" + name + "\" must not hold half a surrogate pair or the character U+0000");
            }
        });
        return text;
    }

    /** Refuses a text that does not have {@code 1} to {@code longest} characters, or only blank ones. */
    static void checkLength(String name, String text, int longest) {
        if (text.isBlank() || text.codePointCount(0, text.length()) > longest) {
            throw new BadField("\"" + name + "\" must have 1 to " + longest + " characters that are not all blank");
        }
    }

    /** As {@link #optionalText}, of letters, digits, hyphens and underscores alone. */
    Optional<String> optionalWord(String name, int longest) {
        Optional<String> word = optionalText(name, longest);
        if (word.isPresent() && !WORD.matcher(word.get()).matches()) {
            throw new BadField("\"" + name + "\" must be made of A to Z, a to z, 0 to 9, - and _");
        }
        return word;
    }

    /** Escapes can spell what UTF-8 has no bytes for, and what databases refuse. */
    private static boolean isCharacter(int codePoint) {
        return codePoint != 0 && Character.getType(codePoint) != Character.SURROGATE;
    }

    /** A whole number from 0 to 2^53, the range that every JSON library keeps exact. */
    long whole(String name) {
        BigDecimal number = optional(name, BigDecimal.class, "a number")
                .orElseThrow(() -> new BadField("the field \"" + name + "\" is missing"));
        if (number.signum() < 0
                || number.compareTo(LARGEST) > 0
                || number.stripTrailingZeros().scale() > 0) {
            throw new BadField("\"" + name + "\" must be a whole number, not negative");
        }
        return number.longValueExact();
    }

    /** As {@link #whole}, no more than 2^31 - 1. */
    int count(String name) {
        long number = whole(name);
        if (number > Integer.MAX_VALUE) {
            throw new BadField("\"" + name + "\" must be at most " + Integer.MAX_VALUE);
        }
        return (int) number;
    }

    /** Any number. */
    BigDecimal number(String name) {
        return optional(name, BigDecimal.class, "a number")
                .orElseThrow(() -> new BadField("the field \"" + name + "\" is missing"));
    }

    /** True only if the field is there and true. */
    boolean flag(String name) {
        return optional(name, Boolean.class, "true or false").orElse(false);
    }

    /** The name of a seat, of whatever game. */
    Optional<Seat> optionalSeat(String name) {
        return optional(name, String.class, "a string").map(label -> seat(name, label));
    }

    private static Seat seat(String name, String label) {
        try {
            return new Seat(label);
        } catch (IllegalArgumentException e) {
            throw new BadField("\"" + name + "\" must be a seat of the game, such as \"black\"", e);
        }
    }

    Seat seat(String name) {
        return optionalSeat(name).orElseThrow(() -> new BadField("the field \"" + name + "\" is missing"));
    }

    /** A whole number as {@link #whole} reads it; empty if the field is missing or null. */
    OptionalLong optionalWhole(String name) {
        return has(name) ? OptionalLong.of(whole(name)) : OptionalLong.empty();
    }

    /** Whether the field is there and not null. */
    boolean has(String name) {
        return object.get(name) != null;
    }

    /** Whether the field holds a number. */
    boolean isNumber(String name) {
        return object.get(name) instanceof BigDecimal;
    }

    /** An object whose fields are texts, or numbers in their usual spelling; empty if there is none. */
    Map<String, String> texts(String name) {
        Map<String, String> texts = new TreeMap<>();
        if (object.get(name) instanceof Map<?, ?> members) {
            members.forEach((key, value) -> texts.put(key.toString(), text(name, value)));
        }
        return texts;
    }

    /** A list of texts, or of numbers in their usual spelling; empty if there is none. */
    List<String> words(String name) {
        return object.get(name) instanceof List<?> items
                ? items.stream().map(item -> text(name, item)).toList()
                : List.of();
    }

    private static String text(String name, Object item) {
        if (item == null) {
            throw new BadField("\"" + name + "\" must not hold null");
        }
        return item.toString();
    }

    /** A list of whole numbers; empty if there is none. */
    List<Integer> numbers(String name) {
        return words(name).stream().map(Integer::valueOf).toList();
    }

    private <T> Optional<T> optional(String name, Class<T> type, String expected) {
        Object value = object.get(name);
        if (value == null) {
            return Optional.empty();
        }
        if (!type.isInstance(value)) {
            throw new BadField("\"" + name + "\" must be " + expected);
        }
        return Optional.of(type.cast(value));
    }

    /** A field that the protocol does not allow; the message tells the sender what to mend. */
    static final class BadField extends IllegalArgumentException {
        private static final long serialVersionUID = 1;

        BadField(String message) {
            super(message);
        }

        BadField(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
