package org.parlor.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.parlor.log.Append.Result.STORED;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.parlor.log.Append;
import org.parlor.log.CommandId;
import org.parlor.log.RefusedCommand;
import org.parlor.log.StoreException;
import org.parlor.room.Refusal;

/** The store in a real PostgreSQL. */
class PostgresEventStoreTest implements TestDatabase {

    @RegisterExtension
    final PostgresSchema schema = new PostgresSchema();

    @Override
    public SqlEventStore open(StoreMetrics metrics) {
        return Postgres.open(schema.url(), Runnable::run, metrics);
    }

    @Override
    public SqlEventStore openAnother() {
        return open(StoreMetrics.NONE);
    }

    @Override
    public Connection connect() throws SQLException {
        return schema.connect();
    }

    @Nested
    class Events extends EventStoreContract {
        @Override
        TestDatabase database() {
            return PostgresEventStoreTest.this;
        }

        /** PostgreSQL's texts can't hold one; JSON writes it as an escape. */
        @Test
        void aZeroCharacterIsKeptAsJsonWritesItAndRefusedAsItIs() throws Exception {
            assertThat(get(store().append(append("r", event(0, "{\"text\":\"a\\u0000b\"}")))))
                    .isEqualTo(STORED);
            assertThat(store().read("r", -1)).containsExactly(event(0, "{\"text\":\"a\\u0000b\"}"));
            assertThatThrownBy(() -> get(store().append(append("r", event(1, "a\u0000b")))))
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(StoreException.class);
            assertThat(get(store().append(append("r", event(1))))).isEqualTo(STORED);
        }
    }

    @Nested
    class GroupCommits extends GroupCommitContract {
        @Override
        TestDatabase database() {
            return PostgresEventStoreTest.this;
        }
    }

    @Nested
    class Refusals extends RefusalContract {
        @Override
        TestDatabase database() {
            return PostgresEventStoreTest.this;
        }

        @Test
        void aRefusalThatQuotesAZeroCharacterIsKept() throws Exception {
            Refusal refusal = new Refusal(Refusal.Reason.BAD_MOVE, "a\u0000 is no move");
            RefusedCommand refused = new RefusedCommand(
                    new CommandId(1, "1"), 0, 0, refusal.reason().label(), refusal.detail());
            Append append = new Append("r", List.of(event(0)), List.of(refused), Optional.empty());
            assertThat(get(store().append(append))).isEqualTo(STORED);
            assertThat(store().refusals("r")).containsExactly(refused);
        }
    }

    @Nested
    class Directory extends DirectoryContract {
        @Override
        TestDatabase database() {
            return PostgresEventStoreTest.this;
        }
    }

    @Test
    void aDatabaseThatIsNotThereIsTold() {
        String nowhere = "jdbc:postgresql://localhost:1/nowhere?user=nobody";
        assertThatThrownBy(() -> Postgres.open(nowhere, Runnable::run, StoreMetrics.NONE))
                .isInstanceOf(StoreException.class);
    }

    @Test
    void anAddressOfSomethingElseIsTold() {
        assertThatThrownBy(() -> Postgres.open("jdbc:mysql://localhost/parlor", Runnable::run, StoreMetrics.NONE))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("jdbc:postgresql://");
    }

    @Test
    void theSchemaOfAnotherProgramIsAnErrorThatLeavesNoConnectionOpen() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE log (line TEXT)");
        }
        String url = schema.url() + "&ApplicationName=" + schema.name();
        assertThatThrownBy(() -> Postgres.open(url, Runnable::run, StoreMetrics.NONE))
                .isInstanceOf(StoreException.class);
        // A backend takes a moment to end after its client hung up.
        assertThat(CompletableFuture.runAsync(this::awaitNoConnection)).succeedsWithin(Duration.ofSeconds(5));
    }

    private void awaitNoConnection() {
        String question = "SELECT count(*) FROM pg_stat_activity WHERE application_name = '" + schema.name() + "'";
        long left;
        do {
            try (Connection connection = connect();
                    Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(question)) {
                rows.next();
                left = rows.getLong(1);
            } catch (SQLException e) {
                throw new AssertionError(question, e);
            }
        } while (left > 0);
    }
}
