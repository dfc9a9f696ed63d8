package org.parlor.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.parlor.game.Seat;
import org.parlor.room.House.Pair;

class LiveRoomTest {

    private static final Seating.Sit SIT = new Seating.Sit(Optional.empty(), "Guest");
    private static final Command HELLO = new Command.Say("hello");

    private final House house = new House();

    private static Play.Move move(String move) {
        return new Play.Move(move);
    }

    private static Seating.Resume resume(Token token, long since) {
        return new Seating.Resume(Optional.of(token), since);
    }

    private static Seating.Resume catchUp(long since) {
        return new Seating.Resume(Optional.empty(), since);
    }

    @Nested
    class TellingAfterTheCommit {

        @Test
        void aNewcomerHearsTheWelcomeFirst() {
            Recorder ann = new Recorder();
            house.live.join(ann);
            assertThat(ann.heard()).containsExactly("welcome 0");
        }

        @Test
        void nobodyHearsOfAnEventBeforeItIsStored() {
            Pair pair = house.atPlay();
            house.journal.hold();
            house.asks(pair.ann(), "1", move("c3"));
            assertThat(pair.ann().heard()).isEmpty();
            assertThat(pair.ben().heard()).isEmpty();
            house.journal.commitOne();
            house.settle();
            assertThat(pair.ann().heard()).containsExactly("4 moved", "ack #1 4");
            assertThat(pair.ben().heard()).containsExactly("4 moved");
        }

        @Test
        void aNewcomerDuringACommitIsWelcomedToWhatIsStored() {
            Pair pair = house.atPlay();
            house.journal.hold();
            house.asks(pair.ann(), "1", move("c3"));
            Recorder cleo = new Recorder();
            house.live.join(cleo);
            assertThat(cleo.heard()).containsExactly("welcome 3");
            house.journal.release();
            house.settle();
            assertThat(cleo.heard()).containsExactly("4 moved");
        }

        @Test
        void aRefusalOfAPlayerIsStoredBeforeItIsTold() {
            Pair pair = house.atPlay();
            house.journal.hold();
            house.asks(pair.ben(), "1", move("c3"));
            assertThat(pair.ben().heard()).isEmpty();
            house.journal.release();
            house.settle();
            assertThat(pair.ben().heard()).containsExactly("refused #1 not-your-turn");
            assertThat(pair.ann().heard()).isEmpty();
        }

        @Test
        void theSitterHearsEventsThenYouThenAck() {
            Recorder ann = house.visitor();
            house.asks(ann, "1", SIT);
            assertThat(ann.heard()).containsExactly("1 seated", "you black #1", "ack #1 1");
            Recorder ben = house.visitor();
            house.asks(ben, "1", SIT);
            assertThat(ben.heard()).containsExactly("2 seated", "3 started", "you white #1", "ack #1 2");
            assertThat(ann.heard()).containsExactly("2 seated", "3 started");
        }

        @Test
        void theOpeningIsStoredWithTheFirstEventAndNotBefore() {
            Recorder ann = house.visitor();
            house.leaves(ann);
            assertThat(house.journal.lines()).isEmpty();
            house.asks(house.visitor(), "1", HELLO);
            assertThat(house.kindsStored()).containsExactly("Opened", "Said");
        }

        @Test
        void aCommandWithoutIdIsNotAcknowledged() {
            Pair pair = house.atPlay();
            house.live.submit(pair.ann(), Optional.empty(), move("c3"));
            house.settle();
            assertThat(pair.ann().heard()).containsExactly("4 moved");
        }

        @Test
        void whatWaitsDuringACommitGoesIntoOneAppend() {
            Pair pair = house.atPlay();
            int before = house.journal.appends();
            house.journal.hold();
            house.asks(pair.ann(), "1", move("c3"));
            house.asks(pair.ben(), "1", move("c4"));
            house.asks(pair.ann(), "2", move("d3"));
            house.asks(pair.ben(), "2", HELLO);
            assertThat(house.journal.appends()).isEqualTo(before + 1);
            house.journal.release();
            house.settle();
            assertThat(house.journal.appends()).isEqualTo(before + 2);
            assertThat(pair.ann().heard())
                    .containsExactly("4 moved", "ack #1 4", "5 moved", "6 moved", "ack #2 6", "7 said");
        }

