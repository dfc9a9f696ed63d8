package org.parlor.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parlor.runtime.House.HELLO;
import static org.parlor.runtime.House.SIT;
import static org.parlor.runtime.House.move;
import static org.parlor.runtime.House.resume;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.parlor.game.Seat;
import org.parlor.log.RefusedCommand;
import org.parlor.room.Command;
import org.parlor.room.SeatCommand;
import org.parlor.room.Token;
import org.parlor.runtime.House.Pair;

/** A command that is sent again gets the answer of the first time. */
class RetriesTest {

    private static final int MANY = 1200;

    private final House house = new House();

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
    void ofWhatWasRefusedBeforeAGameIsJudgedAnewAndNotKept() {
        Recorder ann = house.visitor();
        house.asks(ann, "sit", new SeatCommand.Sit(Optional.of(Seat.BLACK), "Ann"));
        house.asks(ann, "early", House.move("c3"));
        assertThat(ann.heard()).contains("refused #early not-started");
        assertThat(house.store.refusals("r")).isEmpty();
        house.asks(house.visitor(), "sit", new SeatCommand.Sit(Optional.of(Seat.WHITE), "Ben"));
        house.asks(ann, "early", House.move("c3"));
        assertThat(ann.heard()).contains("ack #early 4");
    }

    @Test
    void isRecognisedWithinOneAppend() {
        Pair pair = house.atPlay();
        house.store.hold();
        house.asks(pair.ann(), "0", HELLO);
        house.asks(pair.ann(), "1", move("c3"));
        house.asks(pair.ann(), "1", move("c3"));
        house.store.release();
        house.settle();
        assertThat(pair.ann().heard()).containsExactly("4 said", "ack #0 4", "5 moved", "ack #1 5", "ack #1 5");
    }

