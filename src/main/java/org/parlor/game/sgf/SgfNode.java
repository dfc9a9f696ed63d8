package org.parlor.game.sgf;

import java.util.List;
import java.util.Optional;

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
    }

    /** The first property of this name. */
    public Optional<Property> find(String name) {
        return properties.stream()
                .filter(property -> property.name().equals(name))
                .findFirst();
    }
}
