package org.parlor.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.parlor.game.Games;
import org.parlor.game.gomoku.Gomoku;
import org.parlor.limit.WorkQueue;
import org.parlor.settings.AddressRange;

/** What is answered before there is anything to store. */
class RecordImportTest {

    private static final String PROXY = "10.0.0.7";
    private static final int BURST = 30;

    private final WorkQueue queue = new WorkQueue("record-import-test", 1, BURST);
    private final RecordImport records = new RecordImport(
            null,
            new Games(List.of(new Gomoku())),
            new RecordWork(
                    new HttpWorkers(queue),
                    new Proxies(List.of(AddressRange.of(PROXY).orElseThrow())),
                    () -> 0));

    @AfterEach
    void close() {
        queue.close();
    }

    private int post(String peer, Map<String, String> headers) {
        Request request = new Request(peer, Method.POST, records.path(), Map.of(), headers, "no record");
        return records.refuse(request)
                .orElseGet(() -> records.answer(request).toCompletableFuture().join())
                .status();
    }

    @Test
    void whoOpensTooManyFilesKeepsNobodyElseFromIt() {
        for (int i = 0; i < BURST; i++) {
            assertThat(post("192.0.2.1", Map.of())).isEqualTo(400);
        }
        assertThat(post("192.0.2.1", Map.of("x-forwarded-for", "192.0.2.2"))).isEqualTo(429);
        assertThat(post("192.0.2.2", Map.of())).isEqualTo(400);
    }

    @Test
    void behindATrustedProxyEveryoneIsAClient() {
        for (int i = 0; i < BURST; i++) {
            assertThat(post(PROXY, Map.of("x-forwarded-for", "192.0.2.1"))).isEqualTo(400);
        }
        assertThat(post(PROXY, Map.of("x-forwarded-for", "192.0.2.1"))).isEqualTo(429);
        assertThat(post(PROXY, Map.of("x-forwarded-for", "192.0.2.2"))).isEqualTo(400);
    }
}
