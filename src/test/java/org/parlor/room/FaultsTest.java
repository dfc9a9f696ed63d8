package org.parlor.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parlor.room.House.HELLO;
import static org.parlor.room.House.SIT;
import static org.parlor.room.House.catchUp;
import static org.parlor.room.House.move;
import static org.parlor.room.House.resume;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.parlor.game.Seat;
import org.parlor.room.House.Pair;

/** A live room whose journal fails, is overtaken by another server, or outlives it. */
class FaultsTest {

    private final House house = new House();

    @Nested
    class AJournalWhoseWordIsLost {

        @Test
        void hasTheMoveToldLateAndOnce() {
            Pair pair = house.atPlay();
            house.journal.losingWord(true);
            house.asks(pair.ann(), "1", move("c3"));
            assertThat(pair.ann().heard()).containsExactly("refused #1 unavailable");
            house.journal.losingWord(false);
            house.asks(pair.ann(), "1", move("c3"));
            assertThat(pair.ann().heard()).containsExactly("4 moved", "ack #1 4", "ack #1 4");
            assertThat(pair.ben().heard()).containsExactly("4 moved");
        }

        @Test
        void hasTheSeatTakenOnceAndItsTokenGiven() {
            Recorder ann = house.visitor();
            house.journal.losingWord(true);
            house.asks(ann, "1", SIT);
            house.journal.losingWord(false);
            house.asks(ann, "1", SIT);
            assertThat(ann.heard())
                    .containsExactly("refused #1 unavailable", "1 seated", "you black #1", "ack #1 1", "ack #1 1");
        }

