package org.parlor.embedded;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.nio.charset.Charset;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.logging.LogManager;
import org.parlor.health.ServerHealth;

/**
 * Ends the process when the server can't go on, so that whoever started it starts it anew. An application server is never ended:
 * there the application only tells that it is not live.
 */
final class Watchdog implements AutoCloseable {

    /** The exit code of a server that could not go on. */
    static final int CANNOT_GO_ON = 3;

    private static final Logger LOG = System.getLogger(Watchdog.class.getName());

    /** What the threads are called that bring what clients send, store what was decided, and mind the time. */
    private static final List<String> NEEDED =
            List.of("Grizzly-worker", "grizzly-nio-kernel", "parlor-store", "parlor-timer");

    private static final long LOOK_MILLIS = TimeUnit.SECONDS.toMillis(1);

    /** If so little is free after each collection of garbage, for so many looks, nothing else is done but collecting. */
    private static final double FREE_SHARE = 0.02;

    private static final int LOOKS = 5;

    private final ServerHealth health;
    private final Thread thread = new Thread(this::watch, "parlor-watchdog");
    private final List<MemoryPoolMXBean> pools = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP && pool.getCollectionUsage() != null)
            .toList();

    /** Made beforehand, like the stream, since nothing can be made when it is needed. */
    private final byte[] memoryIsUsedUp = words(ServerHealth.MEMORY_IS_USED_UP);

    private final OutputStream lastWords = new FileOutputStream(FileDescriptor.err);

    /** A watchdog that does not watch yet. */
    Watchdog(ServerHealth health) {
        this.health = health;
        thread.setDaemon(true);
    }

    /** Watches from now on. The server has started: all threads are there that it needs. */
    void start() {
        health.need(Thread.getAllStackTraces().keySet().stream()
                .filter(candidate -> NEEDED.stream().anyMatch(candidate.getName()::startsWith))
                .toList());
        health.whenFailed(this::end);
        LogManager.getLogManager().getLogger("").addHandler(health.ear());
        Thread.setDefaultUncaughtExceptionHandler((dying, thrown) -> {
            health.suspect(thrown);
            LOG.log(Level.ERROR, "the thread " + dying.getName() + " ends", thrown);
        });
        thread.start();
    }

    private void watch() {
        int full = 0;
        try {
            while (health.failure().isEmpty()) {
                TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
                full = isFull() ? full + 1 : 0;
                if (full == LOOKS) {
                    health.suspect(new OutOfMemoryError("nothing but garbage is collected"));
                }
            }
        } catch (InterruptedException e) {
            // The server stops as it should.
            Thread.currentThread().interrupt();
        }
    }

    /** Whether the latest collection left hardly anything free. */
    private boolean isFull() {
        long used = 0;
        for (MemoryPoolMXBean pool : pools) {
            MemoryUsage usage = pool.getCollectionUsage();
            used += usage.getUsed();
        }
        return used > Runtime.getRuntime().maxMemory() * (1 - FREE_SHARE);
    }

    /** Nothing is run at this end: what is committed is safe, and who knows what would hang. */
    private void end(String reason) {
        try {
            lastWords.write(reason.equals(ServerHealth.MEMORY_IS_USED_UP) ? memoryIsUsedUp : words(reason));
        } catch (IOException e) {
            // Nobody listens: the exit code has to do.
        } finally {
            Runtime.getRuntime().halt(CANNOT_GO_ON);
        }
    }

    private static byte[] words(String reason) {
        return ("Parlor can't go on: " + reason + System.lineSeparator()).getBytes(Charset.defaultCharset());
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
