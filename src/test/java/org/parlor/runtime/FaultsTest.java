package org.parlor.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parlor.runtime.House.HELLO;
import static org.parlor.runtime.House.SIT;
import static org.parlor.runtime.House.catchUp;
import static org.parlor.runtime.House.move;
import static org.parlor.runtime.House.resume;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.parlor.game.Seat;
import org.parlor.log.CommandId;
import org.parlor.room.Event;
import org.parlor.room.Gathering;
import org.parlor.room.Offer;
import org.parlor.room.PlayCommand;
import org.parlor.room.Player;
import org.parlor.room.Ply;
import org.parlor.room.Token;
import org.parlor.runtime.House.Pair;

/** A room whose store fails, is overtaken by another server, or outlives it. */
class FaultsTest {

    private final House house = new House();

    @Nested
    class AStoreWhoseWordIsLost {

        @Test
        void hasTheMoveToldLateAndOnce() {
            Pair pair = house.atPlay();
            house.store.losingWord(true);
            house.asks(pair.ann(), "1", move("c3"));
            assertThat(pair.ann().heard()).containsExactly("refused #1 unavailable");
            house.store.losingWord(false);
            house.asks(pair.ann(), "1", move("c3"));
            assertThat(pair.ann().heard()).containsExactly("4 moved", "ack #1 4", "ack #1 4");
            assertThat(pair.ben().heard()).containsExactly("4 moved");
        }

        @Test
        void hasTheSeatTakenOnceAndItsTokenGiven() {
            Recorder ann = house.visitor();
            house.store.losingWord(true);
            house.asks(ann, "1", SIT);
            house.store.losingWord(false);
            house.asks(ann, "1", SIT);
            assertThat(ann.heard())
                    .containsExactly("refused #1 unavailable", "1 seated", "you black #1", "ack #1 1", "ack #1 1");
        }

        @Test
        void doesNotLeaveASeatConnectedWhosePlayerHasGone() {
            Recorder ann = house.visitor();
            house.store.losingWord(true);
            house.asks(ann, "1", SIT);
            house.leaves(ann);
            house.store.losingWord(false);
            Recorder ben = house.visitor();
            house.asks(ben, "1", SIT);
            assertThat(ben.heard()).contains("1 seated", "4 dropped");
        }
    }

    @Nested
    class AStoreThatFails {

        @Test
        void makesTheCommandUnavailableAndNothingIsTold() {
            Pair pair = house.atPlay();
            house.store.failing(true);
            house.asks(pair.ann(), "1", move("c3"));
            assertThat(pair.ann().heard()).containsExactly("refused #1 unavailable");
            assertThat(pair.ben().heard()).isEmpty();
        }

        @Test
        void makesEverythingThatWaitsUnavailable() {
            Pair pair = house.atPlay();
            house.store.hold();
            house.asks(pair.ann(), "1", move("c3"));
            house.asks(pair.ben(), "1", HELLO);
            house.store.failing(true);
            house.store.release();
            house.settle();
            assertThat(pair.ann().heard()).containsExactly("refused #1 unavailable");
            assertThat(pair.ben().heard()).containsExactly("refused #1 unavailable");
        }

        @Test
        void letsTheSameCommandThroughOnceItWorksAgain() {
            Pair pair = house.atPlay();
            house.store.failing(true);
            house.asks(pair.ann(), "1", move("c3"));
            house.store.failing(false);
            pair.ann().heard();
            house.asks(pair.ann(), "1", move("c3"));
            assertThat(pair.ann().heard()).containsExactly("4 moved", "ack #1 4");
        }

        @Test
        void storesTheOpeningOnceItWorksAgain() {
            Recorder ann = house.visitor();
            house.store.failing(true);
            house.asks(ann, "1", SIT);
            house.store.failing(false);
            house.asks(ann, "1", SIT);
            assertThat(ann.heard()).containsExactly("refused #1 unavailable", "1 seated", "you black #1", "ack #1 1");
            assertThat(house.kindsStored()).containsExactly("Opened", "Seated");
        }