        @Test
        void everyoneHearsTheSameTextThatIsStored() {
            Pair pair = house.atPlay();
            house.asks(pair.ann(), "1", move("c3"));
            assertThat(house.journal.lines().get(4).text())
                    .isEqualTo("{\"type\":\"moved\",\"seq\":4,\"at\":" + Gathering.NOON
                            + ",\"seat\":\"black\",\"move\":\"c3\",\"position\":\"5/5/2x2/5/5 w\",\"toMove\":\"white\","
                            + "\"clock\":null}");
        }

        @Test
        void legalMovesAreToldWithoutAnAppend() {
            Pair pair = house.atPlay();
            int before = house.journal.appends();
            house.asks(pair.ann(), "1", new Command.Legal());
            assertThat(pair.ann().heard()).containsExactly("legal #1 3 of 25");
            assertThat(house.journal.appends()).isEqualTo(before);
        }

        @Test
        void aSwapTellsEachPlayerTheNewSeat() {
            Pair pair = house.atPlay();
            house.asks(pair.ann(), "1", new Play.Resign());
            house.asks(pair.ann(), "2", new Bargain.Propose(Offer.Kind.REMATCH, true));
            pair.ann().heard();
            pair.ben().heard();
            house.asks(pair.ben(), "1", new Bargain.Accept(new Bargain.Which.OfKind(Offer.Kind.REMATCH)));
            assertThat(pair.ann().heard()).containsExactly("6 accepted", "7 started", "you white same token");
            assertThat(pair.ben().heard())
                    .containsExactly("6 accepted", "7 started", "you black same token", "ack #1 6");
        }
    }

    @Nested
    class ARetriedCommand {

        @Test
        void isAcknowledgedAgainAndNotCarriedOutTwice() {
            Pair pair = house.atPlay();
            house.asks(pair.ann(), "1", move("c3"));
            pair.ann().heard();
            house.asks(pair.ann(), "1", move("c3"));
            assertThat(pair.ann().heard()).containsExactly("ack #1 4");
            assertThat(house.stored().seq()).isEqualTo(4);
        }

        @Test
        void isRefusedAgainAlsoWhenItWouldBePossibleNow() {
            Pair pair = house.atPlay();
            house.asks(pair.ben(), "1", move("c3"));
            house.asks(pair.ann(), "1", move("d4"));
            pair.ben().heard();
            house.asks(pair.ben(), "1", move("c3"));
            assertThat(pair.ben().heard()).containsExactly("refused #1 not-your-turn");
        }

        @Test
        void isRecognisedWithinOneAppend() {
            Pair pair = house.atPlay();
            house.journal.hold();
            house.asks(pair.ann(), "0", HELLO);
            house.asks(pair.ann(), "1", move("c3"));
            house.asks(pair.ann(), "1", move("c3"));
            house.journal.release();
            house.settle();
            assertThat(pair.ann().heard()).containsExactly("4 said", "ack #0 4", "5 moved", "ack #1 5", "ack #1 5");
        }

        @Test
        void isRecognisedWhileTheFirstIsBeingStored() {
            Pair pair = house.atPlay();
            house.journal.hold();
            house.asks(pair.ann(), "1", move("c3"));
            house.asks(pair.ann(), "1", move("c3"));
            house.journal.release();
            house.settle();
            assertThat(pair.ann().heard()).containsExactly("4 moved", "ack #1 4", "ack #1 4");
        }

        @Test
        void isRecognisedOnAnotherConnection() {
            Pair pair = house.atPlay();
            house.asks(pair.ann(), "1", move("c3"));
            house.leaves(pair.ann());
            Recorder again = house.visitor();
            house.asks(again, "2", resume(pair.ann().token(), 5));
            again.heard();
            house.asks(again, "1", move("c3"));
            assertThat(again.heard()).containsExactly("ack #1 4");
        }

