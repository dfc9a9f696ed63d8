package org.parlor.store;

import java.io.Closeable;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.parlor.log.Append;
import org.parlor.log.EventStore;
import org.parlor.log.RefusedCommand;
import org.parlor.log.StoreException;
import org.parlor.log.StoredEvent;

/**
 * A store in a relational database. One thread writes: whatever waits when it comes round goes into one transaction (group commit), so
 * that the cost of a commit is shared and a burst of moves costs latency, not throughput.
 */
public final class SqlEventStore implements EventStore, Closeable {

    private static final Logger LOG = System.getLogger(SqlEventStore.class.getName());
    private static final int LARGEST_BATCH = 512;
    private static final long STOP_MILLIS = 10_000;

    private final String name;
    private final DataSource database;
    private final Consumer<Connection> discard;
    private final Closeable resource;
    private final Executor completions;
    private final StoreMetrics metrics;
    private final BlockingQueue<PendingAppend> waiting = new LinkedBlockingQueue<>();
    private final PendingAppend stop = PendingAppend.of(Append.nothing());
    private final Thread writer = new Thread(this::write, "parlor-store");
    private volatile boolean closed;

    private SqlEventStore(
            String name,
            DataSource database,
            Consumer<Connection> discard,
            Closeable resource,
            Executor completions,
            StoreMetrics metrics) {
        this.name = name;
        this.database = database;
        this.discard = discard;
        this.resource = resource;
        this.completions = completions;
        this.metrics = metrics;
        writer.setDaemon(true);
    }

    /**
     * Opens a store whose schema is up to date.
     *
     * @param name tells people where it is
     * @param discard ends a connection in which something failed, so that nobody gets it again
     * @param resource what to close with the store
     * @param completions runs what follows a commit, so that the next one need not wait for it
     */
    static SqlEventStore open(
            String name,
            DataSource database,
            Consumer<Connection> discard,
            Closeable resource,
            Executor completions,
            StoreMetrics metrics) {
        SqlEventStore store = new SqlEventStore(name, database, discard, resource, completions, metrics);
        store.writer.start();
        return store;
    }

    @Override
    public CompletionStage<Append.Result> append(Append append) {
        PendingAppend pending = PendingAppend.of(append);
        waiting.add(pending);
        if (closed) {
            failWaiting();
        }
        return pending.result();
    }

    @Override
    public List<StoredEvent> read(String room, long since) {
        return query("the log of room " + room, connection -> new EventTable(connection).events(room, since));
    }

    @Override
    public List<RefusedCommand> refusals(String room) {
        return query("the refusals of room " + room, connection -> new EventTable(connection).refusals(room));
    }

    @Override
    public List<String> due(long until, int most) {
        return query("what is due", connection -> new RoomTable(connection).due(until, most));
    }

    /** Something to ask of the database. */
    private interface Query<T> {

        T on(Connection connection) throws SQLException;
    }

    private <T> T query(String what, Query<T> query) {
        try (Connection connection = database.getConnection()) {
            return query.on(connection);
        } catch (SQLException e) {
            throw new StoreException(what + " can't be read", e);
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

    /** Where the store is, for people to read. */
    @Override
    public String toString() {
        return name;
    }

    private void write() {
        boolean open = true;
        while (open) {
            List<PendingAppend> batch = new ArrayList<>();
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
        }
        // In this order: an append that misses the sweep sees the mark.
        closed = true;
        failWaiting();
    }

    /** Stores a batch and tells what became of it. Whatever is thrown, the thread must outlive it: all rooms need it. */
    private void commit(List<PendingAppend> batch) {
        long start = System.nanoTime();
        metrics.writing();
        Connection connection;
        try {
            connection = database.getConnection();
        } catch (SQLException | RuntimeException | Error e) {
            // Whoever came meanwhile has waited too, and would only wait as long again.
            waiting.drainTo(batch);
            if (batch.remove(stop)) {
                waiting.add(stop);
            }
            fail(batch, new StoreException("the store can't be reached", e));
            return;
        }
        // Two servers that write the same rooms in different orders would wait for each other.
        batch.sort(Comparator.comparing(pending -> pending.append().room()));
        boolean[] stored;
        try {
            stored = insert(batch.stream().map(PendingAppend::append).toList(), connection);
        } catch (SQLException | RuntimeException | Error e) {
            giveUp(connection, e);
            fail(batch, new StoreException("the store can't be written", e));
            return;
        }
        metrics.committed(batch.size(), System.nanoTime() - start);
        afterwards(() -> complete(batch, stored));
    }

    private void afterwards(Runnable completion) {
        try {
            completions.execute(completion);
        } catch (RejectedExecutionException e) {
            // The server stops, and the threads for this have gone before us.
            LOG.log(Level.DEBUG, "completed by the writer", e);
            completion.run();
        }
    }

    private static void complete(List<PendingAppend> batch, boolean[] stored) {
        for (int i = 0; i < stored.length; i++) {
            batch.get(i).result().complete(stored[i] ? Append.Result.STORED : Append.Result.OVERTAKEN);
        }
    }

    private static boolean[] insert(List<Append> appends, Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        EventTable events = new EventTable(connection);
        RoomTable rooms = new RoomTable(connection);
        if (appends.stream().anyMatch(Append::isEmpty)) {
            events.probe();
        }
        rooms.insertNew(appends);
        boolean[] stored = events.insert(appends);
        List<Append> winners = new ArrayList<>();
        for (int i = 0; i < stored.length; i++) {
            if (stored[i]) {
                winners.add(appends.get(i));
            }
        }
        rooms.update(winners);
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

    private void fail(List<PendingAppend> batch, StoreException reason) {
        metrics.failed(batch.size());
        afterwards(() -> batch.forEach(pending -> pending.result().completeExceptionally(reason)));
    }

    private void failWaiting() {
        StoreException reason = new StoreException("the store is closed", null);
        List<PendingAppend> left = new ArrayList<>();
        waiting.drainTo(left);
        fail(left, reason);
    }
}
