package org.parlor.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.parlor.room.Command;
import org.parlor.room.PlayCommand;
import org.parlor.room.Refusal.Reason;
import org.parlor.runtime.CloseReason;

class MetricsTest {

    private final Metrics metrics = new Metrics();

    @AfterEach
    void close() {
        metrics.close();
    }

    private void assertShows(String... lines) {
        assertThat(metrics.text().lines()).contains(lines);
    }

    @Test
    void commandsAreCountedByTypeAndOutcome() {
        metrics.accepted(new PlayCommand.Move("h8"));
        metrics.accepted(new PlayCommand.Move("h9"));
        metrics.repeated(new PlayCommand.Move("h9"));
        metrics.refused(new Command.Say("hello"), Reason.NOT_SEATED);
        assertShows(
                "parlor_commands_total{outcome=\"accepted\",type=\"move\"} 2.0",
                "parlor_commands_total{outcome=\"repeated\",type=\"move\"} 1.0",
                "parlor_commands_total{outcome=\"not-seated\",type=\"say\"} 1.0");
    }

    @Test
    void theJournalsCommitsAreMeasured() {
        metrics.committed(3, TimeUnit.MILLISECONDS.toNanos(4));
        metrics.failed(2);
        assertShows(
                "parlor_journal_batch_appends_bucket{le=\"2.0\"} 0",
                "parlor_journal_batch_appends_bucket{le=\"5.0\"} 1",
                "parlor_journal_commit_seconds_bucket{le=\"0.002\"} 0",
                "parlor_journal_commit_seconds_bucket{le=\"0.005\"} 1",
                "parlor_journal_commit_seconds_sum 0.004",
                "parlor_journal_failed_appends_total 2.0");
    }

    @Test
    void roomsAndSessionsAreWhatTheyAreNow() {
        AtomicInteger rooms = new AtomicInteger(1);
        metrics.showRooms(rooms::get);
        rooms.set(7);
        ConnectionMeter one = metrics.opened(System.nanoTime());
        metrics.opened(System.nanoTime());
        assertShows("parlor_rooms 7.0", "parlor_sessions 2.0");
        one.closed();
        one.closed();
        assertShows("parlor_sessions 1.0");
    }

    @Test
    void aConnectionsLifeIsMeasured() {
        long aSecondAgo = System.nanoTime() - TimeUnit.SECONDS.toNanos(1);
        ConnectionMeter connection = metrics.opened(aSecondAgo);
        connection.welcomed();
        connection.received(100);
        connection.received(50);
        connection.sent(1000);
        assertShows(
                "parlor_connection_setup_seconds_bucket{le=\"0.5\"} 0",
                "parlor_connection_setup_seconds_bucket{le=\"10.0\"} 1",
                "parlor_received_bytes_total 150.0",
                "parlor_sent_bytes_total 1000.0",
                "parlor_connection_duration_seconds_count 0");
        connection.closed();
        assertShows(
                "parlor_connection_duration_seconds_count 1",
                "parlor_connection_duration_seconds_bucket{le=\"1.0\"} 1",
                "parlor_connection_rate_bytes_per_second_count{direction=\"in\"} 1",
                "parlor_connection_rate_bytes_per_second_count{direction=\"out\"} 1");
    }

    @Test
    void slowReadersAndOtherClosesAreCounted() {
        ConnectionMeter connection = metrics.opened(System.nanoTime());
        assertShows("parlor_outbox_drops_total 0.0");
        connection.sentAway(CloseReason.TOO_SLOW);
        connection.sentAway(CloseReason.BAD_ADDRESS);
        assertShows(
                "parlor_outbox_drops_total 1.0",
                "parlor_closed_connections_total{reason=\"too-slow\"} 1.0",
                "parlor_closed_connections_total{reason=\"bad-address\"} 1.0");
    }

    @Test
    void whatIsNoCommandIsCountedByTheReasonAlone() {
        metrics.invalidFrame(Reason.UNKNOWN_TYPE);
        metrics.foreignOrigin();
        assertShows("parlor_invalid_frames_total{reason=\"unknown-type\"} 1.0", "parlor_foreign_origins_total 1.0");
    }
}
