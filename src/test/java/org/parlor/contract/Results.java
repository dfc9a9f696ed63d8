package org.parlor.contract;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** What came out of a run of the suite. With {@code -Dcontainers.update=true} it goes to the page about containers. */
final class Results implements AutoCloseable {

    private static final double MILLIS = 1000;
    private static final long MEGABYTE = 1_000_000;

    private final AtomicInteger passed = new AtomicInteger();
    private final AtomicInteger skipped = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();
    private final AtomicLong startMillis = new AtomicLong();
    private final AtomicLong heapBytes = new AtomicLong();

    void passed() {
        passed.incrementAndGet();
    }

    void skipped() {
        skipped.incrementAndGet();
    }

    void failed() {
        failed.incrementAndGet();
    }

    /**
     * Notes what the server takes.
     *
     * @param start from the order to deploy to the first answer, in milliseconds
     * @param heap what is alive after a garbage collection, in bytes
     */
    void measured(long start, long heap) {
        startMillis.set(start);
        heapBytes.set(heap);
    }

    @Override
    public void close() throws IOException {
        if (Boolean.getBoolean("containers.update") && failed.get() == 0 && startMillis.get() > 0) {
            ContainersPage.read()
                    .withMeasured("| %s | %s | %s | %d | %d | %.1f s | %d MB |"
                            .formatted(
                                    Suite.NAME,
                                    Suite.VERSION,
                                    Runtime.version().feature(),
                                    passed.get(),
                                    skipped.get(),
                                    startMillis.get() / MILLIS,
                                    heapBytes.get() / MEGABYTE))
                    .write();
        }
    }
}
