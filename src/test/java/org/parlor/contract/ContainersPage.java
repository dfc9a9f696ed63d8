package org.parlor.contract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The page about containers, of which the suite writes two tables. */
record ContainersPage(String text) {

    private static final Path FILE = Path.of("src", "site", "markdown", "containers.md");

    /** Begins the table of what was measured, and ends it. */
    private static final String MEASURED = "<!-- measured by the suite -->\n";

    /** Begins the table of what servers can't keep, and ends it. */
    private static final String EXCEPTIONS = "<!-- exceptions of the suite -->\n";

    private static final int HEADER_LINES = 2;

    static ContainersPage read() throws IOException {
        return new ContainersPage(Files.readString(FILE));
    }

    void write() throws IOException {
        Files.writeString(FILE, text);
    }

    /** The rows of what was measured. */
    List<String> measured() {
        return table(MEASURED).lines().skip(HEADER_LINES).toList();
    }

    /** The page with this row in place of the one of the same server on the same JDK. */
    ContainersPage withRow(String row) {
        List<String> lines = table(MEASURED).lines().toList();
        Stream<String> rows =
                Stream.concat(lines.stream().skip(HEADER_LINES).filter(other -> !sameRun(other, row)), Stream.of(row));
        Stream<String> header = lines.stream().limit(HEADER_LINES);
        return with(
                MEASURED,
                Stream.concat(header, rows.sorted(String.CASE_INSENSITIVE_ORDER))
                        .toList());
    }

    /** The rows of what servers can't keep. */
    List<String> exceptions() {
        return table(EXCEPTIONS).lines().skip(HEADER_LINES).toList();
    }

    /** The page with these rows of what servers can't keep. */
    ContainersPage withExceptions(List<String> rows) {
        Stream<String> header = table(EXCEPTIONS).lines().limit(HEADER_LINES);
        return with(EXCEPTIONS, Stream.concat(header, rows.stream()).toList());
    }

    private static boolean sameRun(String one, String other) {
        return cell(one, 1).equals(cell(other, 1)) && cell(one, 3).equals(cell(other, 3));
    }

    /** The text of a cell of a row, counted from 1. */
    static String cell(String row, int number) {
        return row.split("\\|", -1)[number].strip();
    }

    private String table(String mark) {
        int begin = text.indexOf(mark) + mark.length();
        return text.substring(begin, text.indexOf(mark, begin));
    }

    private ContainersPage with(String mark, List<String> lines) {
        int begin = text.indexOf(mark) + mark.length();
        String table = String.join("\n", lines) + "\n";
        return new ContainersPage(text.substring(0, begin) + table + text.substring(text.indexOf(mark, begin)));
    }
}