        @Test
        void doesNotLeaveASeatConnectedWhosePlayerHasGone() {
            Recorder ann = house.visitor();
            house.journal.losingWord(true);
            house.asks(ann, "1", SIT);
            house.leaves(ann);
            house.journal.losingWord(false);
            Recorder ben = house.visitor();
            house.asks(ben, "1", SIT);
            assertThat(ben.heard()).contains("1 seated", "4 dropped");
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
    class AnErrorOfTheJvm {

        @Test
        void whileTheLogIsReadSendsEveryoneToReadTheRoomAnew() {
            Pair pair = house.atPlay();
            Recorder cleo = house.visitor();
            house.journal.onRead(() -> {
                throw new StackOverflowError("a log that is too deep");
            });
            house.asks(cleo, "1", catchUp(0));
            assertThat(house.live.isClosed()).isTrue();
            assertThat(pair.ann().heard()).containsExactly("closed 1012");
        }

        @Test
        void whileNewsIsToldSendsEveryoneToReadTheRoomAnew() {
            Pair pair = house.atPlay();
            pair.ben().onSend(() -> {
                throw new NoClassDefFoundError("a game whose jar has changed");
            });
            house.asks(pair.ann(), "1", move("c3"));
            assertThat(house.live.isClosed()).isTrue();
            assertThat(pair.ann().heard()).endsWith("closed 1012");
        }
    }

    @Nested
    @Timeout(30)
    class AJournalThatHangsWhileItIsRead {

        private final CountDownLatch reading = new CountDownLatch(1);
        private final CountDownLatch hangs = new CountDownLatch(1);

        private Thread hanging() throws InterruptedException {
            house.journal.onRead(() -> {
                reading.countDown();
                awaitUninterruptibly(hangs);
            });
            Thread reader = new Thread(house::settle);
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
        void keepsNeitherTheTimerNorNewcomersWaiting() throws InterruptedException {
            Pair pair = house.atPlay();
            Recorder cleo = house.visitor();
            house.live.submit(cleo, Optional.of("1"), catchUp(2));
            Thread reader = hanging();
            house.live.tick(House.REMATCH_MILLIS);
            assertThat(house.live.isIdle()).isFalse();
            house.live.submit(pair.ann(), Optional.of("1"), move("c3"));
            house.live.join(new Recorder());
            assertThat(pair.ann().heard()).isEmpty();
            hangs.countDown();
            reader.join();
            assertThat(cleo.heard()).containsExactly("3 started", "ack #1 3", "4 moved");
            assertThat(pair.ann().heard()).containsExactly("4 moved", "ack #1 4");
        }

        @Test
        void afterAnotherServerWroteKeepsTheTimerNotWaiting() throws InterruptedException {
            Pair pair = house.atPlay();
            house.journal.storedElsewhere(
                    house.stored(), new Event.Said(Optional.empty(), Optional.empty(), "from afar"));
            house.live.submit(pair.ann(), Optional.of("1"), move("c3"));
            Thread reader = hanging();
            house.live.tick(House.REMATCH_MILLIS);
            hangs.countDown();
            reader.join();
            assertThat(pair.ann().heard()).containsExactly("4 said", "5 moved", "ack #1 5");
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
            assertThat(house.stored().steps().plies()).hasSize(1);
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
            assertThat(house.stored().steps().plies()).extracting(Ply::move).containsExactly("c3", "c4", "d3");
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
        void soAPlayerWhomItTookForLostIsBackAtOnceAndIsNotAwayWhileHere() {
            Pair pair = house.atPlay();
            house.journal.storedElsewhere(house.stored(), new Event.Dropped(Seat.BLACK));
            house.asks(pair.ben(), "1", HELLO);
            assertThat(pair.ann().heard()).containsExactly("4 dropped", "5 said", "6 returned");
            house.clock.passMillis(Gathering.PATIENCE.toMillis());
            house.asks(pair.ben(), "2", new Play.Claim());
            assertThat(pair.ben().heard())
                    .containsExactly("4 dropped", "5 said", "ack #1 5", "6 returned", "refused #2 too-early");
            assertThat(house.tally.counted).doesNotContain("stay accepted");
        }

        @Test
        void soAPlayerWhomItTookForLostKeepsTheTokenWhateverTheyDoMeanwhile() {
            Pair pair = house.atPlay();
            house.journal.storedElsewhere(house.stored(), new Event.Dropped(Seat.BLACK));
            house.live.submit(pair.ann(), Optional.of("1"), move("c3"));
            house.live.submit(pair.ann(), Optional.of("2"), HELLO);
            house.settle();
            house.live.received(pair.ann());
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
            house.journal.storedElsewhere(house.stored(), new Event.Dropped(Seat.BLACK));
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
            house.journal.storedElsewhere(
                    house.stored(), new Event.Left(Seat.BLACK), new Event.Seated(Seat.BLACK, "Cleo", "key"));
            house.asks(house.visitor(), "2", HELLO);
            assertThat(ann.heard()).containsExactly("1 seated", "you black #1", "ack #1 1", "2 left", "closed 4409");
        }

        @Test
        void soAConnectionWhosePlayerCameBackThereIsClosedAndDropsNobody() {
            Pair pair = house.atPlay();
            Token ann = pair.ann().token();
            house.journal.storedElsewhere(
                    house.stored(),
                    new Event.Returned(
                            Seat.BLACK, Token.mint(house.around.random()).hash(), ann.hash()));
            house.leaves(pair.ann());
            house.asks(pair.ben(), "1", HELLO);
            assertThat(pair.ann().heard()).containsExactly("4 returned", "closed 4409");
            assertThat(house.kindsStored()).doesNotContain("Dropped");
        }

        @Test
        void soPlayersWhoChangedSeatsThereAreToldTheirs() {
            Pair pair = house.atPlay();
            house.asks(pair.ann(), "1", new Play.Resign());
            pair.ann().heard();
            pair.ben().heard();
            house.journal.storedElsewhere(
                    house.stored(),
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
            house.live = LiveRoom.returned(house.stored(), house.around);
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
            Surroundings eager = new Surroundings(
                    house.journal,
                    Gathering.CODEC,
                    atOnce,
                    house.clock,
                    house.around.random(),
                    Gathering.PATIENCE,
                    Tally.NONE);
            LiveRoom.returned(house.stored(), eager);
            assertThat(seen).hasValue(Thread.State.BLOCKED);
        }
    }
}