        @Test
        void delaysADropUntilATickFindsItWorking() {
            Pair pair = house.atPlay();
            house.store.failing(true);
            house.leaves(pair.ben());
            assertThat(house.room.isIdle()).isFalse();
            house.store.failing(false);
            house.passes(1_000);
            assertThat(pair.ann().heard()).containsExactly("4 dropped");
        }

        @Test
        void whileDroppingLosesNoOrder() {
            Pair pair = house.atPlay();
            house.store.failing(true);
            house.leaves(pair.ben());
            house.store.failing(false);
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
            house.talks();
            Recorder cleo = house.visitor();
            house.store.unreadable(true);
            house.asks(cleo, "1", catchUp(0));
            assertThat(cleo.heard()).contains("closed 1013");
        }
    }

    @Nested
    class AnErrorOfTheJvm {

        @Test
        void whileTheLogIsReadSendsAwayWhoWaitsForItAndNobodyElse() {
            Pair pair = house.atPlay();
            house.talks();
            Recorder cleo = house.visitor();
            house.store.onRead(() -> {
                throw new StackOverflowError("a log that is too deep");
            });
            house.asks(cleo, "1", catchUp(0));
            assertThat(cleo.heard()).contains("closed 1013");
            house.asks(pair.ann(), "1", move("c3"));
            assertThat(pair.ann().heard()).endsWith("ack #1 " + house.stored().seq());
        }

        @Test
        void whileNewsIsToldSendsEveryoneToReadTheRoomAnew() {
            Pair pair = house.atPlay();
            pair.ben().onSend(() -> {
                throw new NoClassDefFoundError("a game whose jar has changed");
            });
            house.asks(pair.ann(), "1", move("c3"));
            assertThat(house.isClosed()).isTrue();
            assertThat(pair.ann().heard()).endsWith("closed 1012");
        }
    }

    @Nested
    @Timeout(30)
    class AStoreThatHangsWhileItIsRead {

        private final CountDownLatch reading = new CountDownLatch(1);
        private final CountDownLatch hangs = new CountDownLatch(1);

        private Thread hanging() throws InterruptedException {
            house.store.onRead(() -> {
                reading.countDown();
                awaitUninterruptibly(hangs);
            });
            Runnable read = house.reads.remove();
            Thread reader = new Thread(read);
            reader.start();
            reading.await();
            return reader;
        }

        private static void awaitUninterruptibly(CountDownLatch latch) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Test
        void keepsNobodyWaitingButWhoWantsToKnow() throws InterruptedException {
            Pair pair = house.atPlay();
            house.talks();
            pair.ann().heard();
            long seq = house.stored().seq();
            Recorder cleo = house.visitor();
            house.room.submit(cleo, Optional.of("1"), catchUp(seq - 70));
            Thread reader = hanging();
            house.asks(pair.ann(), "1", move("c3"));
            Recorder dave = house.visitor();
            house.asks(dave, "1", catchUp(seq));
            assertThat(pair.ann().heard()).containsExactly(seq + 1 + " moved", "ack #1 " + (seq + 1));
            assertThat(dave.heard()).containsExactly(seq + 1 + " moved", "ack #1 " + (seq + 1));
            assertThat(cleo.heard()).isEmpty();
            hangs.countDown();
            reader.join();
            assertThat(cleo.heard()).hasSize(72).endsWith(seq + " said", "ack #1 " + seq, seq + 1 + " moved");
        }

        @Test
        void afterAnotherServerWroteKeepsTheTimerNotWaiting() throws InterruptedException {
            Pair pair = house.atPlay();
            house.store.storedElsewhere(new Event.Said(Optional.empty(), Optional.empty(), "from afar"));
            house.room.submit(pair.ann(), Optional.of("1"), move("c3"));
            house.tasks.remove().run();
            Thread reader = hanging();
            house.timers.runDue();
            assertThat(house.room.isIdle()).isFalse();
            hangs.countDown();
            reader.join();
            house.settle();
            assertThat(pair.ann().heard()).containsExactly("4 said", "5 moved", "ack #1 5");
        }
    }

    @Nested
    class AnotherServerWroteFirst {

