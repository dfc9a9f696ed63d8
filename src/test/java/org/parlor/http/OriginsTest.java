package org.parlor.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parlor.settings.AddressRange;
import org.parlor.settings.Origin;

class OriginsTest {

    private static final String PROXY = "10.0.0.7";
    private static final String STRANGER = "203.0.113.9";

    private final AtomicInteger refused = new AtomicInteger();
    private final Origins origins = new Origins(
            Set.of(new Origin("https", "friends.example", 443)),
            new Proxies(List.of(AddressRange.of("10.0.0.0/8").orElseThrow())),
            refused::incrementAndGet);

    private boolean mayEnter(String peer, String... headers) {
        Map<String, String> all = new HashMap<>(Map.of("upgrade", "websocket", "host", "inside:8080"));
        for (int i = 0; i < headers.length; i += 2) {
            all.put(headers[i], headers[i + 1]);
        }
        return origins.refuse(peer, "http", "GET", all).isEmpty();
    }

    @Test
    void aProgramSendsNoOriginAndMayEnter() {
        assertThat(mayEnter(STRANGER)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "http://inside:8080, true",
        "HTTP://INSIDE:8080, true",
        "https://inside:8080, false",
        "http://inside, false",
        "http://inside:8081, false",
        "http://outside:8080, false",
        "https://friends.example, true",
        "https://friends.example:443, true",
        "http://friends.example, false",
        "https://bad.friends.example, false",
        "null, false",
        "'', false",
        "'https://friends.example, http://evil.example', false"
    })
    void aPageMayEnterFromHereAndFromWhereItIsAllowed(String origin, boolean may) {
        assertThat(mayEnter(STRANGER, "origin", origin)).isEqualTo(may);
        assertThat(refused).hasValue(may ? 0 : 1);
    }

    @Test
    void theSchemesOwnPortNeedsNoNaming() {
        assertThat(mayEnter(STRANGER, "origin", "http://inside", "host", "inside:80"))
                .isTrue();
        assertThat(mayEnter(STRANGER, "origin", "http://inside:80", "host", "inside"))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "x-forwarded-host, games.example",
        "forwarded, host=games.example",
    })
    void aStrangersWordAboutHowItWasAskedCountsForNothing(String header, String value) {
        assertThat(mayEnter(STRANGER, "origin", "http://games.example", header, value))
                .isFalse();
        assertThat(mayEnter(STRANGER, "origin", "http://inside:8080", header, value))
                .isTrue();
        assertThat(mayEnter(PROXY, "origin", "http://games.example", header, value))
                .isTrue();
        assertThat(mayEnter(PROXY, "origin", "http://inside:8080", header, value))
                .isFalse();
    }

    @Test
    void aTrustedProxyTellsSchemeHostAndPort() {
        assertThat(mayEnter(
                        PROXY,
                        "origin",
                        "https://games.example",
                        "x-forwarded-proto",
                        "https",
                        "x-forwarded-host",
                        "games.example"))
                .isTrue();
        assertThat(mayEnter(
                        PROXY,
                        "origin",
                        "https://games.example:8443",
                        "x-forwarded-proto",
                        "https",
                        "x-forwarded-host",
                        "games.example",
                        "x-forwarded-port",
                        "8443"))
                .isTrue();
        assertThat(mayEnter(
                        PROXY,
                        "origin",
                        "https://games.example:8443",
                        "forwarded",
                        "for=192.0.2.60;proto=https;host=\"games.example:8443\", for=10.0.0.1"))
                .isTrue();
    }

    @Test
    void aTrustedProxyMayKeepTheHostAndTellTheSchemeAlone() {
        assertThat(mayEnter(
                        PROXY,
                        "origin",
                        "https://games.example",
                        "host",
                        "games.example",
                        "x-forwarded-proto",
                        "https"))
                .isTrue();
    }

    @Test
    void ofSeveralProxiesTheOneThatTheClientSpokeToCounts() {
        assertThat(mayEnter(
                        PROXY,
                        "origin",
                        "https://games.example",
                        "x-forwarded-proto",
                        "https, http",
                        "x-forwarded-host",
                        "games.example, middle:81"))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"GET, true", "HEAD, true", "POST, false", "CONNECT, false"})
    void withoutAHandshakeAnyPageMayReadAndNoMore(String method, boolean may) {
        Map<String, String> foreign = Map.of("origin", "http://evil.example", "host", "inside:8080");
        assertThat(origins.refuse(STRANGER, "http", method, foreign).isEmpty()).isEqualTo(may);
        Map<String, String> own = Map.of("origin", "http://inside:8080", "host", "inside:8080");
        assertThat(origins.refuse(STRANGER, "http", method, own)).isEmpty();
    }
}
