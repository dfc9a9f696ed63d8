package org.parlor.metrics;

import java.time.Duration;
import java.util.stream.LongStream;

/** The upper bounds of the histograms' buckets: about three for a factor of ten. */
final class Buckets {

    private static final long MICRO = 1_000;
    private static final long MILLI = 1_000 * MICRO;
    private static final long SECOND = 1_000 * MILLI;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;

    private Buckets() {}

    /** A commit: a quarter of a millisecond on a good disk, seconds on a bad day. */
    static Duration[] commit() {
        return durations(
                100 * MICRO,
                250 * MICRO,
                500 * MICRO,
                MILLI,
                2 * MILLI,
                5 * MILLI,
                10 * MILLI,
                25 * MILLI,
                50 * MILLI,
                100 * MILLI,
                250 * MILLI,
                500 * MILLI,
                SECOND,
                5 * SECOND);
    }

    /** Until a connection is set up. */
    static Duration[] setup() {
        return durations(
                MILLI,
                2 * MILLI,
                5 * MILLI,
                10 * MILLI,
                25 * MILLI,
                50 * MILLI,
                100 * MILLI,
                250 * MILLI,
                500 * MILLI,
                SECOND,
                2 * SECOND,
                5 * SECOND,
                10 * SECOND);
    }

    /** The life of a connection: from a reload to a day. */
    static Duration[] connection() {
        return durations(
                SECOND, 5 * SECOND, 15 * SECOND, MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR, 4 * HOUR, 12 * HOUR, 24 * HOUR);
    }

    /** Bytes a second: a lone heartbeat has a few, a program at full speed has millions. */
    static double[] rate() {
        return new double[] {1, 10, 30, 100, 300, 1e3, 3e3, 1e4, 3e4, 1e5, 1e6, 1e7};
    }

    /** Appends in a commit: one on a quiet server. */
    static double[] batch() {
        return new double[] {1, 2, 5, 10, 20, 50, 100, 200, 500};
    }

    private static Duration[] durations(long... nanos) {
        return LongStream.of(nanos).mapToObj(Duration::ofNanos).toArray(Duration[]::new);
    }
}
