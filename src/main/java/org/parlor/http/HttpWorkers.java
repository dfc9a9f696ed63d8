package org.parlor.http;

import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.parlor.limit.WorkQueue;

/** Makes answers that take time, on threads that nothing else needs. */
final class HttpWorkers {

    private static final Response BUSY = Response.busy(503, "The server has much to do; try again in a few seconds.");

    private final WorkQueue queue;

    HttpWorkers(WorkQueue queue) {
        this.queue = queue;
    }

    /** Completes with the answer, or with a refusal if too much waits already; fails if making it does. */
    CompletionStage<Response> answer(Supplier<Response> work) {
        return queue.submit(work).exceptionally(failure -> {
            if (failure instanceof RejectedExecutionException) {
                return BUSY;
            }
            throw failure instanceof CompletionException known ? known : new CompletionException(failure);
        });
    }
}
