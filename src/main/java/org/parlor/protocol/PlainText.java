package org.parlor.protocol;

import java.text.Normalizer;
import java.util.Optional;
import java.util.Set;

/**
 * What people write, without what they can't see but others would suffer from: control characters, marks that turn the direction of
 * the text around them, and spaces without a width. Joiners stay, since emoji and scripts need them.
 */
final class PlainText {

    private static final int ZERO_WIDTH_SPACE = 0x200B;
    private static final int ZERO_WIDTH_NO_BREAK_SPACE = 0xFEFF;

    /** The marks of Unicode's bidirectional algorithm (UAX #9). */
    private static final Set<Integer> DIRECTIONS =
            Set.of(0x061C, 0x200E, 0x200F, 0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069);

    private PlainText() {}

    /** A name; empty if nothing is left of it that can be seen. */
    static Optional<String> line(String text) {
        String rest = cleaned(text.replaceAll("[\\r\\n\\t\\u2028\\u2029]+", " "));
        return Optional.of(rest.strip()).filter(PlainText::canBeSeen);
    }

    /**
     * A text of several lines.
     *
     * @throws JsonReader.BadField if nothing is left of it that can be seen
     */
    static String lines(String text) {
        String rest = cleaned(text.replace("\r\n", "\n").replace('\r', '\n'));
        if (!canBeSeen(rest)) {
            throw new JsonReader.BadField("\"text\" must have a character that can be seen");
        }
        return rest;
    }

    private static String cleaned(String text) {
        StringBuilder visible = new StringBuilder();
        text.codePoints().filter(PlainText::isWanted).forEach(visible::appendCodePoint);
        return Normalizer.normalize(visible, Normalizer.Form.NFC);
    }

    /** Whether there is more than spaces, joiners and the like. */
    private static boolean canBeSeen(String text) {
        return text.codePoints()
                .anyMatch(sign -> !Character.isWhitespace(sign)
                        && !Character.isSpaceChar(sign)
                        && Character.getType(sign) != Character.FORMAT);
    }

    private static boolean isWanted(int sign) {
        boolean control = Character.isISOControl(sign) && sign != '\n' && sign != '\t';
        return !control && sign != ZERO_WIDTH_SPACE && sign != ZERO_WIDTH_NO_BREAK_SPACE && !DIRECTIONS.contains(sign);
    }
}
