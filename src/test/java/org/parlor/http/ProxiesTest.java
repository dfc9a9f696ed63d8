package org.parlor.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parlor.settings.AddressRange;

class ProxiesTest {

    private static final String PROXY = "10.0.0.7";
    private static final String STRANGER = "203.0.113.9";

    private final Proxies proxies = new Proxies(Stream.of("10.0.0.0/8", "fd00::/8")
            .map(range -> AddressRange.of(range).orElseThrow())
            .toList());

    @ParameterizedTest
    @CsvSource({
        "forwarded, for=192.0.2.1;proto=https, 192.0.2.1",
        "forwarded, 'proto=https;For=\"192.0.2.1:4711\"', 192.0.2.1",
        "forwarded, 'for=\"[2001:db8::1]:4711\"', 2001:db8::1",
        "forwarded, for=unknown, unknown",
        "x-forwarded-for, 192.0.2.1, 192.0.2.1",
        "x-forwarded-for, 192.0.2.1:4711, 192.0.2.1",
        "x-forwarded-for, 2001:db8::1, 2001:db8::1"
    })
    void aTrustedProxyTellsWhomItSpeaksFor(String header, String value, String client) {
        assertThat(proxies.client(PROXY, Map.of(header, value))).isEqualTo(client);
    }

    @ParameterizedTest
    @CsvSource({
        "forwarded, 'for=1.2.3.4, for=192.0.2.1, for=10.9.9.9'",
        "forwarded, 'for=1.2.3.4, for=192.0.2.1, for=\"[fd00::1]\"'",
        "x-forwarded-for, '1.2.3.4, 192.0.2.1, 10.9.9.9'",
        "x-forwarded-for, '1.2.3.4, 192.0.2.1'"
    })
    void whatTheClientClaimsBeforeTheProxiesIsNotBelieved(String header, String value) {
        assertThat(proxies.client(PROXY, Map.of(header, value))).isEqualTo("192.0.2.1");
    }

    @Test
    void ofTwoHeadersNeitherIsBelievedUnlessTheyAgreeSinceTheProxyMayKnowButOneOfThem() {
        Map<String, String> spoofed = Map.of("forwarded", "for=1.2.3.4", "x-forwarded-for", "192.0.2.1");
        assertThat(proxies.client(PROXY, spoofed)).isEqualTo(PROXY);
        Map<String, String> agreeing = Map.of("forwarded", "for=192.0.2.1", "x-forwarded-for", "192.0.2.1");
        assertThat(proxies.client(PROXY, agreeing)).isEqualTo("192.0.2.1");
        Map<String, String> silent = Map.of("forwarded", "proto=https", "x-forwarded-for", "192.0.2.1");
        assertThat(proxies.client(PROXY, silent)).isEqualTo("192.0.2.1");
    }

    @Test
    void nobodyElseIsBelieved() {
        assertThat(proxies.client(STRANGER, Map.of("forwarded", "for=192.0.2.1", "x-forwarded-for", "192.0.2.1")))
                .isEqualTo(STRANGER);
    }

    @Test
    void aProxyThatTellsNothingIsTheClient() {
        assertThat(proxies.client(PROXY, Map.of())).isEqualTo(PROXY);
        assertThat(proxies.client(PROXY, Map.of("forwarded", "proto=https"))).isEqualTo(PROXY);
        assertThat(proxies.client(PROXY, Map.of("x-forwarded-for", "10.0.0.8, 10.0.0.9")))
                .isEqualTo("10.0.0.8");
        assertThat(new Proxies(List.of()).client(PROXY, Map.of("x-forwarded-for", "192.0.2.1")))
                .isEqualTo(PROXY);
    }
}