    @Test
    void isRecognisedWhileTheFirstIsBeingStored() {
        Pair pair = house.atPlay();
        house.store.hold();
        house.asks(pair.ann(), "1", move("c3"));
        house.asks(pair.ann(), "1", move("c3"));
        house.store.release();
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
    void isNotDoneInNobodysNameOnAConnectionThatLostTheSeatWhileItWaited() {
        Pair pair = house.atPlay();
        Recorder again = house.visitor();
        house.store.hold();
        house.asks(again, "1", resume(pair.ann().token(), 3));
        house.asks(pair.ann(), "2", HELLO);
        house.store.release();
        house.settle();
        assertThat(pair.ann().heard()).containsExactly("4 returned", "closed 4409");
        house.asks(again, "2", HELLO);
        assertThat(again.heard()).containsExactly("4 returned", "you black #1", "ack #1 4", "5 said", "ack #2 5");
        assertThat(house.stored().seq()).isEqualTo(5);
    }

    @Test
    void isNotDoneInNobodysNameAfterAResumeThatWasRefused() {
        house.atPlay();
        Recorder stranger = house.visitor();
        house.store.hold();
        house.asks(stranger, "1", resume(new Token("nobodys token"), 3));
        house.asks(stranger, "2", HELLO);
        house.store.release();
        house.settle();
        assertThat(stranger.heard()).containsExactly("refused #1 bad-token", "closed 4401");
        assertThat(house.stored().seq()).isEqualTo(3);
    }

    @Test
    void isNotDoneInNobodysNameAfterAResumeThatCouldNotBeStored() {
        Pair pair = house.atPlay();
        house.asks(pair.ann(), "1", HELLO);
        Recorder again = house.visitor();
        house.store.failing(true);
        house.asks(again, "2", resume(pair.ann().token(), 4));
        house.store.failing(false);
        house.asks(again, "1", HELLO);
        assertThat(again.heard()).containsExactly("refused #2 unavailable", "closed 1013");
        assertThat(house.stored().seq()).isEqualTo(4);
    }

    @Test
    void isNotDoneInNobodysNameAfterLeaving() {
        Recorder ann = house.visitor();
        house.asks(ann, "1", SIT);
        ann.heard();
        house.store.hold();
        house.asks(ann, "2", new SeatCommand.Leave());
        house.asks(ann, "3", HELLO);
        house.store.release();
        house.settle();
        assertThat(ann.heard()).containsExactly("2 left", "ack #2 2", "closed 1000");
        assertThat(house.stored().seq()).isEqualTo(2);
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

    private static Command sitting(String token) {
        return new SeatCommand.Sit(
                Optional.empty(), "Guest", Optional.empty(), Optional.of(new Token(token)), Optional.empty(), false);
    }

    @Test
    void ofSittingDownWithATokenOfOnesOwnIsRecognisedOnAnotherConnection() {
        Recorder ann = house.visitor();
        house.asks(ann, "1", sitting("anns own token"));
        house.leaves(ann);
        Recorder again = house.visitor();
        house.asks(again, "1", sitting("anns own token"));
        assertThat(again.heard()).containsExactly("3 returned", "you black #1", "ack #1 1");
        assertThat(again.token()).isNotEqualTo(new Token("anns own token"));
        assertThat(house.stored().roster().players()).hasSize(1);
    }

    @Test
    void ofSittingDownIsRecognisedAlsoWhenTheFirstConnectionSeemsToBeOpenAndAfterARestart() {
        Recorder ann = house.visitor();
        house.asks(ann, "1", sitting("anns own token"));
        Recorder second = house.visitor();
        house.asks(second, "1", sitting("anns own token"));
        assertThat(ann.heard()).contains("you black #1", "closed 4409");
        house.restarts();
        Recorder third = house.visitor();
        house.asks(third, "1", sitting("anns own token"));
        assertThat(third.heard()).containsExactly("4 returned", "you black #1", "ack #1 1");
        house.asks(third, "2", resume(third.token(), 4));
        assertThat(third.heard()).containsExactly("5 returned", "you black #2", "ack #2 5");
    }

    @Test
    void ofSittingDownWithTheTokenOfNobodyIsAnotherPlayer() {
        house.asks(house.visitor(), "1", sitting("anns own token"));
        Recorder ben = house.visitor();
        house.asks(ben, "1", sitting("bens own token"));
        assertThat(ben.heard()).containsExactly("2 seated", "3 started", "you white #1", "ack #1 2");
        assertThat(ben.token()).isEqualTo(new Token("bens own token"));
    }

    @Test
    void ofSittingDownEndsWhenTheNextTokenHasArrived() {
        house.asks(house.visitor(), "1", sitting("anns own token"));
        Recorder again = house.visitor();
        house.asks(again, "1", sitting("anns own token"));
        house.asks(again, "2", HELLO);
        Recorder thief = house.visitor();
        house.asks(thief, "2", sitting("anns own token"));
        assertThat(thief.heard()).containsExactly("refused #2 bad-token", "closed 4401");
    }

    @Test
    void isRecognisedHoweverManyAnswersWereGivenSince() {
        Pair pair = house.atPlay();
        house.asks(pair.ann(), "1", move("c3"));
        for (int i = 0; i < MANY; i++) {
            house.asks(pair.ann(), "word" + i, HELLO);
        }
        pair.ann().heard();
        house.asks(pair.ann(), "1", move("c3"));
        house.asks(pair.ann(), "word0", HELLO);
        assertThat(pair.ann().heard()).containsExactly("ack #1 4", "ack #word0 5");
    }

    @Test
    void isRecognisedAmongManyThatAreAsOld() {
        Pair pair = house.atPlay();
        int many = MANY;
        for (int i = 0; i < many; i++) {
            house.asks(pair.ann(), "word" + i, HELLO);
        }
        house.restarts();
        Recorder again = house.visitor();
        house.asks(again, "back", resume(pair.ann().token(), house.stored().seq()));
        long before = house.stored().seq();
        house.store.hold();
        house.asks(again, "new", HELLO);
        again.heard();
        for (int i = 0; i < RoomActor.MAX_QUEUED_COMMANDS; i++) {
            house.asks(again, "word" + i, HELLO);
        }
        house.store.release();
        house.settle();
        assertThat(again.heard())
                .hasSize(2 + RoomActor.MAX_QUEUED_COMMANDS)
                .contains("ack #word0 4", "ack #word999 1003");
        assertThat(house.stored().seq()).isEqualTo(before + 1);
    }

    @Test
    void ofTheLatestRefusalsIsRefusedAlikeAlsoAfterARestart() {
        Pair pair = house.atPlay();
        for (int i = 0; i < RefusedCommand.KEPT; i++) {
            house.asks(pair.ben(), "early" + i, move("c3"));
        }
        house.restarts();
        Recorder again = house.visitor();
        house.asks(again, "back", resume(pair.ben().token(), house.stored().seq()));
        Recorder ann = house.visitor();
        house.asks(ann, "back", resume(pair.ann().token(), house.stored().seq()));
        house.asks(ann, "1", move("a1"));
        again.heard();
        for (int i = 0; i < RefusedCommand.KEPT; i++) {
            house.asks(again, "early" + i, move("c3"));
            assertThat(again.heard()).containsExactly("refused #early" + i + " not-your-turn");
        }
    }

    @Test
    void ofAnOlderRefusalIsJudgedAnew() {
        Pair pair = house.atPlay();
        for (int i = 0; i <= RefusedCommand.KEPT; i++) {
            house.asks(pair.ben(), "early" + i, move("c3"));
        }
        house.asks(pair.ann(), "1", move("a1"));
        pair.ben().heard();
        house.asks(pair.ben(), "early1", move("c3"));
        house.asks(pair.ben(), "early0", move("c3"));
        assertThat(pair.ben().heard()).containsExactly("refused #early1 not-your-turn", "5 moved", "ack #early0 5");
    }

    @Test
    void keepsNoMoreOfRefusalsHoweverManyThereAre() {
        Pair pair = house.atPlay();
        for (int i = 0; i < 5 * RefusedCommand.KEPT; i++) {
            house.asks(pair.ben(), "ben" + i, move("c3"));
            house.asks(pair.ann(), "ann" + i, move("z9"));
        }
        assertThat(house.store.refused()).hasSize(2 * RefusedCommand.KEPT);
        assertThat(house.store.events()).hasSize(4);
    }
}
