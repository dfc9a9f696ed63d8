package org.parlor.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.parlor.log.CommandId;
import org.parlor.log.RefusedCommand;
import org.parlor.log.StoreException;
import org.parlor.log.StoredEvent;
import org.postgresql.ds.PGSimpleDataSource;
import org.sqlite.SQLiteDataSource;

/** A database of the first version opens with everything that it holds. */
class MigrationTest {

    private static final int MANY = 1_000;

    @TempDir
    private Path folder;

    @RegisterExtension
    private final PostgresSchema postgres = new PostgresSchema();

    private DataSource file(String name) {
        SQLiteDataSource file = new SQLiteDataSource();
        file.setUrl("jdbc:sqlite:" + folder.resolve(name).toUri());
        return file;
    }

    private DataSource server() {
        PGSimpleDataSource server = new PGSimpleDataSource();
        server.setURL(postgres.url());
        return server;
    }

    private SqlEventStore openFile() {
        return Sqlite.open(folder, Runnable::run, StoreMetrics.NONE);
    }

    private SqlEventStore openServer() {
        return Postgres.open(postgres.url(), Runnable::run, StoreMetrics.NONE);
    }

    @Test
    void ofSqliteKeepsEverythingAndACopyOfTheFile() throws Exception {
        FirstSchema.write(file("parlor.db"), 1);
        try (SqlEventStore store = openFile()) {
            assertHoldsEverything(store);
        }
        assertThat(strings(file("parlor.db.schema-1"), "SELECT event FROM log WHERE room = 'gomoku' ORDER BY seq"))
                .containsExactlyElementsOf(bodies("gomoku"));
        assertThat(strings(file("parlor.db"), "SELECT name FROM sqlite_master WHERE type = 'table'"))
                .doesNotContain("log", "answer");
    }

    @Test
    void ofPostgresKeepsEverythingAndTheOldTables() throws Exception {
        FirstSchema.write(server(), 1);
        try (SqlEventStore store = openServer()) {
            assertHoldsEverything(store);
        }
        assertThat(strings(server(), "SELECT event FROM log_of_schema_1 WHERE room = 'gomoku' ORDER BY seq"))
                .containsExactlyElementsOf(bodies("gomoku"));
    }

    @Test
    void happensOnce() throws Exception {
        FirstSchema.write(file("parlor.db"), 1);
        openFile().close();
        Path copy = folder.resolve("parlor.db.schema-1");
        Files.delete(copy);
        try (SqlEventStore store = openFile()) {
            assertHoldsEverything(store);
        }
        assertThat(copy).doesNotExist();
    }

    @Test
    void ofManyRoomsMixesNoneWithAnother() throws Exception {
        FirstSchema.write(file("parlor.db"), MANY);
        try (SqlEventStore store = openFile()) {
            assertThat(store.due(0, 2 * FirstSchema.ROOMS.size() * MANY)).hasSize(FirstSchema.ROOMS.size() * MANY);
            for (int i = 1; i < MANY; i += MANY / 10) {
                for (String room : FirstSchema.ROOMS) {
                    assertThat(store.read(room + i, -1))
                            .extracting(StoredEvent::body)
                            .containsExactlyElementsOf(bodies(room));
                }
            }
        }
    }

    @Test
    void ofAFileThatANewerVersionWroteIsRefusedAndSaysSo() throws Exception {
        openFile().close();
        Flyway.configure()
                .dataSource(file("parlor.db"))
                .locations(new String[0])
                .javaMigrations(new V1__Log(), new V2__Events(), new V3__Later())
                .table("schema_history")
                .load()
                .migrate();
        assertThatThrownBy(this::openFile)
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("newer version of Parlor, with tables of version 3");
    }

    /** What a later version does to the tables. */
    static final class V3__Later extends BaseJavaMigration {
        @Override
        public void migrate(Context context) {
            // The number alone counts.
        }
    }

    private static void assertHoldsEverything(SqlEventStore store) throws Exception {
        assertThat(store.due(0, 10)).containsExactlyInAnyOrderElementsOf(FirstSchema.ROOMS);
        for (String room : FirstSchema.ROOMS) {
            List<StoredEvent> log = store.read(room, -1);
            assertThat(log).extracting(StoredEvent::version).containsOnly(1);
            assertThat(log).extracting(StoredEvent::body).containsExactlyElementsOf(bodies(room));
            assertThat(log).extracting(StoredEvent::secret).containsExactlyElementsOf(secrets(room));
            assertThat(log).allSatisfy(event -> assertThat(event.body())
                    .startsWith("{\"type\":\"" + event.type() + "\",\"seq\":" + event.seq() + ",\"at\":" + event.at()));
        }
        assertThat(store.read("gomoku", 3).get(0).command()).contains(new CommandId(1, "done"));
        assertThat(store.read("gomoku", -1))
                .filteredOn(it -> it.command().isPresent())
                .hasSize(1);
        List<String> latest = new ArrayList<>();
        for (int id = FirstSchema.REFUSALS - RefusedCommand.KEPT; id < FirstSchema.REFUSALS; id++) {
            latest.add("refused-" + id);
        }
        assertThat(store.refusals("gomoku"))
                .extracting(refusal -> refusal.command().id())
                .containsExactlyInAnyOrderElementsOf(latest);
    }

    private static List<String> bodies(String room) throws Exception {
        return FirstSchema.log(room).stream()
                .map(line -> line.substring(0, line.indexOf('\t')))
                .toList();
    }

    private static List<Optional<String>> secrets(String room) throws Exception {
        return FirstSchema.log(room).stream()
                .map(line -> Optional.of(line.substring(line.indexOf('\t') + 1)).filter(it -> !it.equals("-")))
                .toList();
    }

    private static List<String> strings(DataSource database, String query) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }
}
