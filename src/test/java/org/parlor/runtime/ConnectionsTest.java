package org.parlor.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parlor.runtime.House.HELLO;
import static org.parlor.runtime.House.SIT;
import static org.parlor.runtime.House.catchUp;
import static org.parlor.runtime.House.move;
import static org.parlor.runtime.House.resume;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.parlor.game.Seat;
import org.parlor.room.Command;
import org.parlor.room.PlayCommand;
import org.parlor.room.SeatCommand;
import org.parlor.room.Token;
import org.parlor.runtime.House.Pair;

/** Connections that come, go, come back and die at odd moments. */
class ConnectionsTest {

    private final House house = new House();

    @Test
    void aLostConnectionIsToldToTheOthers() {
        Pair pair = house.atPlay();
        house.leaves(pair.ben());
        assertThat(pair.ann().heard()).containsExactly("4 dropped");
    }

    @Test
    void aLostConnectionIsToldOnce() {
        Pair pair = house.atPlay();
        house.store.hold();
        house.leaves(pair.ben());
        house.leaves(pair.ben());
        house.store.release();
        house.settle();
        house.leaves(pair.ben());
        assertThat(pair.ann().heard()).containsExactly("4 dropped");
    }

    @Test
    void aLostSpectatorIsToldToNobody() {
        Pair pair = house.atPlay();
        Recorder cleo = house.visitor();
        house.leaves(cleo);
        house.asks(pair.ann(), "1", move("c3"));
        assertThat(pair.ann().heard()).containsExactly("4 moved", "ack #1 4");
        assertThat(cleo.heard()).isEmpty();
    }

    @Test
    void comingBackBringsWhatWasMissedThenYouThenAck() {
        Pair pair = house.atPlay();
        house.leaves(pair.ben());
        house.asks(pair.ann(), "1", move("c3"));
        Recorder again = house.visitor();
        house.asks(again, "1", resume(pair.ben().token(), 3));
        assertThat(again.heard()).containsExactly("4 dropped", "5 moved", "6 returned", "you white #1", "ack #1 6");
        assertThat(pair.ann().heard()).containsExactly("4 dropped", "5 moved", "ack #1 5", "6 returned");
    }

    @Test
    void comingBackWithASinceOfZeroBringsTheWholeLogWithoutTheOpening() {
        Pair pair = house.atPlay();
        Recorder again = house.visitor();
        house.asks(again, "1", resume(pair.ann().token(), 0));
        assertThat(again.heard())
                .containsExactly("1 seated", "2 seated", "3 started", "4 returned", "you black #1", "ack #1 4");
    }

    @Test
    void aNewerConnectionTakesTheSeatAndTheOlderIsClosed() {
        Pair pair = house.atPlay();
        Recorder again = house.visitor();
        house.asks(again, "1", resume(pair.ann().token(), 3));
        assertThat(pair.ann().heard()).containsExactly("4 returned", "closed 4409");
        house.leaves(pair.ann());
        house.asks(again, "2", move("c3"));
        assertThat(again.heard()).containsExactly("4 returned", "you black #1", "ack #1 4", "5 moved", "ack #2 5");
    }

    @Test
    void theNewestConnectionKeepsTheSeatAlsoIfAnOldersRequestArrivesLate() {
        Pair pair = house.atPlay();
        Recorder brokenOff = house.visitor();
        Recorder again = house.visitor();
        house.asks(again, "1", resume(pair.ann().token(), 3));
        again.heard();
        house.asks(brokenOff, "2", resume(pair.ann().token(), 3));
        assertThat(brokenOff.heard()).containsExactly("4 returned", "closed 4409");
        house.leaves(brokenOff);
        house.asks(again, "3", move("c3"));
        assertThat(again.heard()).containsExactly("5 moved", "ack #3 5");
    }

