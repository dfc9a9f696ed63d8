package org.parlor.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parlor.game.Outcome;
import org.parlor.game.Seat;
import org.parlor.game.Setup;
import org.parlor.game.gomoku.Gomoku;
import org.parlor.limit.HandTime;
import org.parlor.room.Change;
import org.parlor.room.Command;
import org.parlor.room.CommandContext;
import org.parlor.room.Decision;
import org.parlor.room.Event;
import org.parlor.room.PlayCommand;
import org.parlor.room.Refusal.Reason;
import org.parlor.room.Room;
import org.parlor.room.RoomConfig;
import org.parlor.room.SeatCommand;
import org.parlor.room.Status;

/** Time in which the server stood still counts against nobody, and all other time does. */
class StallWatchTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final HandTime time = new HandTime();
    private final StallWatch watch = new StallWatch(time.clock(), time);
    private final AtomicInteger probes = new AtomicInteger();

    @BeforeEach
    void start() {
        watch.start(probes::incrementAndGet);
    }

    /** How much of the time since the start was served. */
    private long served() {
        return watch.between(HandTime.START, time.millis());
    }

    @Test
    void aServerThatTicksServesAllTheTime() {
        time.pass(Duration.ofMinutes(10));
        assertThat(served()).isEqualTo(600_000);
    }

    @Test
    void noTimeHasPassedBackwards() {
        assertThat(watch.between(time.millis() + 1, time.millis())).isZero();
    }

    @Test
    void whatPassedBeforeTheStartIsNotServed() {
        time.pass(Duration.ofSeconds(3));
        assertThat(watch.between(HandTime.START - 60_000, time.millis())).isEqualTo(3_000);
    }

    @Test
    void aTickThatIsALittleLateIsServed() {
        time.pass(Duration.ofSeconds(1));
        time.standStill(Duration.ofMillis(750));
        time.pass(Duration.ofSeconds(1));
        assertThat(served()).isEqualTo(2_750);
    }

    @Test
    void theTimeBeforeATickThatIsLateIsNotServed() {
        time.pass(Duration.ofSeconds(1));
        time.standStill(Duration.ofSeconds(5));
        time.pass(Duration.ofSeconds(1));
        assertThat(served()).isEqualTo(2_000);
    }

    @Test
    void aStandstillIsKnownBeforeTheLateTickComes() {
        time.pass(Duration.ofSeconds(1));
        assertThat(watch.between(HandTime.START, time.millis() + 5_000)).isEqualTo(1_000);
    }

    @Test
    void aStallThatIsOnlyPartlyAskedForCountsAsFar() {
        time.pass(Duration.ofSeconds(1));
        time.standStill(Duration.ofSeconds(5));
        time.pass(Duration.ofSeconds(1));
        assertThat(watch.between(HandTime.START + 4_000, time.millis())).isEqualTo(1_000);
        assertThat(watch.between(HandTime.START, HandTime.START + 3_000)).isEqualTo(1_000);
    }

    @Test
    void aCommitOfUsualLengthIsServed() {
        time.pass(Duration.ofSeconds(1));
        watch.writing();
        time.pass(Duration.ofMillis(500));
        assertThat(served()).isEqualTo(1_500);
        watch.committed(1, 0);
        time.pass(Duration.ofSeconds(1));
        assertThat(served()).isEqualTo(2_500);
    }

    @Test
    void aStoreThatHangsServesNothingWhileItHangsAndAfterwards() {
        time.pass(Duration.ofSeconds(1));
        watch.writing();
        time.pass(Duration.ofSeconds(5));
        assertThat(served()).isEqualTo(1_000);
        watch.committed(1, 0);
        time.pass(Duration.ofSeconds(1));
        assertThat(served()).isEqualTo(2_000);
    }

    @Test
    void aStoreThatFailsServesNothingUntilItTakesSomethingAgain() {
        time.pass(Duration.ofSeconds(1));
        watch.writing();
        watch.failed(1);
        time.pass(Duration.ofSeconds(5));
        watch.writing();
        watch.failed(1);
        time.pass(Duration.ofSeconds(5));
        assertThat(served()).isEqualTo(1_000);
        watch.writing();
        watch.committed(1, 0);
        time.pass(Duration.ofSeconds(1));
        assertThat(served()).isEqualTo(2_000);
    }

    @Test
    void aStoreThatFailsIsAskedEachSecondAndOneThatWorksIsNot() {
        time.pass(Duration.ofSeconds(10));
        assertThat(probes).hasValue(0);
        watch.writing();
        watch.failed(1);
        time.pass(Duration.ofSeconds(10));
        assertThat(probes).hasValue(10);
        watch.writing();
        watch.committed(1, 0);
        time.pass(Duration.ofSeconds(10));
        assertThat(probes).hasValue(10);
    }

    @Test
    void stallsThatLieInOneAnotherCountOnce() {
        time.pass(Duration.ofSeconds(1));
        watch.writing();
        time.pass(Duration.ofSeconds(1));
        time.standStill(Duration.ofSeconds(5));
        time.pass(Duration.ofSeconds(1));
        assertThat(served()).isEqualTo(1_000);
        watch.committed(1, 0);
        time.pass(Duration.ofSeconds(2));
        assertThat(served()).isEqualTo(3_000);
    }

    @Test
    void stallsThatFollowOneAnotherCountEach() {
        time.pass(Duration.ofSeconds(1));
        watch.writing();
        time.pass(Duration.ofSeconds(1));
        // The store hangs from 1 to 6 s, the server stands still from 2 to 6 and from 6 to 8.
        time.standStill(Duration.ofSeconds(4));
        watch.committed(1, 0);
        assertThat(served()).isEqualTo(1_000);
        time.standStill(Duration.ofSeconds(2));
        time.pass(Duration.ofSeconds(1));
        assertThat(served()).isEqualTo(2_000);
    }

    @Test
    void aClaimAfterAStandstillNeedsTheFullPatienceOfServedTime() {
        Room room = atPlayWithoutAnn();
        time.pass(Duration.ofSeconds(59));
        time.standStill(Duration.ofMinutes(10));
        Decision early = decide(room, 2, new PlayCommand.Claim());
        assertThat(early).isInstanceOfSatisfying(Decision.Refused.class, refused -> {
            assertThat(refused.refusal().reason()).isEqualTo(Reason.TOO_EARLY);
            assertThat(refused.refusal().detail()).contains("claim again in 2 s");
        });
        time.pass(Duration.ofMillis(999));
        assertThat(decide(room, 2, new PlayCommand.Claim())).isInstanceOf(Decision.Refused.class);
        time.pass(Duration.ofMillis(1));
        Room over = after(room, 2, new PlayCommand.Claim());
        assertThat(over.status()).isEqualTo(Status.OVER);
        assertThat(over.match().outcome()).contains(Outcome.win(Seat.WHITE, "abandonment", List.of()));
    }

    private Room atPlayWithoutAnn() {
        Gomoku game = new Gomoku();
        Setup.Ready ready = (Setup.Ready) game.setUp(Map.of(), Optional.empty());
        Event.Opened opening = new Event.Opened(game.name(), ready.options(), Optional.empty());
        Room room = Room.open(RoomConfig.of("r", opening, game, ready), time.millis());
        room = after(room, 0, new SeatCommand.Sit(Optional.of(Seat.BLACK), "Ann"));
        room = after(room, 0, new SeatCommand.Sit(Optional.of(Seat.WHITE), "Ben"));
        return after(room, 1, new SeatCommand.Drop());
    }

    private Decision decide(Room room, int player, Command command) {
        return command.decide(room, new CommandContext(player, "hash", time.millis(), PATIENCE, watch));
    }

    private Room after(Room before, int player, Command command) {
        List<Change> changes = ((Decision.Accepted) decide(before, player, command)).changes();
        return changes.get(changes.size() - 1).after();
    }
}
