package org.parlor.frame;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.parlor.game.Seat;

/** The fields of an incoming object, each read with the type that the protocol gives it. */
final class Fields {

    private static final BigDecimal LARGEST = BigDecimal.valueOf(1L << 53);

    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_-]+");

    private final Map<String, Object> object;

    Fields(Map<String, Object> object) {
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
            if (it.isBlank() || it.codePointCount(0, it.length()) > longest) {
                throw new BadField("\"" + name + "\" must have 1 to " + longest + " characters that are not all blank");
            }
            if (!it.codePoints().allMatch(Fields::isCharacter)) {
                throw new BadField("\"" + name + "\" must not hold half a surrogate pair or the character U+0000");
            }
        });
        return text;
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

    /** Any number. */
    BigDecimal number(String name) {
        return optional(name, BigDecimal.class, "a number")
                .orElseThrow(() -> new BadField("the field \"" + name + "\" is missing"));
    }

    /** True only if the field is there and true. */
    boolean flag(String name) {
        return optional(name, Boolean.class, "true or false").orElse(false);
    }

    Optional<Seat> optionalSeat(String name) {
        return optional(name, String.class, "a string").map(label -> Seat.of(label)
                .orElseThrow(() -> new BadField("\"" + name + "\" must be \"black\" or \"white\"")));
    }

    Seat seat(String name) {
        return optionalSeat(name).orElseThrow(() -> new BadField("the field \"" + name + "\" is missing"));
    }

    /** Whether the field holds a number. */
    boolean isNumber(String name) {
        return object.get(name) instanceof BigDecimal;
    }

    /** The field as it is, for nested values. */
    Object raw(String name) {
        return object.get(name);
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
    }
}