        @Test
        void soTheCommandIsDecidedAgainOnWhatItWrote() {
            Pair pair = house.atPlay();
            house.store.storedElsewhere(new Event.Moved(Seat.BLACK, "a1"));
            house.asks(pair.ann(), "1", move("c3"));
            assertThat(pair.ann().heard()).containsExactly("4 moved", "refused #1 not-your-turn");
            assertThat(pair.ben().heard()).containsExactly("4 moved");
        }

        @Test
        void andTheCommandStandsIfItStillFits() {
            Pair pair = house.atPlay();
            house.store.storedElsewhere(new Event.Said(Optional.empty(), Optional.empty(), "from afar"));
            house.asks(pair.ann(), "1", move("c3"));
            assertThat(pair.ann().heard()).containsExactly("4 said", "5 moved", "ack #1 5");
            assertThat(house.stored().match().history().plies()).hasSize(1);
        }

        @Test
        void andARetryThatTheOtherServerCarriedOutIsAcknowledged() {
            Pair pair = house.atPlay();
            house.store.storedElsewhere(new Event.Moved(Seat.BLACK, "c3"), Optional.of(new CommandId(1, "1")));
            house.asks(pair.ann(), "1", move("c3"));
            assertThat(pair.ann().heard()).containsExactly("4 moved", "ack #1 4");
        }

        @Test
        void soWhatWaitedKeepsItsOrder() {
            Pair pair = house.atPlay();
            house.store.hold();
            house.asks(pair.ann(), "1", move("c3"));
            house.asks(pair.ben(), "1", move("c4"));
            house.asks(pair.ann(), "2", move("d3"));
            house.store.storedElsewhere(new Event.Said(Optional.empty(), Optional.empty(), "from afar"));
            house.store.release();
            house.settle();
            assertThat(house.stored().match().history().plies())
                    .extracting(Ply::move)
                    .containsExactly("c3", "c4", "d3");
        }

        @Test
        void soAFreshRoomThatExistsAlreadySendsItsPeopleThere() {
            Recorder ann = house.visitor();
            House elsewhere = new House();
            elsewhere.atPlay();
            house.store.copy(elsewhere.store);
            house.asks(ann, "1", SIT);
            assertThat(ann.heard()).containsExactly("closed 1012");
            assertThat(house.isClosed()).isTrue();
        }

        @Test
        void soNobodyWinsByAClaimAgainstAPlayerWhoIsHere() {
            Pair pair = house.atPlay();
            house.store.storedElsewhere(new Event.Dropped(Seat.BLACK));
            house.clock.passMillis(Gathering.PATIENCE.toMillis() + 1);
            house.asks(pair.ben(), "1", new PlayCommand.Claim());
            assertThat(pair.ben().heard()).containsExactly("4 dropped", "5 returned", "refused #1 too-early");
        }

        @Test
        void soAPlayerWhomItTookForLostIsBackAtOnceAndIsNotAwayWhileHere() {
            Pair pair = house.atPlay();
            house.store.storedElsewhere(new Event.Dropped(Seat.BLACK));
            house.asks(pair.ben(), "1", HELLO);
            assertThat(pair.ann().heard()).containsExactly("4 dropped", "5 returned", "6 said");
            house.clock.passMillis(Gathering.PATIENCE.toMillis());
            house.asks(pair.ben(), "2", new PlayCommand.Claim());
            assertThat(pair.ben().heard())
                    .containsExactly("4 dropped", "5 returned", "6 said", "ack #1 6", "refused #2 too-early");
            assertThat(house.metrics.counted).doesNotContain("stay accepted");
        }

        @Test
        void soAPlayerWhomItTookForLostKeepsTheTokenWhateverTheyDoMeanwhile() {
            Pair pair = house.atPlay();
            house.store.storedElsewhere(new Event.Dropped(Seat.BLACK));
            house.room.submit(pair.ann(), Optional.of("1"), move("c3"));
            house.room.submit(pair.ann(), Optional.of("2"), HELLO);
            house.settle();
            house.leaves(pair.ann());
            Recorder again = house.visitor();
            house.asks(again, "3", resume(pair.ann().token(), house.stored().seq()));
            assertThat(again.heard()).contains("you black #3");
        }

