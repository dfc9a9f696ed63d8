package org.parlor.store;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;
import org.parlor.log.StoreException;

/** A copy of SQLite's file, made before its schema changes: the way back for who must return to an older version. */
final class FileCopy {

    private static final Logger LOG = System.getLogger(FileCopy.class.getName());

    private FileCopy() {}

    /**
     * Puts a copy of the file beside it; does nothing for a database that is no file. A copy is there whole or not at all, and takes
     * the place of an earlier one.
     *
     * @param version of the schema that the file has
     * @throws StoreException if there is no room for it
     */
    static void ofSchema(String version, DataSource database) {
        try (Connection connection = database.getConnection()) {
            Optional<Path> file =
                    Dialect.of(connection).filter(Dialect.SQLITE::equals).isPresent()
                            ? file(connection)
                            : Optional.empty();
            if (file.isPresent()) {
                copy(connection, beside(file.get(), ".schema-" + version), beside(file.get(), ".unfinished"));
            }
        } catch (SQLException | IOException e) {
            throw new StoreException(
                    "the database can't be copied before its schema changes; it needs as much free space again: "
                            + e.getMessage(),
                    e);
        }
    }

    private static Path beside(Path file, String ending) {
        return file.resolveSibling(file.getFileName() + ending);
    }

    private static void copy(Connection connection, Path copy, Path unfinished) throws SQLException, IOException {
        Files.deleteIfExists(unfinished);
        try (PreparedStatement vacuum = connection.prepareStatement("VACUUM INTO ?")) {
            vacuum.setString(1, unfinished.toString());
            vacuum.execute();
        }
        Files.move(unfinished, copy, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        LOG.log(Level.INFO, "the database is copied to " + copy + " before its schema changes");
    }

    private static Optional<Path> file(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet databases = statement.executeQuery("PRAGMA database_list")) {
            return databases.next()
                    ? Optional.ofNullable(databases.getString("file"))
                            .filter(name -> !name.isEmpty())
                            .map(Path::of)
                    : Optional.empty();
        }
    }
}
