package org.parlor.store;

import java.util.concurrent.CompletableFuture;
import org.parlor.log.Append;

/** An append that waits for the next commit. */
record PendingAppend(Append append, CompletableFuture<Append.Result> result) {

    static PendingAppend of(Append append) {
        return new PendingAppend(append, new CompletableFuture<>());
    }
}
