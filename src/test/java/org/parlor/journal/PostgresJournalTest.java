package org.parlor.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.parlor.room.Answer;
import org.parlor.room.JournalException;
import org.parlor.room.Refusal;

/** The journal in a real PostgreSQL; every test has a schema of its own. */
class PostgresJournalTest extends JournalContract {

    private static EmbeddedPostgres postgres;

    private final String schema = "test_" + UUID.randomUUID().toString().replace("-", "");

    @BeforeAll
    static void startPostgres() throws IOException {
        postgres = EmbeddedPostgres.builder()
                .setPGStartupWait(Duration.ofMinutes(1))
                .start();
    }

    @AfterAll
    static void stopPostgres() throws IOException {
        postgres.close();
    }

    @Override
    SqlJournal open() {
        try {
            execute("CREATE SCHEMA IF NOT EXISTS " + schema);
        } catch (SQLException e) {
            throw new AssertionError("the schema can't be made", e);
        }
        return Postgres.open(postgres.getJdbcUrl("postgres", "postgres") + "&currentSchema=" + schema, Stopwatch.NONE);
    }

    @Test
    void aRefusalThatQuotesAZeroCharacterIsKept() throws Exception {
        Answer answer = new Answer(1, "1", 0, Optional.of(new Refusal(Refusal.Reason.BAD_MOVE, "a\u0000 is no move")));
        try (SqlJournal journal = open()) {
            assertThat(get(journal.append("r", List.of(line(0)), List.of(answer))))
                    .isTrue();
            assertThat(journal.answers("r", List.of(answer.key()))).containsExactly(answer);
        }
    }

    @Test
    void aDatabaseThatIsNotThereIsTold() {
        assertThatThrownBy(() -> Postgres.open("jdbc:postgresql://localhost:1/nowhere?user=nobody", Stopwatch.NONE))
                .isInstanceOf(JournalException.class);
    }

    @Test
    void theSchemaOfAnotherProgramIsAnErrorThatLeavesNoConnectionOpen() throws SQLException {
        execute(
                "CREATE ROLE other LOGIN",
                "CREATE SCHEMA other AUTHORIZATION other",
                "CREATE TABLE other.log (line TEXT)");
        String url = postgres.getJdbcUrl("other", "postgres") + "&currentSchema=other";
        assertThatThrownBy(() -> Postgres.open(url, Stopwatch.NONE)).isInstanceOf(JournalException.class);
        // A backend takes a moment to end after its client hung up.
        assertThat(CompletableFuture.runAsync(() -> awaitNoConnectionOf("other")))
                .succeedsWithin(Duration.ofSeconds(5));
    }

    private static void awaitNoConnectionOf(String role) {
        String question = "SELECT count(*) FROM pg_stat_activity WHERE usename = '" + role + "'";
        long left;
        do {
            try (Connection connection = postgres.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(question)) {
                rows.next();
                left = rows.getLong(1);
            } catch (SQLException e) {
                throw new AssertionError(question, e);
            }
        } while (left > 0);
    }

    private static void execute(String... orders) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            for (String order : orders) {
                statement.execute(order);
            }
        }
    }
}
