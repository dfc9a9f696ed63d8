package org.parlor.health;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * Whether the server can go on. After an {@link OutOfMemoryError} nobody knows what was left half done and which threads are gone,
 * and without a thread that all need nothing goes on although everything seems to: only a new start helps. Safe for use by many
 * threads.
 */
public final class ServerHealth implements AutoCloseable {

    /** Why a server can't go on after an {@link OutOfMemoryError}. */
    public static final String MEMORY_IS_USED_UP =
            "the memory is used up: give it more with -Xmx, or lower the limits in its settings";

    /** Made beforehand, since nothing can be made when it is needed. */
    private static final Optional<String> OUT_OF_MEMORY = Optional.of(MEMORY_IS_USED_UP);

    /** Held, because the log's own memory of a handler ends with the last reference to its logger. */
    private final Logger log = Logger.getLogger("org.parlor");

    private final Handler ear = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            suspect(entry.getThrown());
        }

        @Override
        public void flush() {
            // Nothing is kept.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    };

    private final List<Thread> needed = new CopyOnWriteArrayList<>();
    private volatile Consumer<String> listener = reason -> {};
    private volatile Optional<String> failure = Optional.empty();

    /** A server that can go on. */
    public ServerHealth() {
        log.addHandler(ear);
    }

    @Override
    public void close() {
        log.removeHandler(ear);
    }

    /** What hears everything that is logged with a {@link Throwable}, for other loggers than ours. */
    public Handler ear() {
        return ear;
    }

    /** Without these threads the server can't go on. */
    public void need(List<Thread> threads) {
        needed.addAll(threads);
    }

    /** Who is told once, if the server can't go on. */
    public void whenFailed(Consumer<String> told) {
        listener = told;
    }

    /** Something was thrown, which may mean that the server can't go on; null does not. */
    public void suspect(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof OutOfMemoryError) {
                fail(OUT_OF_MEMORY);
                return;
            }
        }
    }

    /** Why the server can't go on; empty if it can. */
    public Optional<String> failure() {
        needed.stream()
                .filter(thread -> !thread.isAlive())
                .findFirst()
                .ifPresent(
                        thread -> fail(Optional.of("the thread " + thread.getName() + ", which all need, has ended")));
        return failure;
    }

    private synchronized void fail(Optional<String> reason) {
        if (failure.isEmpty()) {
            failure = reason;
            listener.accept(reason.get());
        }
    }
}