        @Test
        void soAPlayerWhomItTookForLostCanComeBackWithEitherTokenOfAnAnswerThatWasLost() {
            Pair pair = house.atPlay();
            Token first = pair.ann().token();
            Recorder again = house.visitor();
            house.asks(again, "1", resume(first, 3));
            house.store.storedElsewhere(new Event.Dropped(Seat.BLACK));
            house.asks(pair.ben(), "2", HELLO);
            house.leaves(again);
            Recorder third = house.visitor();
            house.asks(third, "3", resume(first, house.stored().seq()));
            assertThat(third.heard()).contains("you black #3");
        }

        @Test
        void soAPlayerWhoseSeatWasGivenAwayThereIsSentAway() {
            Recorder ann = house.visitor();
            house.asks(ann, "1", SIT);
            house.store.storedElsewhere(new Event.Left(Seat.BLACK), new Event.Seated(Seat.BLACK, "Cleo", "key"));
            house.asks(house.visitor(), "2", HELLO);
            assertThat(ann.heard()).containsExactly("1 seated", "you black #1", "ack #1 1", "2 left", "closed 4409");
        }

        @Test
        void soAConnectionWhosePlayerCameBackThereIsClosedAndDropsNobody() {
            Pair pair = house.atPlay();
            Token ann = pair.ann().token();
            house.store.storedElsewhere(new Event.Returned(
                    Seat.BLACK, Token.mint(new SecureRandom()).hash(), Optional.of(ann.hash())));
            house.leaves(pair.ann());
            house.asks(pair.ben(), "1", HELLO);
            assertThat(pair.ann().heard()).containsExactly("4 returned", "closed 4409");
            assertThat(house.kindsStored()).doesNotContain("Dropped");
        }

        @Test
        void soPlayersWhoChangedSeatsThereAreToldTheirs() {
            Pair pair = house.atPlay();
            house.asks(pair.ann(), "1", new PlayCommand.Resign());
            pair.ann().heard();
            pair.ben().heard();
            house.store.storedElsewhere(
                    new Event.Offered(Seat.BLACK, Offer.Kind.REMATCH, true),
                    new Event.Accepted(Seat.WHITE, 5, Offer.Kind.REMATCH, 0, false),
                    new Event.Started(2, true));
            house.asks(pair.ben(), "2", HELLO);
            assertThat(pair.ann().heard()).contains("you white same token");
            assertThat(pair.ben().heard()).contains("you black same token");
        }

        @Test
        void andAListenerThatDiesWhileHearingOfItHarmsNobody() {
            Pair pair = house.atPlay();
            Recorder cleo = house.visitor();
            cleo.onSend(() -> house.room.leave(cleo));
            Recorder dave = house.visitor();
            house.store.storedElsewhere(new Event.Said(Optional.empty(), Optional.empty(), "from afar"));
            house.asks(pair.ann(), "1", move("c3"));
            assertThat(dave.heard()).containsExactly("4 said", "5 moved");
            assertThat(pair.ann().heard()).containsExactly("4 said", "5 moved", "ack #1 5");
        }
    }

    @Nested
    class AfterARestart {

        @Test
        void whoWasConnectedIsDropped() {
            house.atPlay();
            house.restarts();
            assertThat(house.kindsStored()).endsWith("Started", "Dropped", "Dropped");
            assertThat(house.stored().roster().players().values()).noneMatch(Player::connected);
            assertThat(house.room.isIdle()).isTrue();
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
            house.store.hold();
            house.reopens();
            Recorder again = house.visitor();
            house.asks(again, "1", resume(pair.ann().token(), 3));
            house.store.release();
            house.settle();
            assertThat(house.kindsStored()).endsWith("Dropped", "Dropped", "Returned");
            assertThat(house.stored().player(Seat.BLACK).orElseThrow().connected())
                    .isTrue();
        }

        @Test
        void dropsThatFailAreTriedAgain() {
            house.atPlay();
            house.store.failing(true);
            house.restarts();
            house.store.failing(false);
            house.passes(1_000);
            assertThat(house.kindsStored()).endsWith("Started", "Dropped", "Dropped");
        }
    }
}
