package org.parlor.socket;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Finds connections that are dead or stuck. No server does this by itself. */
@ApplicationScoped
public class Heartbeat {

    /** A connection that was silent this long is asked for a sign of life. */
    static final long ASK_NANOS = TimeUnit.SECONDS.toNanos(10);

    /** A connection that was silent this long is dead. */
    static final long DEAD_NANOS = TimeUnit.SECONDS.toNanos(22);

    private static final int STOP_SECONDS = 5;

    private final Set<RoomEndpoint> connections = ConcurrentHashMap.newKeySet();
    private final ExecutorService closers = Executors.newCachedThreadPool(Heartbeat::daemon);

    void add(RoomEndpoint connection) {
        connections.add(connection);
    }

    void remove(RoomEndpoint connection) {
        synchronized (connections) {
            connections.remove(connection);
            connections.notifyAll();
        }
    }

    /** Runs what may wait for a stuck client. */
    Executor closers() {
        return closers;
    }

    void tick() {
        long now = System.nanoTime();
        connections.forEach(connection -> connection.check(now));
    }

    /** Waits a moment until every connection is closed; each hears first what was sent to it before. */
    void finish() {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(STOP_SECONDS);
        try {
            synchronized (connections) {
                while (!connections.isEmpty() && deadline - System.nanoTime() > 0) {
                    TimeUnit.NANOSECONDS.timedWait(connections, deadline - System.nanoTime());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        closers.shutdown();
    }

    @PreDestroy
    void stop() {
        closers.shutdownNow();
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "parlor-closer");
        thread.setDaemon(true);
        return thread;
    }
}
