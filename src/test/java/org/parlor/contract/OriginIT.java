package org.parlor.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parlor.protocol.Player;

/** Whose pages may open a room. The suite runs every server with an origin that is allowed besides its own. */
class OriginIT extends ContractTest {

    private static final String ALLOWED = "https://friends.example";

    private void assertMayEnter(Map<String, String> headers) {
        try (Player player = Player.connect(Player.address(base(), freshRoom(), ""), headers, Player.SUBPROTOCOL)) {
            assertThat(player.await("welcome")).containsEntry("status", "waiting");
        }
    }

    private void assertForbidden(Map<String, String> headers) {
        assertThatThrownBy(() -> Player.connect(Player.address(base(), freshRoom(), ""), headers, Player.SUBPROTOCOL))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("The server answered the handshake with 403");
    }

    private String own() {
        return "http://" + base().getAuthority();
    }

    @Test
    void aProgramThatSendsNoOriginMayEnter() {
        assertMayEnter(Map.of());
    }

    @Test
    void thisServersOwnPageMayEnter() {
        assertMayEnter(Map.of("Origin", own()));
        assertMayEnter(Map.of("Origin", own().toUpperCase(Locale.ROOT)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "http://localhost:2", "http://localhost", "null", "file://", "*"})
    void anotherPageMayNot(String origin) {
        assertForbidden(Map.of("Origin", origin));
    }

    @Test
    void thisServersPageOfAnotherSchemeIsAnotherPage() {
        assertForbidden(Map.of("Origin", "https://" + base().getAuthority()));
    }

    @Test
    void aPageThatIsOnTheListMayEnter() {
        assertMayEnter(Map.of("Origin", ALLOWED));
        assertForbidden(Map.of("Origin", ALLOWED + ":444"));
    }

    @Test
    void aStrangersWordAboutHowItWasAskedCountsForNothing() {
        assertForbidden(Map.of("Origin", "https://evil.example", "Forwarded", "proto=https;host=evil.example"));
        assertForbidden(Map.of(
                "Origin", "https://evil.example", "X-Forwarded-Proto", "https", "X-Forwarded-Host", "evil.example"));
        assertMayEnter(Map.of("Origin", own(), "X-Forwarded-Host", "games.example"));
    }

    @Test
    void anotherPageMayNotOpenAFileAsARoom() throws Exception {
        HttpRequest file = HttpRequest.newBuilder(base().resolve("records"))
                .header("Origin", "https://evil.example")
                .POST(BodyPublishers.ofString("(;GM[4])"))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(file, BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void aRefusalIsCounted() throws Exception {
        double before = refusals();
        assertForbidden(Map.of("Origin", "https://evil.example"));
        assertThat(refusals()).isEqualTo(before + 1);
    }

    private double refusals() throws Exception {
        return new Http(base())
                .get("metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith("parlor_foreign_origins_total "))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.indexOf(' '))))
                .sum();
    }
}