    @Test
    void theNewestConnectionKeepsTheSeatAlsoIfAnOlderSitsDownLate() {
        Command sitting = new SeatCommand.Sit(
                Optional.empty(), "Ann", Optional.empty(), Optional.of(new Token("anns own")), Optional.empty(), false);
        Recorder brokenOff = house.visitor();
        Recorder ann = house.visitor();
        house.asks(ann, "1", sitting);
        house.asks(brokenOff, "1", sitting);
        assertThat(brokenOff.heard()).containsExactly("1 seated", "closed 4409");
        assertThat(ann.heard()).containsExactly("1 seated", "you black #1", "ack #1 1");
    }

    @Test
    void whoeverComesBackTheMomentTheRoomEndsIsDroppedWhenGone() {
        Pair pair = house.atPlay();
        Recorder again = house.visitor();
        house.asks(pair.ben(), "1", new PlayCommand.Resign());
        house.clock.passMillis(House.REMATCH_MILLIS);
        house.store.hold();
        house.asks(again, "2", resume(pair.ann().token(), 4));
        house.timers.runDue();
        house.store.release();
        house.settle();
        house.leaves(again);
        assertThat(house.stored().roster().players().get(Seat.BLACK).connected())
                .isFalse();
    }

    @Test
    void anOlderConnectionTakesTheSeatWhenTheNewerIsLost() {
        Pair pair = house.atPlay();
        Recorder older = house.visitor();
        Recorder newer = house.visitor();
        house.asks(newer, "1", resume(pair.ann().token(), 3));
        house.leaves(newer);
        older.heard();
        house.asks(older, "2", resume(newer.token(), 5));
        assertThat(older.heard()).containsExactly("6 returned", "you black #2", "ack #2 6");
    }

    @Test
    void theOlderConnectionCanNoLongerMove() {
        Pair pair = house.atPlay();
        house.asks(house.visitor(), "1", resume(pair.ann().token(), 3));
        pair.ann().heard();
        house.asks(pair.ann(), "1", move("c3"));
        assertThat(pair.ann().heard()).isEmpty();
        assertThat(house.stored().seq()).isEqualTo(4);
    }

    @Test
    void resumingOnTheSameConnectionKeepsIt() {
        Pair pair = house.atPlay();
        house.asks(pair.ann(), "1", resume(pair.ann().token(), 3));
        house.asks(pair.ann(), "2", move("c3"));
        assertThat(pair.ann().heard()).containsExactly("4 returned", "you black #1", "ack #1 4", "5 moved", "ack #2 5");
    }

    @Test
    void aSpectatorCatchesUpOnExactlyWhatWasMissed() {
        house.atPlay();
        Recorder cleo = house.visitor();
        house.asks(cleo, "1", catchUp(1));
        assertThat(cleo.heard()).containsExactly("2 seated", "3 started", "ack #1 3");
        house.asks(cleo, "2", catchUp(3));
        assertThat(cleo.heard()).containsExactly("ack #2 3");
    }

    @Test
    void aBadTokenClosesTheConnection() {
        house.atPlay();
        Recorder cleo = house.visitor();
        house.asks(cleo, "1", resume(new Token("guess"), 0));
        assertThat(cleo.heard()).containsExactly("refused #1 bad-token", "closed 4401");
    }

    @Test
    void aBadSinceLeavesTheConnectionOpen() {
        house.atPlay();
        Recorder cleo = house.visitor();
        house.asks(cleo, "1", catchUp(4));
        assertThat(cleo.heard()).containsExactly("refused #1 bad-since");
    }

    @Test
    void leavingIsAcknowledgedAndThenClosed() {
        Pair pair = house.atPlay();
        house.asks(pair.ben(), "1", new SeatCommand.Leave());
        assertThat(pair.ben().heard()).containsExactly("4 ended", "5 left", "ack #1 4", "closed 1000");
        house.leaves(pair.ben());
        assertThat(pair.ann().heard()).containsExactly("4 ended", "5 left");
    }

    @Test
    void aSpectatorWhoLeavesIsAcknowledgedToo() {
        Recorder cleo = house.visitor();
        house.asks(cleo, "1", new SeatCommand.Leave());
        assertThat(cleo.heard()).containsExactly("ack #1 0", "closed 1000");
    }

