package org.parlor.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.parlor.game.Outcome;
import org.parlor.game.Seat;
import org.parlor.room.Offer.Kind;
import org.parlor.room.OfferCommand.Accept;
import org.parlor.room.OfferCommand.Decline;
import org.parlor.room.OfferCommand.Propose;
import org.parlor.room.OfferCommand.Which;
import org.parlor.room.Refusal.Reason;

class OfferCommandTest {

    private static final Propose DRAW = new Propose(Kind.DRAW, false);
    private static final Propose TAKEBACK = new Propose(Kind.TAKEBACK, false);
    private static final Propose REMATCH = new Propose(Kind.REMATCH, false);
    private static final Propose SWAP = new Propose(Kind.REMATCH, true);

    private final Gathering game = Gathering.atPlay();

    private static Accept accept(Kind kind) {
        return new Accept(new Which.OfKind(kind));
    }

    private static Decline decline(Kind kind) {
        return new Decline(new Which.OfKind(kind));
    }

    private static Gathering alone() {
        Gathering waiting = Gathering.onSmallBoard();
        waiting.does("ann", new SeatCommand.Sit(Optional.empty(), "Ann"));
        return waiting;
    }

    private Gathering over() {
        game.does("ann", new PlayCommand.Resign());
        return game;
    }

    @Nested
    class AnOffer {

        @Test
        void hasTheNumberOfItsEvent() {
            assertThat(game.does("ann", DRAW)).containsExactly(new Event.Offered(Seat.BLACK, Kind.DRAW, false));
            assertThat(game.room().offers())
                    .containsExactly(new Offer(game.room().seq(), Kind.DRAW, game.playerOf("ann"), false));
        }

        @ParameterizedTest
        @EnumSource
        void isForPlayersOnly(Kind kind) {
            assertThat(game.refusal("cleo", new Propose(kind, false))).isEqualTo(Reason.NOT_SEATED);
            assertThat(game.refusal("cleo", accept(kind))).isEqualTo(Reason.NOT_SEATED);
            assertThat(game.refusal("cleo", decline(kind))).isEqualTo(Reason.NOT_SEATED);
        }

        @ParameterizedTest
        @EnumSource
        void isRefusedBeforeTheGame(Kind kind) {
            assertThat(alone().refusal("ann", new Propose(kind, false))).isEqualTo(Reason.NOT_STARTED);
        }

        @Test
        void isRefusedASecondTime() {
            game.does("ann", DRAW);
            assertThat(game.refusal("ann", DRAW)).isEqualTo(Reason.ALREADY_OFFERED);
        }

        @Test
        void thatCrossesTheSameOfferIsRefusedWithTheOnesNumberToAccept() {
            game.does("ann", DRAW);
            Decision decision = game.ask("ben", DRAW).decision();
            assertThat(((Decision.Refused) decision).refusal())
                    .isEqualTo(new Refusal(
                            Reason.ALREADY_OFFERED,
                            "your opponent offers the same; accept offer "
                                    + game.room().seq()));
        }

        @Test
        void ofAnotherKindMayStandBesideIt() {
            game.playing("c3", "c4");
            game.does("ann", DRAW);
            game.does("ben", TAKEBACK);
            assertThat(game.room().offers()).extracting(Offer::kind).containsExactly(Kind.DRAW, Kind.TAKEBACK);
        }

        @Test
        void lapsesWhenAMoveIsPlayedByEither() {
            game.does("ann", DRAW);
            game.playing("c3");
            assertThat(game.refusal("ben", accept(Kind.DRAW))).isEqualTo(Reason.NO_SUCH_OFFER);
            game.does("ann", TAKEBACK);
            game.playing("c4");
            assertThat(game.refusal("ben", accept(Kind.TAKEBACK))).isEqualTo(Reason.NO_SUCH_OFFER);
        }

        @Test
        void lapsesWhenTheGameEnds() {
            game.does("ann", DRAW);
            assertThat(over().room().offers()).isEmpty();
        }

        @Test
        void lapsesWhenAGameStarts() {
            over().does("ann", REMATCH);
            game.does("ben", accept(Kind.REMATCH));
            assertThat(game.room().offers()).isEmpty();
        }

