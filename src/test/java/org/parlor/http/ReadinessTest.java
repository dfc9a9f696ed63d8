package org.parlor.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.parlor.limit.DeadlineThread;
import org.parlor.limit.Deadlines;
import org.parlor.log.Append;
import org.parlor.log.EventStore;
import org.parlor.log.RefusedCommand;
import org.parlor.log.StoreException;
import org.parlor.log.StoredEvent;

class ReadinessTest {

    private static final CompletableFuture<Append.Result> NEVER = new CompletableFuture<>();

    private final AtomicInteger probes = new AtomicInteger();
    private final Deadlines deadlines = new DeadlineThread("readiness-test");

    @AfterEach
    void close() {
        deadlines.close();
    }

    private Response ask(Readiness readiness) {
        Request request = new Request("127.0.0.1", Method.GET, readiness.path(), Map.of(), Map.of(), "");
        return readiness.answer(request).toCompletableFuture().join();
    }

    private Readiness readiness(BooleanSupplier open, EventStore store) {
        return new Readiness(open, store, Runnable::run, deadlines);
    }

    /** A store that takes an append in this way. */
    private EventStore store(CompletableFuture<Append.Result> stored) {
        return new EventStore() {
            @Override
            public CompletionStage<Append.Result> append(Append append) {
                probes.incrementAndGet();
                return stored;
            }

            @Override
            public List<StoredEvent> read(String room, long since) {
                return List.of();
            }

            @Override
            public List<RefusedCommand> refusals(String room) {
                return List.of();
            }

            @Override
            public List<String> due(long until, int most) {
                return List.of();
            }
        };
    }

    @Test
    void isThereWhenTheRoomsAreOpenAndTheStoreTakesAnAppend() {
        Response answer = ask(readiness(() -> true, store(CompletableFuture.completedFuture(Append.Result.STORED))));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"status\":\"up\"}");
        assertThat(probes).hasValue(1);
    }

    @Test
    void isNotThereWhenTheStoreFailsAndTellsWhy() {
        StoreException failure = new StoreException("the store can't be reached", null);
        Response answer = ask(readiness(() -> true, store(CompletableFuture.failedFuture(failure))));
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.body()).isEqualTo("{\"status\":\"down\",\"reason\":\"the store can't be reached\"}");
    }

    @Test
    void isNotThereWhenTheStoreHangsAndItIsNotAskedTwiceAtATime() {
        Readiness readiness = readiness(() -> true, store(NEVER));
        assertThat(ask(readiness).status()).isEqualTo(503);
        assertThat(ask(readiness).body()).contains("the store does not answer");
        assertThat(probes).hasValue(1);
    }

    @Test
    void isNotThereWhileTheServerStops() {
        Response answer = ask(readiness(() -> false, store(NEVER)));
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.body()).contains("stopping");
        assertThat(probes).hasValue(0);
    }
}
