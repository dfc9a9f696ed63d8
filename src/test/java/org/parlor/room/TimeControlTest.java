package org.parlor.room;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parlor.room.TimeControl.Remaining;

class TimeControlTest {

    private static TimeControl of(String label) {
        return TimeControl.of(label).orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "none",
                "300+5",
                "300+0",
                "86400+86400",
                "120d12",
                "0d5",
                "600/5x30",
                "0/1x1",
                "86400/100x86400",
                "1/move",
                "86400/move",
                "1days",
                "30days"
            })
    void isCalledAsItIsAskedFor(String label) {
        assertThat(of(label).label()).isEqualTo(label);
        assertThat(of(label).isOn()).isEqualTo(!label.equals("none"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "300",
                "0+5",
                "86401+0",
                "1+86401",
                "0d0",
                "86401d1",
                "600/0x30",
                "600/101x30",
                "600/5x0",
                "0/move",
                "0days",
                "31days",
                "-1+5",
                "300 + 5",
                "123456+0",
                "None"
            })
    void isNothingElse(String label) {
        assertThat(TimeControl.of(label)).isEmpty();
    }

    /** What a seat has after turns of so many milliseconds, one after the other. */
    @ParameterizedTest
    @CsvSource({
        "300+5, 10000, 295000, 0",
        "300+5, 300000, 5000, 0",
        "300+0, 10000, 290000, 0",
        "120d12, 5000, 120000, 0",
        "120d12, 12000, 120000, 0",
        "120d12, 20000, 112000, 0",
        "0d5, 5000, 0, 0",
        "600/5x30, 60000, 540000, 5",
        "600/5x30, 600000, 0, 5",
        "600/5x30, 629999, 0, 5",
        "600/5x30, 630000, 0, 4",
        "600/5x30, 690000, 0, 2",
        "30/move, 29999, 30000, 0",
        "3days, 100000, 259200000, 0",
    })
    void leavesAfterATurn(String label, long turn, long millis, int periods) {
        TimeControl control = of(label);
        assertThat(control.after(control.start(), turn)).isEqualTo(new Remaining(millis, periods));
    }

    /** When a seat is out of time in its first turn. */
    @ParameterizedTest
    @CsvSource({
        "300+5, 300000",
        "120d12, 132000",
        "600/5x30, 750000",
        "0/1x30, 30000",
        "30/move, 30000",
        "3days, 259200000"
    })
    void givesATurnSoLong(String label, long available) {
        TimeControl control = of(label);
        assertThat(control.available(control.start())).isEqualTo(available);
        assertThat(control.shown(control.start(), available)).isZero();
        assertThat(control.shown(control.start(), available - 1)).isPositive();
    }

    /** What the clock shows in the first turn. */
    @ParameterizedTest
    @CsvSource({
        "300+5, 1000, 299000",
        "120d12, 11000, 120000",
        "120d12, 13000, 119000",
        "600/5x30, 599000, 1000",
        "600/5x30, 600000, 30000",
        "600/5x30, 610000, 20000",
        "600/5x30, 630000, 30000",
        "600/5x30, 749000, 1000",
        "30/move, 10000, 20000",
    })
    void shows(String label, long turn, long shown) {
        TimeControl control = of(label);
        assertThat(control.shown(control.start(), turn)).isEqualTo(shown);
    }

    @Test
    void withAnIncrementTimeIsSavedUp() {
        TimeControl control = of("60+10");
        Remaining left = control.start();
        for (int i = 0; i < 5; i++) {
            left = control.after(left, 1_000);
        }
        assertThat(left.millis()).isEqualTo(105_000);
    }

    @Test
    void aPeriodIsOnlyUsedUpByATurnThatLastsLonger() {
        TimeControl control = of("0/3x30");
        Remaining left = control.start();
        for (int i = 0; i < 10; i++) {
            left = control.after(left, 29_999);
        }
        assertThat(left).isEqualTo(new Remaining(0, 3));
        assertThat(control.available(left)).isEqualTo(90_000);
    }
}