        @Test
        void isRecognisedAfterARestart() {
            Pair pair = house.atPlay();
            house.asks(pair.ann(), "1", move("c3"));
            house.asks(pair.ann(), "2", move("c4"));
            house.restarts();
            Recorder again = house.visitor();
            house.asks(again, "3", resume(pair.ann().token(), 4));
            again.heard();
            house.asks(again, "1", move("c3"));
            house.asks(again, "2", move("c4"));
            assertThat(again.heard()).containsExactly("ack #1 4", "refused #2 not-your-turn");
        }

        @Test
        void belongsToItsPlayerAlone() {
            Pair pair = house.atPlay();
            house.asks(pair.ann(), "1", move("c3"));
            house.asks(pair.ben(), "1", move("c4"));
            assertThat(pair.ben().heard()).containsExactly("4 moved", "5 moved", "ack #1 5");
        }

        @Test
        void ofSittingDownIsAcknowledgedAgain() {
            Recorder ann = house.visitor();
            house.asks(ann, "1", SIT);
            ann.heard();
            house.asks(ann, "1", SIT);
            assertThat(ann.heard()).containsExactly("ack #1 1");
        }
    }

    @Nested
    class AJournalThatFails {

        @Test
        void makesTheCommandUnavailableAndNothingIsTold() {
            Pair pair = house.atPlay();
            house.journal.failing(true);
            house.asks(pair.ann(), "1", move("c3"));
            assertThat(pair.ann().heard()).containsExactly("refused #1 unavailable");
            assertThat(pair.ben().heard()).isEmpty();
        }

        @Test
        void makesEverythingThatWaitsUnavailable() {
            Pair pair = house.atPlay();
            house.journal.hold();
            house.asks(pair.ann(), "1", move("c3"));
            house.asks(pair.ben(), "1", HELLO);
            house.journal.failing(true);
            house.journal.release();
            house.settle();
            assertThat(pair.ann().heard()).containsExactly("refused #1 unavailable");
            assertThat(pair.ben().heard()).containsExactly("refused #1 unavailable");
        }

        @Test
        void letsTheSameCommandThroughOnceItWorksAgain() {
            Pair pair = house.atPlay();
            house.journal.failing(true);
            house.asks(pair.ann(), "1", move("c3"));
            house.journal.failing(false);
            pair.ann().heard();
            house.asks(pair.ann(), "1", move("c3"));
            assertThat(pair.ann().heard()).containsExactly("4 moved", "ack #1 4");
        }

        @Test
        void storesTheOpeningOnceItWorksAgain() {
            Recorder ann = house.visitor();
            house.journal.failing(true);
            house.asks(ann, "1", SIT);
            house.journal.failing(false);
            house.asks(ann, "1", SIT);
            assertThat(ann.heard()).containsExactly("refused #1 unavailable", "1 seated", "you black #1", "ack #1 1");
            assertThat(house.kindsStored()).containsExactly("Opened", "Seated");
        }

        @Test
        void delaysADropUntilATickFindsItWorking() {
            Pair pair = house.atPlay();
            house.journal.failing(true);
            house.leaves(pair.ben());
            assertThat(house.live.isIdle()).isFalse();
            house.journal.failing(false);
            house.ticks();
            assertThat(pair.ann().heard()).containsExactly("4 dropped");
        }

        @Test
        void whileDroppingLosesNoOrder() {
            Pair pair = house.atPlay();
            house.journal.failing(true);
            house.leaves(pair.ben());
            house.journal.failing(false);
            Recorder again = house.visitor();
            house.asks(again, "1", resume(pair.ben().token(), 3));
            assertThat(again.heard())
                    .containsExactly("4 dropped", "4 dropped", "5 returned", "you white #1", "ack #1 5");
            assertThat(house.stored().player(Seat.WHITE).orElseThrow().connected())
                    .isTrue();
        }

