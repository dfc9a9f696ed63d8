package org.parlor.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.parlor.limit.ClientLimits;
import org.parlor.protocol.Json;

/**
 * What reading and writing records may cost. Some take a thousand times as long as others, so a client pays by the time that
 * they took; the threads are their own, so that games wait for no record.
 */
final class RecordWork {

    /** So much of every second may go into one client's records, in milliseconds. */
    private static final int MILLIS_A_SECOND = 250;

    private static final int BURST_MILLIS = 15_000;
    private static final double FILES_A_SECOND = 1;
    private static final double BURST_FILES = 30;

    private static final Response TOO_MANY =
            Response.busy(429, "You have asked for many records at once; try again in a few seconds.");

    private final HttpWorkers workers;
    private final Proxies proxies;
    private final LongSupplier nanos;
    private final ClientLimits time;
    private final ClientLimits files;
    private final Response tooManyFiles;

    /**
     * Work that nobody has asked for yet.
     *
     * @param proxies whose word counts about who asked
     * @param nanos a clock that never goes back
     */
    RecordWork(HttpWorkers workers, Proxies proxies, LongSupplier nanos) {
        this.workers = workers;
        this.proxies = proxies;
        this.nanos = nanos;
        time = new ClientLimits(MILLIS_A_SECOND, BURST_MILLIS, nanos);
        files = new ClientLimits(FILES_A_SECOND, BURST_FILES, nanos);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("reason", "you have opened many games at once; try again in a few seconds");
        tooManyFiles = Response.of(429, Response.JSON, new Json().write(body)).with("Retry-After", "5");
    }

    /** What to tell a client who has used up the time for records. */
    Optional<Response> refuse(Request head) {
        return time.allow(client(head)) ? Optional.empty() : Optional.of(TOO_MANY);
    }

    /** As {@link #refuse}, and counts a file that is sent here. */
    Optional<Response> refuseFile(Request head) {
        return files.allow(client(head)) && time.allow(client(head)) ? Optional.empty() : Optional.of(tooManyFiles);
    }

    /** Answers as soon as there is a thread, on the client's account. */
    CompletionStage<Response> answer(Request request, Supplier<Response> work) {
        return workers.answer(() -> {
            long start = nanos.getAsLong();
            try {
                return work.get();
            } finally {
                time.charge(client(request), TimeUnit.NANOSECONDS.toMillis(nanos.getAsLong() - start));
            }
        });
    }

    private String client(Request request) {
        return proxies.client(request.peer(), request.headers());
    }
}
