package org.parlor.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parlor.runtime.House.HELLO;
import static org.parlor.runtime.House.SIT;
import static org.parlor.runtime.House.move;

import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.parlor.room.Command;
import org.parlor.room.Event;
import org.parlor.room.Gathering;
import org.parlor.room.Offer;
import org.parlor.room.OfferCommand;
import org.parlor.room.PlayCommand;
import org.parlor.runtime.House.Pair;

/** What a room tells and when, and how it ends. */
class RoomActorTest {

    private final House house = new House();

    @Nested
    class TellingAfterTheCommit {

        @Test
        void aNewcomerHearsTheWelcomeFirst() {
            Recorder ann = new Recorder();
            house.enters(ann);
            assertThat(ann.heard()).containsExactly("welcome 0");
        }

        @Test
        void nobodyHearsOfAnEventBeforeItIsStored() {
            Pair pair = house.atPlay();
            house.store.hold();
            house.asks(pair.ann(), "1", move("c3"));
            assertThat(pair.ann().heard()).isEmpty();
            assertThat(pair.ben().heard()).isEmpty();
            house.store.commitOne();
            house.settle();
            assertThat(pair.ann().heard()).containsExactly("4 moved", "ack #1 4");
            assertThat(pair.ben().heard()).containsExactly("4 moved");
        }

        @Test
        void aNewcomerDuringACommitIsWelcomedToWhatIsStored() {
            Pair pair = house.atPlay();
            house.store.hold();
            house.asks(pair.ann(), "1", move("c3"));
            Recorder cleo = new Recorder();
            house.enters(cleo);
            assertThat(cleo.heard()).containsExactly("welcome 3");
            house.store.release();
            house.settle();
            assertThat(cleo.heard()).containsExactly("4 moved");
        }

        @Test
        void aRefusalOfAPlayerIsStoredBeforeItIsTold() {
            Pair pair = house.atPlay();
            house.store.hold();
            house.asks(pair.ben(), "1", move("c3"));
            assertThat(pair.ben().heard()).isEmpty();
            house.store.release();
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
            assertThat(house.store.events()).isEmpty();
            house.asks(house.visitor(), "1", HELLO);
            assertThat(house.kindsStored()).containsExactly("Opened", "Said");
        }

        @Test
        void aCommandWithoutIdIsNotAcknowledged() {
            Pair pair = house.atPlay();
            house.room.submit(pair.ann(), Optional.empty(), move("c3"));
            house.settle();
            assertThat(pair.ann().heard()).containsExactly("4 moved");
        }

        @Test
        void whatWaitsDuringACommitGoesIntoOneAppend() {
            Pair pair = house.atPlay();
            int before = house.store.appends();
            house.store.hold();
            house.asks(pair.ann(), "1", move("c3"));
            house.asks(pair.ben(), "1", move("c4"));
            house.asks(pair.ann(), "2", move("d3"));
            house.asks(pair.ben(), "2", HELLO);
            assertThat(house.store.appends()).isEqualTo(before + 1);
            house.store.release();
            house.settle();
            assertThat(house.store.appends()).isEqualTo(before + 2);
            assertThat(pair.ann().heard())
                    .containsExactly("4 moved", "ack #1 4", "5 moved", "6 moved", "ack #2 6", "7 said");
        }

        @Test
        void everyoneHearsTheSameText() {
            Pair pair = house.atPlay();
            house.asks(pair.ann(), "1", move("c3"));
            assertThat(pair.ann().texts().get(0))
                    .isEqualTo(pair.ben().texts().get(0))
                    .isEqualTo("{\"type\":\"moved\",\"seq\":4,\"at\":" + Gathering.NOON
                            + ",\"seat\":\"black\",\"move\":\"c3\",\"position\":\"5/5/2x2/5/5 w\",\"toMove\":\"white\","
                            + "\"clock\":null}");
        }

        @Test
        void legalMovesAreToldWithoutAnAppend() {
            Pair pair = house.atPlay();
            int before = house.store.appends();
            house.asks(pair.ann(), "1", new Command.Legal());
            assertThat(pair.ann().heard()).containsExactly("legal #1 3 of 25");
            assertThat(house.store.appends()).isEqualTo(before);
        }

