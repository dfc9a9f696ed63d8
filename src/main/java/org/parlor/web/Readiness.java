package org.parlor.web;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.parlor.frame.Json;
import org.parlor.room.Journal;

/**
 * Whether people may be sent here: the rooms are open, and the journal takes an append of nothing, which goes the same way as a
 * move, within two seconds.
 */
final class Readiness implements Resource {

    private static final Logger LOG = System.getLogger(Readiness.class.getName());
    private static final long PATIENCE_MILLIS = 2_000;

    private final BooleanSupplier open;
    private final Journal journal;
    private final Json json = new Json();
    private CompletableFuture<Boolean> probe = CompletableFuture.completedFuture(true);
    private boolean troubled;

    /**
     * A check.
     *
     * @param open whether people may come in
     */
    Readiness(BooleanSupplier open, Journal journal) {
        this.open = open;
        this.journal = journal;
    }

    @Override
    public String path() {
        return "/health/ready";
    }

    @Override
    public Response answer(Request request) {
        Optional<String> trouble = trouble();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("status", trouble.isPresent() ? "down" : "up");
        trouble.ifPresent(reason -> body.put("reason", reason));
        return Response.of(trouble.isPresent() ? 503 : 200, Response.JSON, json.write(body));
    }

    private Optional<String> trouble() {
        if (!open.getAsBoolean()) {
            return Optional.of("the server is stopping");
        }
        try {
            probe().get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
            return Optional.empty();
        } catch (TimeoutException e) {
            return Optional.of("the journal does not answer");
        } catch (ExecutionException e) {
            return Optional.of(e.getCause().getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("the server is stopping");
        }
    }

    /** One at a time, so that those who ask again and again do not fill the line of a journal that hangs. */
    private synchronized CompletableFuture<Boolean> probe() {
        if (probe.isDone()) {
            probe = journal.append("", List.of(), List.of())
                    .whenComplete((stored, failure) -> note(failure))
                    .toCompletableFuture();
        }
        return probe;
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
