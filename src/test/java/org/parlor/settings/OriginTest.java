package org.parlor.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginTest {

    @ParameterizedTest
    @CsvSource({
        "https://example.org, https, example.org, 443",
        "HTTP://Example.ORG, http, example.org, 80",
        "http://example.org:8080, http, example.org, 8080",
        "http://[::1]:8080, http, [::1], 8080",
        "https://example.org:443, https, example.org, 443"
    })
    void isASchemeAHostAndAPort(String text, String scheme, String host, int port) {
        assertThat(Origin.of(text)).contains(new Origin(scheme, host, port));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "",
                "*",
                "example.org",
                "ws://example.org",
                "file:///",
                "https://",
                "https://example.org/",
                "https://ann@example.org",
                "https://example.org?x",
                "https://a.example, https://b.example",
                "https://exa mple.org",
                "mailto:ann@example.org"
            })
    void isNothingElse(String text) {
        assertThat(Origin.of(text)).isEmpty();
    }
}