        @Test
        void aSwapTellsEachPlayerTheNewSeat() {
            Pair pair = house.atPlay();
            house.asks(pair.ann(), "1", new PlayCommand.Resign());
            house.asks(pair.ann(), "2", new OfferCommand.Propose(Offer.Kind.REMATCH, true));
            pair.ann().heard();
            pair.ben().heard();
            house.asks(pair.ben(), "1", new OfferCommand.Accept(new OfferCommand.Which.OfKind(Offer.Kind.REMATCH)));
            assertThat(pair.ann().heard()).containsExactly("6 accepted", "7 started", "you white same token");
            assertThat(pair.ben().heard())
                    .containsExactly("6 accepted", "7 started", "you black same token", "ack #1 6");
        }
    }

    @Nested
    class ALongLine {

        @Test
        void ofCommandsIsCutShortWithUnavailable() {
            Pair pair = house.atPlay();
            house.store.hold();
            house.asks(pair.ann(), "first", HELLO);
            for (int i = 0; i < 1001; i++) {
                house.asks(pair.ben(), "say" + i, HELLO);
            }
            assertThat(pair.ben().heard()).containsExactly("refused #say1000 unavailable");
            house.store.release();
            house.settle();
            assertThat(house.stored().seq()).isEqualTo(3 + 1 + 1000);
        }
    }

    @Nested
    class TheEnd {

        private Pair over() {
            Pair pair = house.atPlay();
            house.asks(pair.ann(), "end", new PlayCommand.Resign());
            pair.ann().heard();
            pair.ben().heard();
            return pair;
        }

        @Test
        void comesWhenTheRematchWindowHasPassed() {
            Pair pair = over();
            house.passes(House.REMATCH_MILLIS - 1);
            assertThat(pair.ann().heard()).isEmpty();
            house.passes(1);
            assertThat(pair.ann().heard()).containsExactly("closed 1000");
            assertThat(pair.ben().heard()).containsExactly("closed 1000");
        }

        @Test
        void isLaterForWhoCameLater() {
            Pair pair = over();
            house.clock.passMillis(House.REMATCH_MILLIS - 1);
            Recorder cleo = house.visitor();
            house.passes(1);
            assertThat(pair.ann().heard()).containsExactly("closed 1000");
            assertThat(cleo.heard()).isEmpty();
            house.passes(House.REMATCH_MILLIS);
            assertThat(cleo.heard()).containsExactly("closed 1000");
        }

        @Test
        void leavesTimeToAnswerAnOfferOfARematch() {
            Pair pair = over();
            house.clock.passMillis(House.REMATCH_MILLIS - 1);
            house.asks(pair.ann(), "1", new OfferCommand.Propose(Offer.Kind.REMATCH, false));
            pair.ben().heard();
            house.passes(House.REMATCH_MILLIS - 1);
            assertThat(pair.ben().heard()).isEmpty();
            house.passes(1);
            assertThat(pair.ben().heard()).containsExactly("closed 1000");
        }

        @Test
        void doesNotComeAfterARematch() {
            Pair pair = over();
            house.asks(pair.ann(), "1", new OfferCommand.Propose(Offer.Kind.REMATCH, false));
            house.asks(pair.ben(), "1", new OfferCommand.Accept(new OfferCommand.Which.OfKind(Offer.Kind.REMATCH)));
            pair.ann().heard();
            house.passes(House.REMATCH_MILLIS * 2);
            assertThat(pair.ann().heard()).isEmpty();
        }

        @Test
        void doesNotComeToARoomThatWaitsOrPlays() {
            Pair pair = house.atPlay();
            house.passes(House.REMATCH_MILLIS * 100);
            assertThat(pair.ann().heard()).isEmpty();
        }

        @Test
        void leavesARoomIdleOnceEveryoneIsGone() {
            Pair pair = over();
            house.leaves(pair.ann());
            assertThat(house.room.isIdle()).isFalse();
            house.leaves(pair.ben());
            assertThat(house.room.isIdle()).isTrue();
        }
    }

    @Nested
    class AClosedRoom {