        @Test
        void atCatchingUpSendsTheVisitorAwayForAMoment() {
            house.atPlay();
            Recorder cleo = house.visitor();
            house.journal.unreadable(true);
            house.asks(cleo, "1", catchUp(0));
            assertThat(cleo.heard()).contains("closed 1013");
        }
    }

    @Nested
    class AnotherServerWroteFirst {

        @Test
        void soTheCommandIsDecidedAgainOnWhatItWrote() {
            Pair pair = house.atPlay();
            house.journal.storedElsewhere(house.stored(), new Event.Moved(Seat.BLACK, "a1"));
            house.asks(pair.ann(), "1", move("c3"));
            assertThat(pair.ann().heard()).containsExactly("4 moved", "refused #1 not-your-turn");
            assertThat(pair.ben().heard()).containsExactly("4 moved");
        }

        @Test
        void andTheCommandStandsIfItStillFits() {
            Pair pair = house.atPlay();
            house.journal.storedElsewhere(
                    house.stored(), new Event.Said(Optional.empty(), Optional.empty(), "from afar"));
            house.asks(pair.ann(), "1", move("c3"));
            assertThat(pair.ann().heard()).containsExactly("4 said", "5 moved", "ack #1 5");
            assertThat(house.stored().plies()).hasSize(1);
        }

        @Test
        void andARetryThatTheOtherServerCarriedOutIsAcknowledged() {
            Pair pair = house.atPlay();
            house.journal.storedElsewhere(house.stored(), new Event.Moved(Seat.BLACK, "c3"));
            house.journal.answeredElsewhere(new Answer(1, "1", 4, Optional.empty()));
            house.asks(pair.ann(), "1", move("c3"));
            assertThat(pair.ann().heard()).containsExactly("4 moved", "ack #1 4");
        }

        @Test
        void soWhatWaitedKeepsItsOrder() {
            Pair pair = house.atPlay();
            house.journal.hold();
            house.asks(pair.ann(), "1", move("c3"));
            house.asks(pair.ben(), "1", move("c4"));
            house.asks(pair.ann(), "2", move("d3"));
            house.journal.storedElsewhere(
                    house.stored(), new Event.Said(Optional.empty(), Optional.empty(), "from afar"));
            house.journal.release();
            house.settle();
            assertThat(house.stored().plies()).extracting(Ply::move).containsExactly("c3", "c4", "d3");
        }

        @Test
        void soAFreshRoomThatExistsAlreadySendsItsPeopleThere() {
            Recorder ann = house.visitor();
            House elsewhere = new House();
            elsewhere.atPlay();
            house.journal.lines().addAll(elsewhere.journal.lines());
            house.asks(ann, "1", SIT);
            assertThat(ann.heard()).containsExactly("closed 1012");
            assertThat(house.live.isClosed()).isTrue();
        }

        @Test
        void andAListenerThatDiesWhileHearingOfItHarmsNobody() {
            Pair pair = house.atPlay();
            Recorder cleo = house.visitor();
            cleo.onSend(() -> house.live.leave(cleo));
            Recorder dave = house.visitor();
            house.journal.storedElsewhere(
                    house.stored(), new Event.Said(Optional.empty(), Optional.empty(), "from afar"));
            house.asks(pair.ann(), "1", move("c3"));
            assertThat(dave.heard()).containsExactly("4 said", "5 moved");
            assertThat(pair.ann().heard()).containsExactly("4 said", "5 moved", "ack #1 5");
        }
    }

    @Nested
    class ComingAndGoing {

        @Test
        void aLostConnectionIsToldToTheOthers() {
            Pair pair = house.atPlay();
            house.leaves(pair.ben());
            assertThat(pair.ann().heard()).containsExactly("4 dropped");
        }

