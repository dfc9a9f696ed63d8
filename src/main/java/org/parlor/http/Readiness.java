package org.parlor.http;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import org.parlor.limit.Deadlines;
import org.parlor.limit.Deadlines.Deadline;
import org.parlor.log.Append;
import org.parlor.log.EventStore;
import org.parlor.protocol.Json;

/**
 * Whether people may be sent here: the rooms are open, and the store takes an append of nothing, which goes the same way as a
 * move, within two seconds.
 */
final class Readiness implements Resource {

    private static final Logger LOG = System.getLogger(Readiness.class.getName());
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final BooleanSupplier open;
    private final EventStore store;
    private final Executor workers;
    private final Deadlines deadlines;
    private final Json json = new Json();
    private CompletableFuture<Append.Result> probe = CompletableFuture.completedFuture(Append.Result.STORED);
    private CompletableFuture<Optional<String>> check = CompletableFuture.completedFuture(Optional.empty());
    private boolean troubled;

    /**
     * A check.
     *
     * @param open whether people may come in
     * @param workers makes the answers, so that the store's threads does not
     */
    Readiness(BooleanSupplier open, EventStore store, Executor workers, Deadlines deadlines) {
        this.open = open;
        this.store = store;
        this.workers = workers;
        this.deadlines = deadlines;
    }

    @Override
    public String path() {
        return "/health/ready";
    }

    @Override
    public CompletionStage<Response> answer(Request request) {
        return trouble().thenApply(trouble -> {
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("status", trouble.isPresent() ? "down" : "up");
            trouble.ifPresent(reason -> body.put("reason", reason));
            return Response.of(trouble.isPresent() ? 503 : 200, Response.JSON, json.write(body));
        });
    }

    private CompletionStage<Optional<String>> trouble() {
        return open.getAsBoolean() ? check() : CompletableFuture.completedFuture(Optional.of("the server is stopping"));
    }

    /** One at a time, so that those who ask again and again do not fill the line of a store that hangs. */
    private synchronized CompletableFuture<Optional<String>> check() {
        if (check.isDone()) {
            CompletableFuture<Optional<String>> fresh = new CompletableFuture<>();
            Deadline deadline =
                    deadlines.after(PATIENCE, () -> fresh.complete(Optional.of("the store does not answer")));
            probe().whenCompleteAsync(
                            (stored, failure) -> {
                                deadline.cancel();
                                fresh.complete(Optional.ofNullable(failure).map(Readiness::reason));
                            },
                            workers);
            check = fresh;
        }
        return check;
    }

    private CompletionStage<Append.Result> probe() {
        if (probe.isDone()) {
            probe = store.append(Append.nothing())
                    .whenComplete((stored, failure) -> note(failure))
                    .toCompletableFuture();
        }
        return probe;
    }

    private static String reason(Throwable failure) {
        return failure instanceof CompletionException ? failure.getCause().getMessage() : failure.getMessage();
    }

    /** Tells the log of a change, and not of every probe. */
    private synchronized void note(Throwable failure) {
        if (failure != null && !troubled) {
            LOG.log(Level.WARNING, "not ready: " + failure.getMessage(), failure);
        } else if (failure == null && troubled) {
            LOG.log(Level.INFO, "ready again");
        }
        troubled = failure != null;
    }
}
