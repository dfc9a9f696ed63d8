package org.parlor.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parlor.room.JournalException;
import org.parlor.room.Line;
import org.sqlite.JDBC;

/** The embedded journal, on a real file. */
class SqliteJournalTest extends JournalContract {

    @TempDir
    private Path folder;

    @Override
    SqlJournal open() {
        return Sqlite.open(folder, Stopwatch.NONE);
    }

    private String ask(String sql) throws SQLException {
        try (Connection connection =
                        JDBC.createConnection("jdbc:sqlite:" + folder.resolve("parlor.db"), new Properties());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : "";
        }
    }

    @Test
    void theSchemaTellsItsVersion() throws SQLException {
        assertThat(
                        ask(
                                "SELECT version || ' ' || description FROM schema_history WHERE success ORDER BY installed_rank"))
                .isEqualTo("1 Log");
    }

    @Test
    void openingAgainLeavesTheSchemaAsItIs() throws Exception {
        open().close();
        open().close();
        assertThat(ask("SELECT count(*) FROM schema_history")).isEqualTo("1");
    }

    @Test
    void theFileIsWrittenAheadSoThatReadersNeverWait() throws SQLException {
        assertThat(ask("PRAGMA journal_mode")).isEqualTo("wal");
    }

    @Test
    void aMissingFolderIsMade() throws Exception {
        Path deep = folder.resolve("a").resolve("b");
        try (SqlJournal journal = Sqlite.open(deep, Stopwatch.NONE)) {
            assertThat(get(journal.append("r", List.of(line(0)), List.of()))).isTrue();
        }
        assertThat(deep.resolve("parlor.db")).isNotEmptyFile();
    }

    @Test
    void aFolderWithAnOddNameIsNoTrouble() throws Exception {
        Path odd = folder.resolve("a b?c=d&\u4e94 #%20");
        try (SqlJournal journal = Sqlite.open(odd, Stopwatch.NONE)) {
            assertThat(get(journal.append("r", List.of(line(0)), List.of()))).isTrue();
        }
        assertThat(odd.resolve("parlor.db")).isNotEmptyFile();
    }

    @Test
    void aFileInPlaceOfTheFolderIsNamedInTheError() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "not a folder");
        assertThatThrownBy(() -> Sqlite.open(file, Stopwatch.NONE))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void aFolderBelowAFileIsNamedInTheError() throws Exception {
        Path below = Files.writeString(folder.resolve("file"), "not a folder").resolve("data");
        assertThatThrownBy(() -> Sqlite.open(below, Stopwatch.NONE))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining(below.toString());
    }

    @Test
    void aFolderThatCannotBeWrittenIsNamedInTheError() {
        // Even the superuser can't write here.
        Path fixed = Path.of("/proc/self/parlor");
        assertThatThrownBy(() -> Sqlite.open(fixed, Stopwatch.NONE))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining(fixed.toString());
    }

    @Test
    void somethingElseUnderTheNameOfTheJournalIsNamedInTheError() throws Exception {
        Path broken = Files.createDirectory(folder.resolve("broken"));
        Files.writeString(broken.resolve("parlor.db"), "this is no database ".repeat(1000));
        assertThatThrownBy(() -> Sqlite.open(broken, Stopwatch.NONE))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining(broken.toString());
    }

    @Test
    void theDatabaseOfAnotherProgramIsAnErrorThatLeavesNothingOpen() throws Exception {
        Path foreign = Files.createDirectory(folder.resolve("foreign"));
        try (Connection connection =
                        JDBC.createConnection("jdbc:sqlite:" + foreign.resolve("parlor.db"), new Properties());
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE log (line TEXT)");
        }
        assertThatThrownBy(() -> Sqlite.open(foreign, Stopwatch.NONE))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining(foreign.toString());
        assertThat(openFiles()).noneMatch(path -> path.startsWith(foreign));
    }

    /** What this process has open, where the system tells. */
    private static List<Path> openFiles() throws IOException {
        Path descriptors = Path.of("/proc/self/fd");
        assumeThat(descriptors).isDirectory();
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> links = Files.newDirectoryStream(descriptors)) {
            for (Path link : links) {
                if (Files.isSymbolicLink(link)) {
                    files.add(Files.readSymbolicLink(link));
                }
            }
        }
        return files;
    }

    @Test
    void aLogWithAZeroCharacterIsReadAsItWasWritten() throws Exception {
        Line line = new Line(0, "a\u0000b", Optional.of("c\u0000d"));
        try (SqlJournal journal = open()) {
            assertThat(get(journal.append("zero", List.of(line), List.of()))).isTrue();
            assertThat(journal.read("zero", -1)).containsExactly(line);
        }
    }
}
