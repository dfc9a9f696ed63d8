package org.parlor.journal;

import java.io.Closeable;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.parlor.room.Answer;
import org.parlor.room.Journal;
import org.parlor.room.JournalException;
import org.parlor.room.Line;

/**
 * A journal in a relational database. One thread writes: whatever waits when it comes round goes into one transaction (group
 * commit), so that the cost of a commit is shared and a burst of moves costs latency, not throughput.
 */
public final class SqlJournal implements Journal, Closeable {

    private static final int LARGEST_BATCH = 512;
    private static final long STOP_MILLIS = 10_000;

    private final String name;
    private final DataSource database;
    private final Consumer<Connection> discard;
    private final Closeable resource;
    private final Stopwatch stopwatch;
    private final BlockingQueue<Append> waiting = new LinkedBlockingQueue<>();
    private final Append stop = new Append("", List.of(), List.of(), new CompletableFuture<>());
    private final Thread writer = new Thread(this::write, "parlor-journal");
    private volatile boolean closed;

    private SqlJournal(
            String name, DataSource database, Consumer<Connection> discard, Closeable resource, Stopwatch stopwatch) {
        this.name = name;
        this.database = database;
        this.discard = discard;
        this.resource = resource;
        this.stopwatch = stopwatch;
        writer.setDaemon(true);
    }

    /**
     * Opens a journal and brings its schema up to date.
     *
     * @param name tells people where it is
     * @param discard ends a connection in which something failed, so that nobody gets it again
     * @param resource what to close with the journal, or at once if the database can't be used
     * @throws JournalException if the database can't be used
     */
    public static SqlJournal open(
            String name, DataSource database, Consumer<Connection> discard, Closeable resource, Stopwatch stopwatch) {
        Chatter.quieten();
        try {
            Schema.bringUpToDate(database);
        } catch (JournalException failure) {
            try {
                resource.close();
            } catch (IOException closing) {
                failure.addSuppressed(closing);
            }
            throw failure;
        }
        SqlJournal journal = new SqlJournal(name, database, discard, resource, stopwatch);
        journal.writer.start();
        return journal;
    }

    @Override
    public CompletionStage<Boolean> append(String room, List<Line> lines, List<Answer> answers) {
        Append append = new Append(room, lines, answers, new CompletableFuture<>());
        waiting.add(append);
        if (closed) {
            failWaiting();
        }
        return append.stored();
    }

    @Override
    public List<Line> read(String room, long since) {
        try (Connection connection = database.getConnection()) {
            return new LogTable(connection).lines(room, since);
        } catch (SQLException e) {
            throw new JournalException("the log of room " + room + " can't be read", e);
        }
    }

    @Override
    public List<Answer> answers(String room, Collection<Answer.Key> commands) {
        try (Connection connection = database.getConnection()) {
            return new LogTable(connection).answers(room, commands);
        } catch (SQLException e) {
            throw new JournalException("the answers of room " + room + " can't be read", e);
        }
    }

    /** Commits what waits, then closes the database. */
    @Override
    public void close() throws IOException {
        waiting.add(stop);
        try {
            writer.join(STOP_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        resource.close();
    }

    /** Where the journal is, for people to read. */
    @Override
    public String toString() {
        return name;
    }

    private void write() {
        List<Append> batch = new ArrayList<>();
        boolean open = true;
        while (open) {
            try {
                batch.add(waiting.take());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                open = false;
            }
            waiting.drainTo(batch, LARGEST_BATCH);
            open &= !batch.remove(stop);
            if (!batch.isEmpty()) {
                commit(batch);
            }
            batch.clear();
        }
        // In this order: an append that misses the sweep sees the mark.
        closed = true;
        failWaiting();
    }

    /** Stores a batch and tells what became of it. Whatever is thrown, the thread must outlive it: all rooms need it. */
    private void commit(List<Append> batch) {
        long start = System.nanoTime();
        Connection connection;
        try {
            connection = database.getConnection();
        } catch (SQLException | RuntimeException | Error e) {
            // Whoever came meanwhile has waited too, and would only wait as long again.
            waiting.drainTo(batch);
            if (batch.remove(stop)) {
                waiting.add(stop);
            }
            fail(batch, new JournalException("the journal can't be reached", e));
            return;
        }
        // Two servers that write the same rooms in different orders would wait for each other.
        batch.sort(Comparator.comparing(Append::room));
        boolean[] stored;
        try {
            stored = insert(batch, connection);
        } catch (SQLException | RuntimeException | Error e) {
            giveUp(connection, e);
            fail(batch, new JournalException("the journal can't be written", e));
            return;
        }
        stopwatch.committed(batch.size(), System.nanoTime() - start);
        for (int i = 0; i < stored.length; i++) {
            batch.get(i).stored().complete(stored[i]);
        }
    }

    private static boolean[] insert(List<Append> batch, Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        boolean[] stored = new LogTable(connection).insert(batch);
        connection.commit();
        connection.close();
        return stored;
    }

    /** After some errors there is no transaction left to undo, and the connection would fail for ever after: it is thrown away. */
    private void giveUp(Connection connection, Throwable cause) {
        try {
            connection.rollback();
        } catch (SQLException | RuntimeException e) {
            cause.addSuppressed(e);
        }
        try {
            discard.accept(connection);
        } catch (RuntimeException e) {
            cause.addSuppressed(e);
        }
    }

    private void fail(List<Append> batch, JournalException reason) {
        stopwatch.failed(batch.size());
        batch.forEach(append -> append.stored().completeExceptionally(reason));
    }

    private void failWaiting() {
        JournalException reason = new JournalException("the journal is closed", null);
        List<Append> left = new ArrayList<>();
        waiting.drainTo(left);
        fail(left, reason);
    }
}