        @Test
        void aLostConnectionIsToldOnce() {
            Pair pair = house.atPlay();
            house.journal.hold();
            house.leaves(pair.ben());
            house.leaves(pair.ben());
            house.journal.release();
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
        void theOlderConnectionCanNoLongerMove() {
            Pair pair = house.atPlay();
            house.asks(house.visitor(), "1", resume(pair.ann().token(), 3));
            pair.ann().heard();
            house.asks(pair.ann(), "1", move("c3"));
            assertThat(pair.ann().heard()).containsExactly("refused #1 not-seated");
        }

        @Test
        void resumingOnTheSameConnectionKeepsIt() {
            Pair pair = house.atPlay();
            house.asks(pair.ann(), "1", resume(pair.ann().token(), 3));
            house.asks(pair.ann(), "2", move("c3"));
            assertThat(pair.ann().heard())
                    .containsExactly("4 returned", "you black #1", "ack #1 4", "5 moved", "ack #2 5");
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
            house.asks(pair.ben(), "1", new Seating.Leave());
            assertThat(pair.ben().heard()).containsExactly("4 ended", "5 left", "ack #1 4", "closed 1000");
            house.leaves(pair.ben());
            assertThat(pair.ann().heard()).containsExactly("4 ended", "5 left");
        }

        @Test
        void aSpectatorWhoLeavesIsAcknowledgedToo() {
            Recorder cleo = house.visitor();
            house.asks(cleo, "1", new Seating.Leave());
            assertThat(cleo.heard()).containsExactly("ack #1 0", "closed 1000");
        }

        @Test
        void sittingDownAndMovingCanBeSentInOneGo() {
            Recorder ann = house.visitor();
            Recorder ben = house.visitor();
            house.asks(ben, "1", new Seating.Sit(Optional.of(Seat.WHITE), "Ben"));
            house.live.submit(ann, Optional.of("1"), SIT);
            house.live.submit(ann, Optional.of("2"), move("c3"));
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
            house.live.submit(again, Optional.of("2"), resume(pair.ann().token(), 4));
            house.live.submit(again, Optional.of("1"), move("c3"));
            house.settle();
            assertThat(again.heard()).containsExactly("5 returned", "you black #2", "ack #2 5", "ack #1 4");
        }

        @Test
        void whatAGoneConnectionStillAsksForIsNotDone() {
            Pair pair = house.atPlay();
            Recorder cleo = house.visitor();
            house.journal.hold();
            house.asks(pair.ann(), "1", move("c3"));
            house.leaves(cleo);
            house.asks(cleo, "1", HELLO);
            house.journal.release();
            house.settle();
            assertThat(house.kindsStored()).doesNotContain("Said");
        }

        @Test
        void aConnectionThatIsGoneBeforeItSatDownTakesNoSeat() {
            Recorder ann = house.visitor();
            Recorder cleo = house.visitor();
            house.journal.hold();
            house.asks(ann, "1", HELLO);
            house.leaves(cleo);
            house.asks(cleo, "1", SIT);
            house.journal.release();
            house.settle();
            assertThat(house.stored().seats()).isEmpty();
        }

        @Test
        void aConnectionThatIsGoneRightAfterItSatDownIsDropped() {
            Recorder ann = house.visitor();
            house.journal.hold();
            house.asks(ann, "1", SIT);
            house.leaves(ann);
            house.journal.release();
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
            cleo.onSend(() -> house.live.leave(cleo));
            pair.ben().onSend(() -> house.live.leave(pair.ben()));
            Recorder dave = house.visitor();
            house.asks(pair.ann(), "1", move("c3"));
            assertThat(dave.heard()).containsExactly("4 moved", "5 dropped");
            assertThat(pair.ann().heard()).containsExactly("4 moved", "ack #1 4", "5 dropped");
        }

        @Test
        void aListenerThatDiesWhileToldOfAFailureHarmsNobody() {
            Pair pair = house.atPlay();
            pair.ann().onSend(() -> house.live.leave(pair.ann()));
            house.journal.failing(true);
            house.asks(pair.ann(), "1", move("c3"));
            house.journal.failing(false);
            house.ticks();
            assertThat(pair.ben().heard()).containsExactly("4 dropped");
        }

        @Test
        void aConnectionThatDiesAtItsWelcomeIsForgotten() {
            Recorder cleo = new Recorder();
            cleo.onSend(() -> house.live.leave(cleo));
            house.live.join(cleo);
            assertThat(house.live.isIdle()).isTrue();
        }
    }