    @Test
    void sittingDownAndMovingCanBeSentInOneGo() {
        Recorder ann = house.visitor();
        Recorder ben = house.visitor();
        house.asks(ben, "1", new SeatCommand.Sit(Optional.of(Seat.WHITE), "Ben"));
        house.room.submit(ann, Optional.of("1"), SIT);
        house.room.submit(ann, Optional.of("2"), move("c3"));
        house.settle();
        assertThat(ann.heard())
                .containsExactly(
                        "1 seated", "2 seated", "3 started", "you black #1", "ack #1 2", "4 moved", "ack #2 4");
    }

    @Test
    void resumingAndRetryingCanBeSentInOneGo() {
        Pair pair = house.atPlay();
        house.asks(pair.ann(), "1", move("c3"));
        Recorder again = house.visitor();
        house.room.submit(again, Optional.of("2"), resume(pair.ann().token(), 4));
        house.room.submit(again, Optional.of("1"), move("c3"));
        house.settle();
        assertThat(again.heard()).containsExactly("5 returned", "you black #2", "ack #2 5", "ack #1 4");
    }

    @Test
    void whatAGoneConnectionStillAsksForIsNotDone() {
        Pair pair = house.atPlay();
        Recorder cleo = house.visitor();
        house.store.hold();
        house.asks(pair.ann(), "1", move("c3"));
        house.leaves(cleo);
        house.asks(cleo, "1", HELLO);
        house.store.release();
        house.settle();
        assertThat(house.kindsStored()).doesNotContain("Said");
    }

    @Test
    void aConnectionThatIsGoneBeforeItSatDownTakesNoSeat() {
        Recorder ann = house.visitor();
        Recorder cleo = house.visitor();
        house.store.hold();
        house.asks(ann, "1", HELLO);
        house.leaves(cleo);
        house.asks(cleo, "1", SIT);
        house.store.release();
        house.settle();
        assertThat(house.stored().roster().players()).isEmpty();
    }

    @Test
    void aConnectionThatIsGoneRightAfterItSatDownIsDropped() {
        Recorder ann = house.visitor();
        house.store.hold();
        house.asks(ann, "1", SIT);
        house.leaves(ann);
        house.store.release();
        house.settle();
        assertThat(house.kindsStored()).containsExactly("Opened", "Seated", "Dropped");
    }

    @Test
    void aStrangerIsNotHeard() {
        Recorder stranger = new Recorder();
        house.asks(stranger, "1", HELLO);
        assertThat(stranger.heard()).isEmpty();
    }

    @Test
    void aListenerThatDiesWhileHearingHarmsNobody() {
        Pair pair = house.atPlay();
        Recorder cleo = house.visitor();
        cleo.onSend(() -> house.room.leave(cleo));
        pair.ben().onSend(() -> house.room.leave(pair.ben()));
        Recorder dave = house.visitor();
        house.asks(pair.ann(), "1", move("c3"));
        assertThat(dave.heard()).containsExactly("4 moved", "5 dropped");
        assertThat(pair.ann().heard()).containsExactly("4 moved", "ack #1 4", "5 dropped");
    }

    @Test
    void aListenerThatDiesWhileToldOfAFailureHarmsNobody() {
        Pair pair = house.atPlay();
        pair.ann().onSend(() -> house.room.leave(pair.ann()));
        house.store.failing(true);
        house.asks(pair.ann(), "1", move("c3"));
        house.store.failing(false);
        house.passes(1_000);
        assertThat(pair.ben().heard()).containsExactly("4 dropped");
    }

    @Test
    void aConnectionThatDiesAtItsWelcomeIsForgotten() {
        Recorder cleo = new Recorder();
        cleo.onSend(() -> house.room.leave(cleo));
        house.enters(cleo);
        assertThat(house.room.isIdle()).isTrue();
    }
}
