package org.parlor.store;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.parlor.log.Append;
import org.parlor.log.CommandId;
import org.parlor.log.DirectoryEntry;
import org.parlor.log.RefusedCommand;
import org.parlor.log.StoredEvent;

/** A store on a database of a test's own, and what tests say to it. */
abstract class StoreTest {

    static final int SECONDS = 30;

    private final List<SqlEventStore> opened = new ArrayList<>();
    private SqlEventStore store;

    /** Where the store is. */
    abstract TestDatabase database();

    @BeforeEach
    void openStore() {
        store = opened(database().open(StoreMetrics.NONE));
    }

    @AfterEach
    void closeStores() throws IOException {
        for (SqlEventStore it : opened) {
            it.close();
        }
    }

    /** The store that is open from the beginning. */
    SqlEventStore store() {
        return store;
    }

    /** A further store on the database, as another server has it. */
    SqlEventStore another() {
        return opened(database().openAnother());
    }

    /** The database as the server finds it at its next start. */
    SqlEventStore reopened(StoreMetrics metrics) throws IOException {
        store.close();
        store = opened(database().open(metrics));
        return store;
    }

    private SqlEventStore opened(SqlEventStore it) {
        opened.add(it);
        return it;
    }

    /** The rows of a question, each as its columns with a bar between them. */
    List<String> ask(String question) throws SQLException {
        try (Connection connection = database().connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(question)) {
            List<String> answer = new ArrayList<>();
            while (rows.next()) {
                List<String> columns = new ArrayList<>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    columns.add(rows.getString(i));
                }
                answer.add(String.join("|", columns));
            }
            return answer;
        }
    }

    /** Runs statements past the store. */
    void execute(String... statements) throws SQLException {
        try (Connection connection = database().connect();
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    static StoredEvent event(long seq) {
        return event(seq, "{\"seq\":" + seq + "}");
    }

    static StoredEvent event(long seq, String body) {
        return new StoredEvent(seq, 1000 + seq, "moved", 2, body, Optional.empty(), Optional.empty());
    }

    static StoredEvent event(long seq, CommandId command) {
        return new StoredEvent(seq, 1000 + seq, "moved", 2, "{}", Optional.empty(), Optional.of(command));
    }

    static List<StoredEvent> events(long first, long last) {
        return LongStream.rangeClosed(first, last).mapToObj(StoreTest::event).toList();
    }

    static RefusedCommand refused(int player, long number, long seq) {
        CommandId command = new CommandId(player, "id-" + number);
        return new RefusedCommand(command, number, seq, "not-your-turn", "wait for white's move");
    }

    static Append append(String room, List<StoredEvent> events) {
        return new Append(room, events, List.of(), Optional.empty());
    }

    static Append append(String room, StoredEvent... events) {
        return append(room, List.of(events));
    }

    static Append refusal(String room, RefusedCommand... refusals) {
        return new Append(room, List.of(), List.of(refusals), Optional.empty());
    }

    static Append append(String room, List<StoredEvent> events, DirectoryEntry entry) {
        return new Append(room, events, List.of(), Optional.of(entry));
    }

    static <T> T get(CompletionStage<T> stage) throws InterruptedException, ExecutionException, TimeoutException {
        return stage.toCompletableFuture().get(SECONDS, TimeUnit.SECONDS);
    }

    static <T> List<Future<T>> inThreads(Collection<? extends Callable<T>> tasks) {
        ExecutorService threads = Executors.newFixedThreadPool(tasks.size());
        try {
            List<Future<T>> futures = new ArrayList<>();
            tasks.forEach(task -> futures.add(threads.submit(task)));
            return futures;
        } finally {
            threads.shutdown();
        }
    }
}