    @Nested
    class AfterARestart {

        @Test
        void whoWasConnectedIsDropped() {
            house.atPlay();
            house.restarts();
            assertThat(house.kindsStored()).endsWith("Started", "Dropped", "Dropped");
            assertThat(house.stored().seats().values()).noneMatch(Player::connected);
            assertThat(house.live.isIdle()).isTrue();
        }

        @Test
        void whoWasNotConnectedIsNotDroppedAgain() {
            Pair pair = house.atPlay();
            house.leaves(pair.ann());
            house.restarts();
            house.restarts();
            assertThat(house.kindsStored()).endsWith("Started", "Dropped", "Dropped");
        }

        @Test
        void aPlayerComesBackAndPlaysOn() {
            Pair pair = house.atPlay();
            house.asks(pair.ann(), "1", move("c3"));
            house.restarts();
            Recorder again = house.visitor();
            house.asks(again, "1", resume(pair.ben().token(), 4));
            house.asks(again, "2", move("c4"));
            assertThat(again.heard())
                    .containsExactly(
                            "5 dropped", "6 dropped", "7 returned", "you white #1", "ack #1 7", "8 moved", "ack #2 8");
        }

        @Test
        void aPlayerIsBackBeforeTheDropIsStoredAndStaysConnected() {
            Pair pair = house.atPlay();
            house.journal.hold();
            house.live = LiveRoom.returned(house.stored(), house.journal.answers("r"), house.around);
            Recorder again = house.visitor();
            house.asks(again, "1", resume(pair.ann().token(), 3));
            house.journal.release();
            house.settle();
            assertThat(house.kindsStored()).endsWith("Dropped", "Dropped", "Returned");
            assertThat(house.stored().player(Seat.BLACK).orElseThrow().connected())
                    .isTrue();
        }

        @Test
        void dropsThatFailAreTriedAgain() {
            house.atPlay();
            house.journal.failing(true);
            house.restarts();
            house.journal.failing(false);
            house.ticks();
            assertThat(house.kindsStored()).endsWith("Started", "Dropped", "Dropped");
        }

        /** The commit may be over before the room is: its thread must wait for the room's lock. */
        @Test
        @Timeout(30)
        void theRoomIsLockedWhileItDropsThem() {
            house.asks(house.visitor(), "1", SIT);
            AtomicReference<Thread.State> seen = new AtomicReference<>();
            Executor atOnce = task -> {
                Thread thread = new Thread(task);
                thread.start();
                while (thread.getState() != Thread.State.BLOCKED && thread.getState() != Thread.State.TERMINATED) {
                    Thread.onSpinWait();
                }
                seen.set(thread.getState());
            };
            Surroundings eager =
                    new Surroundings(house.journal, Gathering.CODEC, atOnce, house.clock, house.around.random());
            LiveRoom.returned(house.stored(), List.of(), eager);
            assertThat(seen).hasValue(Thread.State.BLOCKED);
        }
    }

    @Nested
    class TheEnd {

        private Pair over() {
            Pair pair = house.atPlay();
            house.asks(pair.ann(), "end", new Play.Resign());
            pair.ann().heard();
            pair.ben().heard();
            return pair;
        }

        @Test
        void comesWhenTheRematchWindowHasPassed() {
            Pair pair = over();
            house.clock.passMillis(House.REMATCH_MILLIS - 1);
            house.ticks();
            assertThat(pair.ann().heard()).isEmpty();
            house.clock.passMillis(1);
            house.ticks();
            assertThat(pair.ann().heard()).containsExactly("closed 1000");
            assertThat(pair.ben().heard()).containsExactly("closed 1000");
        }