        @Test
        void sendsEveryoneAway() {
            Pair pair = house.atPlay();
            Recorder cleo = house.visitor();
            house.room.close(CloseReason.RESTART);
            assertThat(pair.ann().heard()).containsExactly("closed 1012");
            assertThat(cleo.heard()).containsExactly("closed 1012");
            assertThat(house.isClosed()).isTrue();
        }

        @Test
        void storesWhatWasDecidedAndNothingElse() {
            Pair pair = house.atPlay();
            house.store.hold();
            house.asks(pair.ann(), "1", move("c3"));
            house.asks(pair.ben(), "1", move("c4"));
            house.room.close(CloseReason.RESTART);
            house.asks(pair.ann(), "2", HELLO);
            house.leaves(pair.ben());
            house.store.release();
            house.settle();
            assertThat(house.kindsStored()).endsWith("Started", "Moved");
        }

        @Test
        void refusesCommandsAndNewcomers() {
            Pair pair = house.atPlay();
            house.room.close(CloseReason.RESTART);
            pair.ann().heard();
            house.asks(pair.ann(), "1", move("c3"));
            assertThat(pair.ann().heard()).containsExactly("refused #1 unavailable");
            assertThat(house.isClosed()).isTrue();
        }

        @Test
        void storesWhatWasDecidedAlsoWhenAnotherServerWasFirst() {
            Pair pair = house.atPlay();
            house.store.hold();
            house.asks(pair.ann(), "1", move("c3"));
            house.store.storedElsewhere(new Event.Said(Optional.empty(), Optional.empty(), "from afar"));
            house.room.close(CloseReason.RESTART);
            house.store.release();
            house.settle();
            assertThat(house.kindsStored()).endsWith("Started", "Said", "Moved");
        }
    }

    @Test
    void aClaimIsDecidedAtTheTimeThatTheLogTells() {
        Pair pair = house.atPlay();
        house.leaves(pair.ann());
        house.clock.passMillis(Gathering.PATIENCE.toMillis() - 1);
        house.clock.run();
        house.asks(pair.ben(), "1", new PlayCommand.Claim());
        assertThat(pair.ben().heard()).containsExactly("4 dropped", "refused #1 too-early");
    }

    @Nested
    class Chatting {

        private final House quiet = House.withChat(3);

        @Test
        void aPlayerSaysNoMoreOnSeveralConnectionsThanOnOne() {
            Pair pair = quiet.atPlay();
            quiet.asks(pair.ann(), "1", HELLO);
            quiet.asks(pair.ann(), "2", HELLO);
            quiet.leaves(pair.ann());
            Recorder again = quiet.visitor();
            quiet.asks(again, "back", House.resume(pair.ann().token(), 0));
            quiet.asks(again, "3", HELLO);
            again.heard();
            quiet.asks(again, "4", HELLO);
            assertThat(again.heard()).containsExactly("refused #4 slow-down");
            quiet.passes(60_000);
            quiet.asks(again, "5", HELLO);
            assertThat(again.heard()).contains("ack #5 " + quiet.stored().seq());
        }

        @Test
        void aPlayersWordsAreNotCountedAgainstTheOpponent() {
            Pair pair = quiet.atPlay();
            for (int i = 0; i < 4; i++) {
                quiet.asks(pair.ann(), "" + i, HELLO);
            }
            pair.ben().heard();
            quiet.asks(pair.ben(), "1", HELLO);
            assertThat(pair.ben().heard()).contains("ack #1 " + quiet.stored().seq());
        }
    }

    @Nested
    class BeingForgotten {

        @Test
        void aRoomThatIsForgottenLetsNobodyInSoThatThereAreNeverTwoOfIt() {
            Recorder ann = house.visitor();
            assertThat(house.room.retire()).isFalse();
            house.leaves(ann);
            assertThat(house.room.retire()).isTrue();
            assertThat(house.isClosed()).isTrue();
        }

        @Test
        void aRoomThatCameBackForItsDeadlineTakesNobodyForLostBeforeSomebodyComes() {
            house.atPlay();
            house.comesBackForItsDeadline();
            assertThat(house.kindsStored()).doesNotContain("Dropped");
            Recorder cleo = new Recorder();
            house.enters(cleo);
            assertThat(cleo.heard()).containsExactly("welcome 3", "4 dropped", "5 dropped");
        }
    }
}
