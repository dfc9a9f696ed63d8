package org.parlor.game;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Something that the founder of a room may choose.
 *
 * @param name as it stands in a room's address: {@code size}
 * @param values what it may be, the usual one among them
 * @param usual what it is if nothing is chosen
 */
public record Option(String name, List<String> values, String usual) {

    public Option {
        values = List.copyOf(values);
        if (!values.contains(usual)) {
            throw new IllegalArgumentException("option " + name + " is usually " + usual + ", but may not be");
        }
    }

    /** One of these, the first of them usually. */
    public static Option choice(String name, String... values) {
        return new Option(name, List.of(values), values[0]);
    }

    /** A number from one to another. */
    public static Option number(String name, int least, int most, int usual) {
        return new Option(
                name,
                IntStream.rangeClosed(least, most).mapToObj(String::valueOf).toList(),
                String.valueOf(usual));
    }
}
