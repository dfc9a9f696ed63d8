package org.parlor.game.sgf;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parlor.game.BadRecord;

/**
 * Reads the main lines of a file's games: the first variation wherever there is a choice. The other variations are checked for
 * their syntax; whatever stands between the games is not looked at.
 */
public final class SgfReader {

    /** A game begins with a bracket and a node; programs that mail games put text before it. */
    private static final Pattern BEGIN = Pattern.compile("\\(\\s*;");

    private final String text;
    private final List<SgfNode.Property> properties = new ArrayList<>();
    private int next;
    private int line = 1;
    private int nodeLine;
    private boolean inNode;

    private SgfReader(String text) {
        this.text = text;
    }

    /** Whether the text looks like this format at all. */
    public static boolean recognizes(String text) {
        return BEGIN.matcher(text).find();
    }

    /**
     * The nodes of the first game's main line; the first of them is the root. The games after it are not looked at.
     *
     * @param text the file's, with line ends of any kind
     * @throws BadRecord if it breaks the syntax
     */
    public static List<SgfNode> mainLine(String text) {
        return of(text).read();
    }

    /**
     * The main lines of all games, of which there is one at least.
     *
     * @param text the file's, with line ends of any kind
     * @throws BadRecord if it breaks the syntax
     */
    public static List<List<SgfNode>> mainLines(String text) {
        SgfReader reader = of(text);
        List<List<SgfNode>> games = new ArrayList<>(List.of(reader.read()));
        while (BEGIN.matcher(reader.text).find(reader.next)) {
            games.add(reader.read());
        }
        return games;
    }

    private static SgfReader of(String text) {
        return new SgfReader(text.replace("\r\n", "\n").replace('\r', '\n'));
    }

    private List<SgfNode> read() {
        Matcher begin = BEGIN.matcher(text);
        if (!begin.find(next)) {
            throw new BadRecord(1, "no game begins here: there is no \"(;\" in the file");
        }
        while (next < begin.start()) {
            take();
        }
        List<SgfNode> nodes = new ArrayList<>();
        int depth = 0;
        // A bracket that closes ends a variation, and what follows it are others: the main line is what comes before.
        boolean main = true;
        do {
            char sign = take();
            if (sign == '(') {
                depth++;
            } else if (sign == ')') {
                depth--;
                endNode(main, nodes);
                main = false;
            } else if (sign == ';') {
                endNode(main, nodes);
                inNode = true;
                nodeLine = line;
            } else if (isLetter(sign)) {
                property(sign);
            } else if (!Character.isWhitespace(sign)) {
                throw new BadRecord(line, "'" + sign + "' can't stand here, between properties");
            }
        } while (depth > 0);
        return nodes;
    }

    private void endNode(boolean main, List<SgfNode> nodes) {
        if (inNode && main) {
            nodes.add(new SgfNode(nodeLine, properties));
        }
        properties.clear();
        inNode = false;
    }

    private void property(char first) {
        int start = line;
        StringBuilder name = new StringBuilder().append(first);
        while (isLetter(peek())) {
            name.append(take());
        }
        // Format 3 and before allowed small letters between the ones that count.
        String capitals = name.toString().replaceAll("[a-z]", "");
        skipBlanks();
        if (peek() != '[') {
            throw new BadRecord(line, name + " must be followed by a value in [ ]");
        }
        List<String> values = new ArrayList<>();
        while (peek() == '[') {
            take();
            values.add(value(name, start));
            skipBlanks();
        }
        properties.add(new SgfNode.Property(capitals, values, start));
    }

    private String value(CharSequence name, int start) {
        StringBuilder value = new StringBuilder();
        while (peek() != ']') {
            if (next == text.length()) {
                throw new BadRecord(start, "the value of " + name + " does not end: a ] is missing");
            }
            char sign = take();
            if (sign != '\\') {
                value.append(sign);
            } else if (next < text.length()) {
                char escaped = take();
                // An escaped line end is there for the eye only.
                value.append(escaped == '\n' ? "" : escaped);
            }
        }
        take();
        return value.toString();
    }

    private void skipBlanks() {
        while (Character.isWhitespace(peek())) {
            take();
        }
    }

    /** The next character, or U+0000 at the end of the text. */
    private char peek() {
        return next < text.length() ? text.charAt(next) : '\0';
    }

    private char take() {
        if (next == text.length()) {
            throw new BadRecord(line, "the file ends within the game: a ) is missing");
        }
        char sign = text.charAt(next++);
        if (sign == '\n') {
            line++;
        }
        return sign;
    }

    private static boolean isLetter(char sign) {
        return (sign >= 'A' && sign <= 'Z') || (sign >= 'a' && sign <= 'z');
    }
}
