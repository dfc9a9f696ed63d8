package org.parlor.limit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConnectionLimitsTest {

    private final ConnectionLimits limits = new ConnectionLimits(20, 3);

    @Test
    void oneClientHasNoMoreThanItsShareAndKeepsNobodyElseOut() {
        for (int i = 0; i < 3; i++) {
            assertThat(limits.enter("192.0.2.1")).isTrue();
        }
        assertThat(limits.hasRoom("192.0.2.1")).isFalse();
        assertThat(limits.enter("192.0.2.1")).isFalse();
        assertThat(limits.enter("192.0.2.2")).isTrue();
    }

    @Test
    void whoLeavesMakesRoom() {
        for (int i = 0; i < 3; i++) {
            limits.enter("192.0.2.1");
        }
        limits.leave("192.0.2.1");
        assertThat(limits.enter("192.0.2.1")).isTrue();
    }

    @Test
    void allAddressesOfOneHouseholdCountTogether() {
        limits.enter("2001:db8::1");
        limits.enter("2001:db8::2");
        limits.enter("2001:db8::3");
        assertThat(limits.hasRoom("2001:db8::4")).isFalse();
        assertThat(limits.hasRoom("2001:db8:0:1::1")).isTrue();
    }

    @Test
    void theLastTenthIsKeptForWhoComesBackAndThenThereIsNoMore() {
        for (int i = 0; i < 18; i++) {
            assertThat(limits.enter("192.0.2." + i)).isTrue();
        }
        assertThat(limits.isCrowded()).isFalse();
        assertThat(limits.enter("198.51.100.1")).isTrue();
        assertThat(limits.isCrowded()).isTrue();
        assertThat(limits.enter("198.51.100.2")).isTrue();
        assertThat(limits.enter("198.51.100.3")).isFalse();
    }

    @Test
    void offIsNoLimit() {
        ConnectionLimits off = new ConnectionLimits(ConnectionLimits.OFF, ConnectionLimits.OFF);
        for (int i = 0; i < 1000; i++) {
            assertThat(off.enter("192.0.2.1")).isTrue();
        }
        assertThat(off.isCrowded()).isFalse();
    }
}
