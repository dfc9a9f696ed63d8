package org.parlor.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class RateLimitTest {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private static int allowed(RateLimit limit, int frames, long atNanos) {
        int allowed = 0;
        for (int i = 0; i < frames; i++) {
            allowed += limit.allows(1, atNanos) ? 1 : 0;
        }
        return allowed;
    }

    @Test
    void aBurstOfTwiceTheRateIsAllowed() {
        assertThat(allowed(new RateLimit(10, 0), 100, 0)).isEqualTo(20);
    }

    @Test
    void afterABurstTheRateIsAllowed() {
        RateLimit limit = new RateLimit(10, 0);
        allowed(limit, 100, 0);
        assertThat(allowed(limit, 100, SECOND / 2)).isEqualTo(5);
        assertThat(allowed(limit, 100, SECOND)).isEqualTo(5);
    }

    @Test
    void silenceIsNotSavedUpBeyondABurst() {
        RateLimit limit = new RateLimit(10, 0);
        assertThat(allowed(limit, 100, 3600 * SECOND)).isEqualTo(20);
    }

    @Test
    void aSteadyStreamAtTheRateIsAlwaysAllowed() {
        RateLimit limit = new RateLimit(1000, 0);
        for (int i = 1; i <= 100_000; i++) {
            assertThat(limit.allows(1, i * SECOND / 1000)).isTrue();
        }
    }

    @Property
    void noSpanOfTimeAllowsMoreThanABurstAndTheRate(
            @ForAll @IntRange(min = 1, max = 1000) int rate,
            @ForAll @LongRange(min = Long.MIN_VALUE, max = Long.MAX_VALUE) long start,
            @ForAll @IntRange(min = 1, max = 5000) int frames,
            @ForAll @LongRange(min = 0, max = 10_000_000) long pause) {
        // System.nanoTime() may be negative, and may overflow.
        RateLimit limit = new RateLimit(rate, start);
        int allowed = 0;
        for (int i = 0; i < frames; i++) {
            allowed += limit.allows(1, start + i * pause) ? 1 : 0;
        }
        double seconds = (double) (frames * pause) / SECOND;
        assertThat((double) allowed).isLessThanOrEqualTo(2.0 * rate + seconds * rate + 1);
    }
}
