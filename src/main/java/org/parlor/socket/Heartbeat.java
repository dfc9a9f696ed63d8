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

    /** Who comes to a server that is all but full must have taken a seat back by then. */
    static final long RETURN_NANOS = TimeUnit.SECONDS.toNanos(10);

    private static final long STOP_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final Set<RoomEndpoint> connections = ConcurrentHashMap.newKeySet();
    private final ExecutorService closers = Executors.newCachedThreadPool(Heartbeat::daemon);

    void add(RoomEndpoint connection) {
        connections.add(connection);
    }

    void remove(RoomEndpoint connection) {
        connections.remove(connection);
        synchronized (connections) {
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

    /** Waits a moment for everyone who was sent away to be gone. */
    void finish() {
        long end = System.nanoTime() + STOP_NANOS;
        try {
            synchronized (connections) {
                for (long left = STOP_NANOS; left > 0 && !connections.isEmpty(); left = end - System.nanoTime()) {
                    TimeUnit.NANOSECONDS.timedWait(connections, left);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
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
