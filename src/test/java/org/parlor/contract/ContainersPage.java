package org.parlor.contract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The page about containers, of which the suite writes three tables. */
record ContainersPage(String text) {

    private static final Path FILE = Path.of("src", "site", "markdown", "containers.md");
    private static final int HEADER_LINES = 2;

    /** A table that is not written by hand. Its mark begins it, and ends it. */
    enum Table {
        MEASURED("<!-- measured by the suite -->\n"),
        EXCEPTIONS("<!-- exceptions of the suite -->\n"),
        RETENTIONS("<!-- what servers keep -->\n");

        private final String mark;

        Table(String mark) {
            this.mark = mark;
        }
    }

    static ContainersPage read() throws IOException {
        return new ContainersPage(Files.readString(FILE));
    }

    void write() throws IOException {
        Files.writeString(FILE, text);
    }

    /** The rows of a table, without its header. */
    List<String> rows(Table table) {
        return lines(table).skip(HEADER_LINES).toList();
    }

    /** The page with these rows in a table. */
    ContainersPage with(Table table, List<String> rows) {
        String written = Stream.concat(lines(table).limit(HEADER_LINES), rows.stream())
                .map(line -> line + "\n")
                .collect(Collectors.joining());
        int begin = text.indexOf(table.mark) + table.mark.length();
        return new ContainersPage(text.substring(0, begin) + written + text.substring(text.indexOf(table.mark, begin)));
    }

    /** The page with what was measured in place of what was measured before of the same server on the same JDK. */
    ContainersPage withMeasured(String row) {
        Stream<String> others = rows(Table.MEASURED).stream().filter(other -> !sameRun(other, row));
        return with(
                Table.MEASURED,
                Stream.concat(others, Stream.of(row))
                        .sorted(String.CASE_INSENSITIVE_ORDER)
                        .toList());
    }

    private static boolean sameRun(String one, String other) {
        return cell(one, 1).equals(cell(other, 1)) && cell(one, 3).equals(cell(other, 3));
    }

    /** The text of a cell of a row, counted from 1. */
    static String cell(String row, int number) {
        return row.split("\\|", -1)[number].strip();
    }

    private Stream<String> lines(Table table) {
        int begin = text.indexOf(table.mark) + table.mark.length();
        return text.substring(begin, text.indexOf(table.mark, begin)).lines();
    }
}
