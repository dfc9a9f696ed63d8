package org.parlor.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.parlor.limit.Deadlines;
import org.parlor.room.Answer;
import org.parlor.room.Journal;
import org.parlor.room.JournalException;
import org.parlor.room.Line;

class ReadinessTest {

    private static final CompletableFuture<Boolean> NEVER = new CompletableFuture<>();

    private final AtomicInteger probes = new AtomicInteger();
    private final Deadlines deadlines = new Deadlines("readiness-test");

    @AfterEach
    void close() {
        deadlines.close();
    }

    private Response ask(Readiness readiness) {
        Request request = new Request("127.0.0.1", Method.GET, readiness.path(), Map.of(), Map.of(), "");
        return readiness.answer(request).toCompletableFuture().join();
    }

    private Readiness readiness(BooleanSupplier open, Journal journal) {
        return new Readiness(open, journal, Runnable::run, deadlines);
    }

    /** A journal that takes an append in this way. */
    private Journal journal(CompletableFuture<Boolean> stored) {
        return new Journal() {
            @Override
            public CompletionStage<Boolean> append(String room, List<Line> lines, List<Answer> answers) {
                probes.incrementAndGet();
                return stored;
            }

            @Override
            public List<Line> read(String room, long since) {
                return List.of();
            }

            @Override
            public List<Answer> answers(String room, Collection<Answer.Key> commands) {
                return List.of();
            }
        };
    }

    @Test
    void isThereWhenTheRoomsAreOpenAndTheJournalTakesAnAppend() {
        Response answer = ask(readiness(() -> true, journal(CompletableFuture.completedFuture(true))));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"status\":\"up\"}");
        assertThat(probes).hasValue(1);
    }

    @Test
    void isNotThereWhenTheJournalFailsAndTellsWhy() {
        JournalException failure = new JournalException("the journal can't be reached", null);
        Response answer = ask(readiness(() -> true, journal(CompletableFuture.failedFuture(failure))));
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.body()).isEqualTo("{\"status\":\"down\",\"reason\":\"the journal can't be reached\"}");
    }

    @Test
    void isNotThereWhenTheJournalHangsAndItIsNotAskedTwiceAtATime() {
        Readiness readiness = readiness(() -> true, journal(NEVER));
        assertThat(ask(readiness).status()).isEqualTo(503);
        assertThat(ask(readiness).body()).contains("the journal does not answer");
        assertThat(probes).hasValue(1);
    }

    @Test
    void isNotThereWhileTheServerStops() {
        Response answer = ask(readiness(() -> false, journal(NEVER)));
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.body()).contains("stopping");
        assertThat(probes).hasValue(0);
    }
}
