package org.parlor.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ClientLimitsTest {

    private final AtomicLong nanos = new AtomicLong();
    private final ClientLimits limits = new ClientLimits(1, 2, nanos::get);

    @Test
    void whoAsksTooMuchKeepsNobodyElseFromAsking() {
        assertThat(limits.allow("ann")).isTrue();
        assertThat(limits.allow("ann")).isTrue();
        assertThat(limits.allow("ann")).isFalse();
        assertThat(limits.allow("ben")).isTrue();
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(1));
        assertThat(limits.allow("ann")).isTrue();
        assertThat(limits.allow("ann")).isFalse();
    }

    @Test
    void whoHasManyAddressesOfIpVersion6IsOneClientWithAllOfThem() {
        assertThat(limits.allow("2001:db8::1")).isTrue();
        assertThat(limits.allow("2001:db8:0:0:1::2")).isTrue();
        assertThat(limits.allow("2001:db8:0:0:ffff:ffff:ffff:ffff")).isFalse();
        assertThat(limits.allow("2001:db8:0:1::1")).isTrue();
        assertThat(limits.allow("192.0.2.1")).isTrue();
    }

    @Test
    void whoAskedLongAgoIsForgottenFirst() {
        limits.allow("ann");
        limits.allow("ann");
        limits.allow("ben");
        limits.allow("ben");
        for (int i = 2; i < ClientLimits.MOST_CLIENTS; i++) {
            limits.allow("client " + i);
        }
        assertThat(limits.allow("ann")).as("still known").isFalse();
        limits.allow("one more");
        assertThat(limits.allow("ben")).as("forgotten").isTrue();
        assertThat(limits.allow("ann")).as("still known").isFalse();
    }
}