        @Test
        void isLaterForWhoCameLater() {
            Pair pair = over();
            house.clock.passMillis(House.REMATCH_MILLIS - 1);
            Recorder cleo = house.visitor();
            house.clock.passMillis(1);
            house.ticks();
            assertThat(pair.ann().heard()).containsExactly("closed 1000");
            assertThat(cleo.heard()).isEmpty();
            house.clock.passMillis(House.REMATCH_MILLIS);
            house.ticks();
            assertThat(cleo.heard()).containsExactly("closed 1000");
        }

        @Test
        void doesNotComeAfterARematch() {
            Pair pair = over();
            house.asks(pair.ann(), "1", new Bargain.Propose(Offer.Kind.REMATCH, false));
            house.asks(pair.ben(), "1", new Bargain.Accept(new Bargain.Which.OfKind(Offer.Kind.REMATCH)));
            pair.ann().heard();
            house.clock.passMillis(House.REMATCH_MILLIS * 2);
            house.ticks();
            assertThat(pair.ann().heard()).isEmpty();
        }

        @Test
        void doesNotComeToARoomThatWaitsOrPlays() {
            Pair pair = house.atPlay();
            house.clock.passMillis(House.REMATCH_MILLIS * 100);
            house.ticks();
            assertThat(pair.ann().heard()).isEmpty();
        }

        @Test
        void leavesARoomIdleOnceEveryoneIsGone() {
            Pair pair = over();
            house.leaves(pair.ann());
            assertThat(house.live.isIdle()).isFalse();
            house.leaves(pair.ben());
            assertThat(house.live.isIdle()).isTrue();
        }
    }

    @Nested
    class AClosedRoom {

        @Test
        void sendsEveryoneAway() {
            Pair pair = house.atPlay();
            Recorder cleo = house.visitor();
            house.live.close(Goodbye.RESTART);
            assertThat(pair.ann().heard()).containsExactly("closed 1012");
            assertThat(cleo.heard()).containsExactly("closed 1012");
            assertThat(house.live.isClosed()).isTrue();
        }

        @Test
        void storesWhatWasDecidedAndNothingElse() {
            Pair pair = house.atPlay();
            house.journal.hold();
            house.asks(pair.ann(), "1", move("c3"));
            house.asks(pair.ben(), "1", move("c4"));
            house.live.close(Goodbye.RESTART);
            house.asks(pair.ann(), "2", HELLO);
            house.leaves(pair.ben());
            house.journal.release();
            house.settle();
            assertThat(house.kindsStored()).endsWith("Started", "Moved");
        }

        @Test
        void refusesCommandsAndNewcomers() {
            Pair pair = house.atPlay();
            house.live.close(Goodbye.RESTART);
            pair.ann().heard();
            house.asks(pair.ann(), "1", move("c3"));
            assertThat(pair.ann().heard()).containsExactly("refused #1 unavailable");
            Recorder cleo = new Recorder();
            house.live.join(cleo);
            assertThat(cleo.heard()).containsExactly("welcome 3", "closed 1012");
        }

        @Test
        void storesWhatWasDecidedAlsoWhenAnotherServerWasFirst() {
            Pair pair = house.atPlay();
            house.journal.hold();
            house.asks(pair.ann(), "1", move("c3"));
            house.journal.storedElsewhere(
                    house.stored(), new Event.Said(Optional.empty(), Optional.empty(), "from afar"));
            house.live.close(Goodbye.RESTART);
            house.journal.release();
            house.settle();
            assertThat(house.kindsStored()).endsWith("Started", "Said", "Moved");
        }
    }

    @Nested
    class ALongLine {

        @Test
        void ofCommandsIsCutShortWithUnavailable() {
            Pair pair = house.atPlay();
            house.journal.hold();
            house.asks(pair.ann(), "first", HELLO);
            for (int i = 0; i < 1001; i++) {
                house.asks(pair.ben(), "say" + i, HELLO);
            }
            assertThat(pair.ben().heard()).containsExactly("refused #say1000 unavailable");
            house.journal.release();
            house.settle();
            assertThat(house.stored().seq()).isEqualTo(3 + 1 + 1000);
        }
    }
}
