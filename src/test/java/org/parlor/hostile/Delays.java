package org.parlor.hostile;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * How long moves took from their player to the opponent.
 *
 * @param nanos in ascending order, at least one
 */
record Delays(List<Long> nanos) {

    static Delays of(List<Long> measured) {
        Long[] sorted = measured.toArray(Long[]::new);
        Arrays.sort(sorted);
        return new Delays(List.of(sorted));
    }

    double medianMillis() {
        return millis(0.5);
    }

    double p99Millis() {
        return millis(0.99);
    }

    double longestMillis() {
        return millis(1);
    }

    private double millis(double share) {
        int index = (int) Math.ceil(share * nanos.size()) - 1;
        return nanos.get(Math.max(0, index)) / (double) TimeUnit.MILLISECONDS.toNanos(1);
    }

    @Override
    public String toString() {
        return "%d moves, median %.1f ms, p99 %.1f ms, longest %.1f ms"
                .formatted(nanos.size(), medianMillis(), p99Millis(), longestMillis());
    }
}
