package org.parlor.game.sgf;

import java.util.List;

/** Writes one game without variations, a node to a line. */
public final class SgfWriter {

    private final StringBuilder text = new StringBuilder("(");

    /** Begins the next node; the first is the root. */
    public SgfWriter node() {
        text.append(text.length() == 1 ? ";" : "\n;");
        return this;
    }

    /** Adds a property to the node, unless there are no values. */
    public SgfWriter with(String name, List<String> values) {
        if (!values.isEmpty()) {
            text.append(name);
            values.forEach(value -> text.append('[').append(escaped(value)).append(']'));
        }
        return this;
    }

    /** Adds a property with one value to the node. */
    public SgfWriter with(String name, String value) {
        return with(name, List.of(value));
    }

    /** The whole file. */
    @Override
    public String toString() {
        return text + ")\n";
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("]", "\\]");
    }
}