        @Test
        void isNotHurtByChat() {
            game.does("ann", DRAW);
            game.does("ben", new Command.Say("hm"));
            assertThat(game.room().offers()).hasSize(1);
        }
    }

    @Nested
    class Answering {

        @Test
        void worksByNumberAndByKind() {
            game.does("ann", DRAW);
            long number = game.room().seq();
            assertThat(game.does("ben", new Decline(new Which.Numbered(number))))
                    .containsExactly(new Event.Declined(Seat.WHITE, number, Kind.DRAW));
            game.does("ann", DRAW);
            assertThat(game.does("ben", decline(Kind.DRAW))).hasSize(1);
        }

        @Test
        void isRefusedIfNoSuchOfferIsOpen() {
            game.does("ann", DRAW);
            long number = game.room().seq();
            assertThat(game.refusal("ben", accept(Kind.TAKEBACK))).isEqualTo(Reason.NO_SUCH_OFFER);
            assertThat(game.refusal("ben", decline(Kind.REMATCH))).isEqualTo(Reason.NO_SUCH_OFFER);
            assertThat(game.refusal("ben", new Accept(new Which.Numbered(number - 1))))
                    .isEqualTo(Reason.NO_SUCH_OFFER);
            assertThat(game.refusal("ben", new Decline(new Which.Numbered(number + 1))))
                    .isEqualTo(Reason.NO_SUCH_OFFER);
        }

        @Test
        void anOwnOfferWithYesIsRefused() {
            game.does("ann", DRAW);
            assertThat(game.refusal("ann", accept(Kind.DRAW))).isEqualTo(Reason.OWN_OFFER);
        }

        @Test
        void anOwnOfferWithNoWithdrawsIt() {
            game.does("ann", DRAW);
            long number = game.room().seq();
            assertThat(game.does("ann", decline(Kind.DRAW)))
                    .containsExactly(new Event.Declined(Seat.BLACK, number, Kind.DRAW));
            assertThat(game.room().offers()).isEmpty();
            assertThat(game.refusal("ben", accept(Kind.DRAW))).isEqualTo(Reason.NO_SUCH_OFFER);
        }

        @Test
        void withNoLeavesOtherOffersOpen() {
            game.playing("c3", "c4");
            game.does("ann", DRAW);
            game.does("ben", TAKEBACK);
            game.does("ben", decline(Kind.DRAW));
            assertThat(game.room().offers()).extracting(Offer::kind).containsExactly(Kind.TAKEBACK);
        }

        @Test
        void withNoAllowsTheSameOfferAgain() {
            game.does("ann", DRAW);
            game.does("ben", decline(Kind.DRAW));
            assertThat(game.does("ann", DRAW)).hasSize(1);
        }
    }

    @Nested
    class ADraw {

        @Test
        void endsTheGameByAgreement() {
            game.does("ann", DRAW);
            long number = game.room().seq();
            assertThat(game.does("ben", accept(Kind.DRAW)))
                    .containsExactly(
                            new Event.Accepted(Seat.WHITE, number, Kind.DRAW, 0, false),
                            new Event.Ended(Outcome.draw("agreement")));
            assertThat(game.room().status()).isEqualTo(Status.OVER);
        }

        @Test
        void isRefusedAfterTheGame() {
            assertThat(over().refusal("ann", DRAW)).isEqualTo(Reason.GAME_OVER);
        }
    }

    @Nested
    class ATakeback {

        private int takenBack(String connection) {
            List<Event> events = game.does(connection, accept(Kind.TAKEBACK));
            assertThat(events).hasSize(1);
            return ((Event.Accepted) events.get(0)).takenBack();
        }

        @Test
        void takesTheLastMoveBackIfItIsNotAnsweredYet() {
            game.playing("c3", "c4", "d3");
            game.does("ann", TAKEBACK);
            assertThat(takenBack("ben")).isEqualTo(1);
            assertThat(game.room().match().history().plies())
                    .extracting(Ply::move)
                    .containsExactly("c3", "c4");
            assertThat(game.room().match().toMove()).contains(Seat.BLACK);
        }

