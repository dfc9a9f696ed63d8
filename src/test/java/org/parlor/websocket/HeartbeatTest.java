package org.parlor.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.parlor.limit.HandTime;
import org.parlor.protocol.TextFrame;

class HeartbeatTest {

    private static final String PING = "ping of 0";
    private static final String SILENT = "closed 1001 no sign of life; come back";
    private static final String FULL = "closed 1013 the server is full; come back later";
    private static final String TOO_SLOW = "closed 1013 you read too slowly; come back";

    private final HandTime time = new HandTime();
    private final Wire wire = new Wire();
    private final Outbox outbox = wire.outbox();

    private Heartbeat begin(boolean mustReturn) {
        Heartbeat heartbeat = new Heartbeat(outbox, time, mustReturn, time::nanos);
        heartbeat.start();
        return heartbeat;
    }

    private void pass(long seconds) {
        time.pass(Duration.ofSeconds(seconds));
    }

    @Test
    void whoIsSilentFor20SecondsIsAskedForASignOfLifeOnceAndGivenUpAfter30() {
        begin(false);
        pass(19);
        assertThat(wire.sent()).isEmpty();
        pass(1);
        assertThat(wire.sent()).containsExactly(PING);
        pass(9);
        assertThat(wire.sent()).containsExactly(PING);
        pass(1);
        assertThat(wire.sent()).containsExactly(PING, SILENT);
    }

    @Test
    void whoGivesASignOfLifeStaysAndIsAskedAgainAfterTheNextSilence() {
        Heartbeat heartbeat = begin(false);
        for (int pings = 1; pings <= 100; pings++) {
            pass(20);
            assertThat(wire.sent()).hasSize(pings).containsOnly(PING);
            heartbeat.heard(time.nanos());
        }
    }

    @Test
    void whoIsHeardOfIsNotAsked() {
        Heartbeat heartbeat = begin(false);
        for (int i = 0; i < 100; i++) {
            pass(19);
            heartbeat.heard(time.nanos());
        }
        assertThat(wire.sent()).isEmpty();
    }

    @Test
    void whoAnswersAtTheLastMomentIsAskedAfterAnother20Seconds() {
        Heartbeat heartbeat = begin(false);
        pass(29);
        heartbeat.heard(time.nanos());
        pass(19);
        assertThat(wire.sent()).containsExactly(PING);
        pass(1);
        assertThat(wire.sent()).containsExactly(PING, PING);
        pass(10);
        assertThat(wire.sent()).containsExactly(PING, PING, SILENT);
    }

    @Test
    void whoIsSilentWhileTheServerStandsStillIsAskedAndNotGivenUp() {
        begin(false);
        pass(15);
        time.standStill(Duration.ofHours(1));
        assertThat(wire.sent()).containsExactly(PING);
        pass(9);
        assertThat(wire.sent()).containsExactly(PING);
        pass(1);
        assertThat(wire.sent()).containsExactly(PING, SILENT);
    }

    @Test
    void whoWasAskedBeforeTheServerStoodStillIsAskedAgain() {
        begin(false);
        pass(25);
        assertThat(wire.sent()).containsExactly(PING);
        time.standStill(Duration.ofMinutes(1));
        assertThat(wire.sent()).containsExactly(PING, PING);
        pass(10);
        assertThat(wire.sent()).containsExactly(PING, PING, SILENT);
    }

    @Test
    void whoComesToAServerThatIsAllButFullMustTakeASeatBackIn10Seconds() {
        begin(true);
        pass(9);
        assertThat(wire.sent()).isEmpty();
        pass(1);
        assertThat(wire.sent()).containsExactly(FULL);
    }

    @Test
    void whoHasTakenASeatBackStaysAndSoDoesWhoComesToAServerWithRoom() {
        begin(true);
        outbox.seated();
        pass(19);
        assertThat(wire.sent()).isEmpty();
        Wire other = new Wire();
        new Heartbeat(other.outbox(), time, false, time::nanos).start();
        pass(19);
        assertThat(other.sent()).isEmpty();
    }

    @Test
    void whoDoesNotTakeAMessageIsFoundAlthoughHeardOf() {
        HandTime nanoTime = new HandTime();
        nanoTime.pass(Duration.ofNanos(System.nanoTime()));
        Heartbeat heartbeat = new Heartbeat(outbox, nanoTime, false, nanoTime::nanos);
        heartbeat.start();
        outbox.send(new TextFrame("in flight"));
        for (int second = 0; second < 15; second++) {
            nanoTime.pass(Duration.ofSeconds(1));
            heartbeat.heard(nanoTime.nanos());
        }
        assertThat(wire.sent()).containsExactly("in flight", TOO_SLOW);
    }

    @Test
    void aConnectionThatIsNoMoreLeavesNothingToBeDone() {
        Heartbeat heartbeat = begin(false);
        assertThat(time.waiting()).isEqualTo(1);
        heartbeat.stop();
        assertThat(time.waiting()).isZero();
        Heartbeat lost = begin(false);
        outbox.gone();
        pass(60);
        assertThat(time.waiting()).isZero();
        assertThat(wire.sent()).isEmpty();
        lost.stop();
    }

    @Test
    void eachConnectionHasOneDeadlineHoweverOftenItIsHeardOf() {
        Heartbeat heartbeat = begin(false);
        for (int i = 0; i < 1000; i++) {
            heartbeat.heard(time.nanos());
            time.pass(Duration.ofMillis(100));
            assertThat(time.waiting()).isEqualTo(1);
        }
    }
}
