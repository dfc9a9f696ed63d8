package org.parlor.protocol;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.parlor.protocol.FrameSchemas.Direction;

/** What the page for people, {@code protocol.md}, states in a form that a program can read. */
record ProtocolPage(String markdown) {

    /** A frame that the page shows, with the page's ellipses filled in so that it is JSON. */
    record Example(Direction direction, String text) {}

    private static final Pattern FRAME_OF_TABLE = Pattern.compile("\\| `(\\{\"type\".*?\\})` \\|.*");
    private static final Pattern FRAME_OF_LISTING = Pattern.compile("\\{\"type\".*\\}");
    private static final Pattern CODE = Pattern.compile("`([a-z-]+)`");
    private static final Pattern CLOSE_CODE = Pattern.compile("(?m)^\\| (\\d{4}) \\|");

    static ProtocolPage ofProject() {
        Path page = Path.of("src", "site", "markdown", "protocol.md");
        try {
            return new ProtocolPage(Files.readString(page));
        } catch (IOException e) {
            throw new UncheckedIOException("Can't read " + page, e);
        }
    }

    List<Example> examples() {
        var examples = new ArrayList<Example>();
        var direction = Direction.FROM_SERVER;
        for (String line : markdown.lines().toList()) {
            if (line.startsWith("## ")) {
                direction = line.contains("from client") ? Direction.FROM_CLIENT : Direction.FROM_SERVER;
            }
            var listing = FRAME_OF_LISTING.matcher(line);
            var row = FRAME_OF_TABLE.matcher(line);
            if (listing.matches()) {
                examples.add(new Example(direction, listing.group()));
            } else if (row.matches()) {
                examples.add(new Example(direction, filledIn(row.group(1))));
            }
        }
        return examples;
    }

    List<String> reasonsOfARefusal() {
        return section("### Reasons of a refusal")
                .lines()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.split("\\|", -1)[1])
                .flatMap(cell -> CODE.matcher(cell).results().map(code -> code.group(1)))
                .toList();
    }

    List<String> closeCodes() {
        Stream<MatchResult> codes = CLOSE_CODE.matcher(section("## Closing")).results();
        return codes.map(code -> code.group(1)).toList();
    }

    private String section(String heading) {
        String fromHeading = markdown.substring(markdown.indexOf(heading) + heading.length());
        int next = fromHeading.indexOf("\n#");
        return next < 0 ? fromHeading : fromHeading.substring(0, next);
    }

    private static String filledIn(String frame) {
        return frame.replace("{…}", "{\"name\":\"Bob\",\"connected\":true}").replace(":…", ":1731000000000");
    }
}
