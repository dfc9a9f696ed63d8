package org.parlor.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangeTest {

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.255.1.2, true",
        "10.0.0.0/8, 11.0.0.0, false",
        "10.1.2.3/8, 10.9.9.9, true",
        "192.168.1.128/25, 192.168.1.127, false",
        "192.168.1.128/25, 192.168.1.128, true",
        "127.0.0.1, 127.0.0.1, true",
        "127.0.0.1, 127.0.0.2, false",
        "0.0.0.0/0, 203.0.113.9, true",
        "0.0.0.0/0, ::1, false",
        "::1, 0:0:0:0:0:0:0:1, true",
        "fd00::/8, fdff::1, true",
        "fd00::/8, fe80::1, false",
        "10.0.0.0/8, ::ffff:10.1.1.1, true",
        "10.0.0.0/8, localhost, false",
        "10.0.0.0/8, '', false"
    })
    void holdsWhatBeginsWithTheSameBits(String range, String address, boolean held) {
        assertThat(AddressRange.of(range))
                .hasValueSatisfying(it -> assertThat(it.contains(address)).isEqualTo(held));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost",
                "10.0.0.0/33",
                "10.0.0.0/-1",
                "10.0.0.0/",
                "10.0.0.0/8/8",
                "10.0.0",
                "256.0.0.1",
                "::1/129",
                "1:2",
                "fd00::/x"
            })
    void isNothingElse(String text) {
        assertThat(AddressRange.of(text)).isEmpty();
    }
}