        @Test
        void takesTheAnswerBackToo() {
            game.playing("c3", "c4", "d3", "d4");
            game.does("ann", TAKEBACK);
            assertThat(takenBack("ben")).isEqualTo(2);
            assertThat(game.room().position().notation()).isEqualTo("5/2o2/2x2/5/5 b");
        }

        @Test
        void canReachTheStart() {
            game.playing("c3");
            game.does("ann", TAKEBACK);
            assertThat(takenBack("ben")).isEqualTo(1);
            assertThat(game.room().position()).isEqualTo(game.room().config().start());
        }

        @Test
        void canBeRepeated() {
            game.playing("c3", "c4", "d3", "d4");
            game.does("ben", TAKEBACK);
            assertThat(takenBack("ann")).isEqualTo(1);
            game.does("ben", TAKEBACK);
            assertThat(takenBack("ann")).isEqualTo(2);
            assertThat(game.room().match().history().plies())
                    .extracting(Ply::move)
                    .containsExactly("c3");
        }

        @Test
        void lapsesTheOtherOffersSinceTheyWereMadeOnAnotherPosition() {
            game.playing("c3", "c4");
            game.does("ann", DRAW);
            game.does("ben", TAKEBACK);
            game.does("ann", accept(Kind.TAKEBACK));
            assertThat(game.room().offers()).isEmpty();
        }

        @Test
        void isRefusedToWhoHasNotMoved() {
            assertThat(game.refusal("ann", TAKEBACK)).isEqualTo(Reason.NOTHING_TO_TAKE_BACK);
            game.playing("c3");
            assertThat(game.refusal("ben", TAKEBACK)).isEqualTo(Reason.NOTHING_TO_TAKE_BACK);
        }

        @Test
        void isRefusedAfterTheGame() {
            game.playing("c3", "c4");
            assertThat(over().refusal("ann", TAKEBACK)).isEqualTo(Reason.GAME_OVER);
        }
    }

    @Nested
    class ARematch {

        @Test
        void startsTheNextRoundFromTheStart() {
            game.playing("c3", "c4");
            over().does("ann", REMATCH);
            long number = game.room().seq();
            assertThat(game.does("ben", accept(Kind.REMATCH)))
                    .containsExactly(
                            new Event.Accepted(Seat.WHITE, number, Kind.REMATCH, 0, false),
                            new Event.Started(2, false));
            assertThat(game.room().status()).isEqualTo(Status.PLAYING);
            assertThat(game.room().match().history().plies()).isEmpty();
            assertThat(game.room().position()).isEqualTo(game.room().config().start());
            assertThat(game.seatOf("ann")).isEqualTo(Seat.BLACK);
        }

        @Test
        void withSwapChangesTheColoursAndKeepsTheTokens() {
            Optional<Player.Credentials> annsCredentials = game.player("ann").credentials();
            over().does("ben", SWAP);
            assertThat(game.does("ann", accept(Kind.REMATCH))).last().isEqualTo(new Event.Started(2, true));
            assertThat(game.seatOf("ann")).isEqualTo(Seat.WHITE);
            assertThat(game.seatOf("ben")).isEqualTo(Seat.BLACK);
            assertThat(game.player("ann").credentials()).isEqualTo(annsCredentials);
        }

        @Test
        void withSwapTwiceRestoresTheColours() {
            over().does("ben", SWAP);
            game.does("ann", accept(Kind.REMATCH));
            game.does("ann", new PlayCommand.Resign());
            game.does("ann", SWAP);
            game.does("ben", accept(Kind.REMATCH));
            assertThat(game.seatOf("ann")).isEqualTo(Seat.BLACK);
            assertThat(game.room().match().round()).isEqualTo(3);
        }

        @Test
        void isRefusedWhileTheGameIsOn() {
            assertThat(game.refusal("ann", REMATCH)).isEqualTo(Reason.GAME_ON);
        }

        @Test
        void isRefusedWhenTheOpponentHasLeft() {
            game.does("ben", new SeatCommand.Leave());
            assertThat(game.refusal("ann", REMATCH)).isEqualTo(Reason.GAME_OVER);
        }

        @Test
        void isPossibleWhileTheOpponentIsAway() {
            over().does("ben", new SeatCommand.Drop());
            assertThat(game.does("ann", REMATCH)).hasSize(1);
        }
    }
}
