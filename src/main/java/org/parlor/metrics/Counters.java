package org.parlor.metrics;

import io.micrometer.core.instrument.Counter;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Counters of one name, one for each combination of labels. Each is registered when it first counts, and kept: Micrometer takes
 * much longer to find a counter than to count. Safe for use by many threads.
 *
 * @param <K> what the labels are made of; of few values, none of them a client's
 */
final class Counters<K> {

    private final Map<K, Counter> counters = new ConcurrentHashMap<>();
    private final Function<K, Counter> registration;

    Counters(Function<K, Counter> registration) {
        this.registration = registration;
    }

    void count(K labels) {
        counters.computeIfAbsent(labels, registration).increment();
    }
}
