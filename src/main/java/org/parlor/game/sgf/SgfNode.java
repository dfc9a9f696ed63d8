package org.parlor.game.sgf;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.parlor.game.BadRecord;

/**
 * A node of a game tree: a move, a set-up, or what is said of the whole game.
 *
 * @param line where it stands in the file, from 1
 * @param properties in the order of the file
 */
public record SgfNode(int line, List<Property> properties) {

    public SgfNode {
        properties = List.copyOf(properties);
    }

    /**
     * What is said of a node.
     *
     * @param name in capital letters
     * @param values one or more, without the escapes of the file
     * @param line where it stands in the file, from 1
     */
    public record Property(String name, List<String> values, int line) {

        private static final Pattern SECONDS = Pattern.compile("\\d{1,9}(?:\\.\\d{1,9})?");

        public Property {
            values = List.copyOf(values);
        }

        /** The first value, which is the only one of most properties. */
        public String value() {
            return values.get(0);
        }

        /** The first value as one line without blanks at its ends, or empty if nothing is left of it. */
        public Optional<String> simpleText() {
            return Optional.of(value().replaceAll("\\s", " ").strip()).filter(text -> !text.isEmpty());
        }

        /** The values as seconds, in milliseconds; those that are no such number are left out. */
        public List<Long> millis() {
            return values.stream()
                    .map(String::strip)
                    .filter(text -> SECONDS.matcher(text).matches())
                    .map(text -> new BigDecimal(text).movePointRight(3).longValue())
                    .toList();
        }

        /**
         * The values as the options of a game.
         *
         * @throws BadRecord if one is no name and value
         */
        public Map<String, String> options() {
            Map<String, String> options = new LinkedHashMap<>();
            for (String option : values) {
                int colon = option.indexOf(':');
                if (colon < 1) {
                    throw new BadRecord(line, name + " must be a name and a value with a colon between");
                }
                options.put(option.substring(0, colon), option.substring(colon + 1));
            }
            return options;
        }
    }

    /** The first property of this name. */
    public Optional<Property> find(String name) {
        return properties.stream()
                .filter(property -> property.name().equals(name))
                .findFirst();
    }
}
