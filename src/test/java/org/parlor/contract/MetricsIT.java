package org.parlor.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.parlor.protocol.Player;

/** What Prometheus fetches. */
class MetricsIT extends ContractTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Every sample by its name and labels. */
    private Map<String, Double> samples() throws Exception {
        HttpResponse<String> answer = new Http(base()).get("metrics");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(
                        type -> assertThat(type).startsWith("text/plain").contains("version=0.0.4"));
        return answer.body()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .collect(Collectors.toMap(
                        line -> line.substring(0, line.lastIndexOf(' ')),
                        line -> Double.valueOf(line.substring(line.lastIndexOf(' ') + 1))));
    }

    /** Waits until every sample fits: they are read one after the other, while the network tells of one end after the other. */
    private Map<String, Double> await(Predicate<Map<String, Double>> fits) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Map<String, Double> samples = samples();
        while (!fits.test(samples)) {
            assertThat(System.nanoTime()).as("%s", samples).isLessThan(deadline);
            samples = samples();
        }
        return samples;
    }

    /** What those left who were here before, read when the last of them was gone. */
    private Map<String, Double> samplesWithNobodyHere() throws Exception {
        await(samples -> samples.get("parlor_sessions") == 0 && samples.get("parlor_rooms") == 0);
        return samples();
    }

    private static double growth(String sample, Map<String, Double> before, Map<String, Double> after) {
        return after.getOrDefault(sample, 0.0) - before.getOrDefault(sample, 0.0);
    }

    @Test
    void aGameIsCounted() throws Exception {
        Map<String, Double> before = samplesWithNobodyHere();
        try (Table table = table("size=9")) {
            table.black().move("e5");
            table.black().ask("move", "move", "e6");
            table.black().sendRaw("{\"type\":\"no-such-type-42\"}");
            table.black().await("refused");
            Map<String, Double> during = samples();
            assertThat(growth("parlor_sessions", before, during)).isEqualTo(2);
            assertThat(growth("parlor_rooms", before, during)).isEqualTo(1);
            assertThat(growth("parlor_commands_total{outcome=\"accepted\",type=\"sit\"}", before, during))
                    .isEqualTo(2);
            assertThat(growth("parlor_commands_total{outcome=\"accepted\",type=\"move\"}", before, during))
                    .isEqualTo(1);
            assertThat(growth("parlor_commands_total{outcome=\"not-your-turn\",type=\"move\"}", before, during))
                    .isEqualTo(1);
            assertThat(growth("parlor_invalid_frames_total{reason=\"unknown-type\"}", before, during))
                    .isEqualTo(1);
            assertThat(growth("parlor_connection_setup_seconds_count", before, during))
                    .isEqualTo(2);
            assertThat(growth("parlor_connection_setup_seconds_sum", before, during))
                    .isBetween(0.0, 10.0);
            assertThat(growth("parlor_journal_batch_appends_sum", before, during))
                    .isGreaterThanOrEqualTo(3);
            assertThat(growth("parlor_received_bytes_total", before, during)).isBetween(100.0, 1000.0);
            assertThat(growth("parlor_sent_bytes_total", before, during)).isBetween(1000.0, 10_000.0);
            assertThat(during).containsKey("parlor_outbox_drops_total");
            assertThat(during.keySet()).noneMatch(sample -> sample.contains("no-such-type"));
        }
        assertEndsAreCounted(before);
    }

    private void assertEndsAreCounted(Map<String, Double> before) throws Exception {
        List<String> counts = List.of(
                "parlor_connection_duration_seconds_count",
                "parlor_connection_rate_bytes_per_second_count{direction=\"in\"}",
                "parlor_connection_rate_bytes_per_second_count{direction=\"out\"}");
        Map<String, Double> after = await(samples -> growth("parlor_sessions", before, samples) == 0
                && counts.stream().allMatch(count -> growth(count, before, samples) >= 2));
        assertThat(counts)
                .allSatisfy(count -> assertThat(growth(count, before, after)).isEqualTo(2));
        assertThat(growth("parlor_connection_rate_bytes_per_second_sum{direction=\"out\"}", before, after))
                .isPositive();
    }

    @Test
    void everyHandshakeIsMeasuredOnceInARoomOfSeveral() throws Exception {
        Map<String, Double> before = samplesWithNobodyHere();
        String room = freshRoom();
        try (Player one = connect(room, "");
                Player two = connect(room, "");
                Player three = connect(room, "")) {
            one.catchUp();
            two.catchUp();
            three.catchUp();
            assertThat(growth("parlor_connection_setup_seconds_count", before, samples()))
                    .isEqualTo(3);
        }
    }
}
