package org.parlor.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.parlor.game.Outcome;
import org.parlor.game.Seat;
import org.parlor.room.Refusal.Reason;

/** Games of more than two, of which some may leave. */
class ManyPlayersTest {

    private static final Seat FIRST = CountingGame.FIRST;
    private static final Seat SECOND = CountingGame.SECOND;
    private static final Seat THIRD = CountingGame.THIRD;
    private static final Command START = new SeatCommand.Start();
    private static final Command RESIGN = new PlayCommand.Resign();
    private static final Command LEAVE = new SeatCommand.Leave();
    private static final Command TIME_UP = new Command.TimeUp();

    private final Gathering gathering = Gathering.atCounting("none");

    private static Command sit(Seat seat, String name) {
        return new SeatCommand.Sit(Optional.of(seat), name);
    }

    private static Command propose(Offer.Kind kind) {
        return new OfferCommand.Propose(kind, false);
    }

    private static Command accept(Offer.Kind kind) {
        return new OfferCommand.Accept(new OfferCommand.Which.OfKind(kind));
    }

    private static Command decline(Offer.Kind kind) {
        return new OfferCommand.Decline(new OfferCommand.Which.OfKind(kind));
    }

    private static Gathering three(Gathering gathering) {
        gathering.does("ann", sit(FIRST, "Ann"));
        gathering.does("ben", sit(SECOND, "Ben"));
        gathering.does("cleo", sit(THIRD, "Cleo"));
        return gathering;
    }

    /** Ann, Ben and Cleo count. */
    private static Gathering atPlay(String time) {
        Gathering playing = three(Gathering.atCounting(time));
        playing.does("ann", START);
        playing.does("ben", START);
        playing.does("cleo", START);
        return playing;
    }

    private static List<Seat> due(Gathering gathering) {
        return gathering.room().match().due();
    }

    @Nested
    class PlayByAgreement {

        @Test
        void startsWhenAllWhoSitAreReady() {
            three(gathering);
            assertThat(gathering.does("cleo", START)).containsExactly(new Event.Ready(THIRD));
            assertThat(gathering.does("ann", START)).containsExactly(new Event.Ready(FIRST));
            assertThat(gathering.room().status()).isEqualTo(Status.WAITING);
            assertThat(gathering.does("ben", START))
                    .containsExactly(new Event.Ready(SECOND), new Event.Started(1, false));
            assertThat(gathering.room().status()).isEqualTo(Status.PLAYING);
            assertThat(due(gathering)).containsExactly(FIRST);
        }

        @Test
        void startsWithFewerThanAllSeatsAndOnlyForThoseWhoSit() {
            gathering.does("ben", sit(SECOND, "Ben"));
            gathering.does("cleo", sit(THIRD, "Cleo"));
            gathering.does("ben", START);
            gathering.does("cleo", START);
            assertThat(due(gathering)).containsExactly(SECOND);
            gathering.playing("1");
            assertThat(due(gathering)).containsExactly(THIRD);
            gathering.playing("2");
            assertThat(due(gathering)).containsExactly(SECOND);
            assertThat(gathering.refusal("dave", sit(FIRST, "Dave"))).isEqualTo(Reason.GAME_ON);
        }

        @Test
        void doesNotStartForOneAlone() {
            gathering.does("ann", sit(FIRST, "Ann"));
            assertThat(gathering.does("ann", START)).containsExactly(new Event.Ready(FIRST));
            gathering.does("ben", sit(SECOND, "Ben"));
            assertThat(gathering.room().status()).isEqualTo(Status.WAITING);
            assertThat(gathering.does("ben", START)).last().isEqualTo(new Event.Started(1, false));
        }

        @Test
        void doesNotStartWhenTheLastSeatIsTaken() {
            gathering.does("ann", sit(FIRST, "Ann"));
            gathering.does("ann", START);
            gathering.does("ben", sit(SECOND, "Ben"));
            assertThat(gathering.does("cleo", sit(THIRD, "Cleo"))).hasSize(1);
            gathering.does("ben", START);
            assertThat(gathering.room().status()).isEqualTo(Status.WAITING);
        }

        @Test
        void startsWhenTheOnlyOneWhoIsNotReadyLeaves() {
            three(gathering);
            gathering.does("ann", START);
            gathering.does("ben", START);
            assertThat(gathering.does("cleo", LEAVE))
                    .containsExactly(new Event.Left(THIRD), new Event.Started(1, false));
        }

        @Test
        void mustBeAgreedOnAgainByWhoeverSitsDownAgain() {
            three(gathering);
            gathering.does("ann", START);
            gathering.does("ann", LEAVE);
            gathering.does("ben", START);
            gathering.does("ann", sit(FIRST, "Ann"));
            assertThat(gathering.does("cleo", START)).hasSize(1);
            assertThat(gathering.does("ann", START)).last().isEqualTo(new Event.Started(1, false));
        }

        @Test
        void isAskedForOnceByThoseWhoSitBeforeTheGame() {
            three(gathering);
            assertThat(gathering.refusal("dave", START)).isEqualTo(Reason.NOT_SEATED);
            gathering.does("ann", START);
            assertThat(gathering.refusal("ann", START)).isEqualTo(Reason.ALREADY_OFFERED);
            assertThat(gathering.refusal("ann", new PlayCommand.Move("1"))).isEqualTo(Reason.NOT_STARTED);
            gathering.does("ben", START);
            gathering.does("cleo", START);
            assertThat(gathering.refusal("ann", START)).isEqualTo(Reason.GAME_ON);
            gathering.does("ann", RESIGN);
            gathering.does("ben", RESIGN);
            assertThat(gathering.refusal("cleo", START)).isEqualTo(Reason.GAME_OVER);
        }

        @Test
        void isNotWhatAGameOfTwoNeeds() {
            Gathering gomoku = Gathering.onSmallBoard();
            gomoku.does("ann", new SeatCommand.Sit(Optional.empty(), "Ann"));
            assertThat(gomoku.refusal("ann", START)).isEqualTo(Reason.NOT_STARTED);
        }

        @Test
        void isInTheLog() {
            three(gathering);
            gathering.does("ann", START);
            assertThat(Gathering.replay(gathering.log())).isEqualTo(gathering.room());
        }
    }

    @Nested
    class AnOfferAmongThree {

        private final Gathering playing = atPlay("none");

        @Test
        void isAcceptedWhenAllOthersAgree() {
            playing.does("ann", propose(Offer.Kind.DRAW));
            long number = playing.room().seq();
            assertThat(playing.does("cleo", accept(Offer.Kind.DRAW))).containsExactly(new Event.Agreed(THIRD, number));
            assertThat(playing.room().status()).isEqualTo(Status.PLAYING);
            assertThat(playing.does("ben", accept(Offer.Kind.DRAW)))
                    .containsExactly(
                            new Event.Accepted(SECOND, number, Offer.Kind.DRAW, 0, false),
                            new Event.Ended(Outcome.shared(List.of(FIRST, SECOND, THIRD), "agreement")));
            assertThat(playing.room().match().outcome().orElseThrow().winner()).isEmpty();
            assertThat(playing.room().match().outcome().orElseThrow().places())
                    .isEqualTo(Map.of(FIRST, 1, SECOND, 1, THIRD, 1));
        }

        @Test
        void isAgreedToOnceByEachAndNotByWhoMadeIt() {
            playing.does("ann", propose(Offer.Kind.DRAW));
            playing.does("ben", accept(Offer.Kind.DRAW));
            assertThat(playing.refusal("ben", accept(Offer.Kind.DRAW))).isEqualTo(Reason.ALREADY_OFFERED);
            assertThat(playing.refusal("ann", accept(Offer.Kind.DRAW))).isEqualTo(Reason.OWN_OFFER);
            assertThat(playing.refusal("dave", accept(Offer.Kind.DRAW))).isEqualTo(Reason.NOT_SEATED);
        }

        @Test
        void isGoneWhenOneDeclinesAlsoIfOthersAgreed() {
            playing.does("ann", propose(Offer.Kind.DRAW));
            playing.does("ben", accept(Offer.Kind.DRAW));
            playing.does("cleo", decline(Offer.Kind.DRAW));
            assertThat(playing.room().offers()).isEmpty();
            assertThat(playing.refusal("ben", accept(Offer.Kind.DRAW))).isEqualTo(Reason.NO_SUCH_OFFER);
        }

        @Test
        void isWithdrawnByWhoMadeItAndDeclinedByWhoHadAgreed() {
            playing.does("ann", propose(Offer.Kind.DRAW));
            playing.does("ben", accept(Offer.Kind.DRAW));
            playing.does("ann", decline(Offer.Kind.DRAW));
            assertThat(playing.room().offers()).isEmpty();
            playing.does("ann", propose(Offer.Kind.DRAW));
            playing.does("ben", accept(Offer.Kind.DRAW));
            playing.does("ben", decline(Offer.Kind.DRAW));
            assertThat(playing.room().offers()).isEmpty();
        }

        @Test
        void needsNobodyWhoHasLeft() {
            playing.does("cleo", LEAVE);
            playing.does("ann", propose(Offer.Kind.DRAW));
            assertThat(playing.does("ben", accept(Offer.Kind.DRAW))).last().isInstanceOf(Event.Ended.class);
        }

        @Test
        void lapsesWhenOneOfThemLeaves() {
            playing.does("ann", propose(Offer.Kind.DRAW));
            playing.does("ben", accept(Offer.Kind.DRAW));
            playing.does("cleo", LEAVE);
            assertThat(playing.room().offers()).isEmpty();
            assertThat(playing.room().status()).isEqualTo(Status.PLAYING);
        }

        @Test
        void ofATakebackUndoesWhatAllHaveDoneSince() {
            playing.playing("1", "2", "3");
            playing.does("ben", propose(Offer.Kind.TAKEBACK));
            playing.does("ann", accept(Offer.Kind.TAKEBACK));
            playing.does("cleo", accept(Offer.Kind.TAKEBACK));
            assertThat(playing.room().match().history().plies())
                    .extracting(Ply::move)
                    .containsExactly("1");
            assertThat(due(playing)).containsExactly(SECOND);
        }

        @Test
        void ofARematchBeginsItForThoseWhoAreLeft() {
            playing.does("cleo", LEAVE);
            playing.does("ben", RESIGN);
            playing.does("ann", propose(Offer.Kind.REMATCH));
            assertThat(playing.does("ben", accept(Offer.Kind.REMATCH))).last().isEqualTo(new Event.Started(2, false));
            assertThat(playing.room().roster().taken()).containsExactly(FIRST, SECOND);
            assertThat(due(playing)).containsExactly(FIRST);
        }

        @Test
        void isInTheLog() {
            playing.does("ann", propose(Offer.Kind.DRAW));
            playing.does("ben", accept(Offer.Kind.DRAW));
            assertThat(Gathering.replay(playing.log())).isEqualTo(playing.room());
        }
    }

    @Nested
    class APlayerOfThree {

        private final Gathering playing = atPlay("60+0");

        @Test
        void whoResignsIsOutAndTheOthersGoOn() {
            playing.playing("1");
            assertThat(playing.does("ben", RESIGN)).containsExactly(new Event.Withdrawn(SECOND, "resignation"));
            assertThat(due(playing)).containsExactly(THIRD);
            playing.playing("2", "3");
            assertThat(due(playing)).containsExactly(THIRD);
            assertThat(playing.refusal("ben", new PlayCommand.Move("4"))).isEqualTo(Reason.NOT_YOUR_TURN);
            assertThat(playing.does("ann", RESIGN)).first().isEqualTo(new Event.Withdrawn(FIRST, "resignation"));
            Outcome outcome = playing.room().match().outcome().orElseThrow();
            assertThat(outcome.winner()).contains(THIRD);
            assertThat(outcome.places()).isEqualTo(Map.of(FIRST, 2, SECOND, 2, THIRD, 1));
        }

        @Test
        void whoLeavesIsOutAndTheOthersGoOn() {
            assertThat(playing.does("ann", LEAVE))
                    .containsExactly(new Event.Withdrawn(FIRST, "resignation"), new Event.Left(FIRST));
            assertThat(playing.room().status()).isEqualTo(Status.PLAYING);
            assertThat(due(playing)).containsExactly(SECOND);
        }

        @Test
        void whoIsOutOfTimeIsOutAndTheClockOfTheNextRuns() {
            playing.passMillis(61_000);
            assertThat(playing.does("room", TIME_UP)).containsExactly(new Event.Withdrawn(FIRST, "timeout"));
            assertThat(due(playing)).containsExactly(SECOND);
            assertThat(playing.room().match().clock().running()).containsExactly(SECOND);
            assertThat(playing.room().deadline()).hasValue(Gathering.NOON + 122_000);
        }

        @Test
        void whoIsAwayForTooLongIsOutWhenOneOfTheOthersSaysSo() {
            playing.does("cleo", new SeatCommand.Drop());
            Command claim = new PlayCommand.Claim(Optional.of(THIRD));
            assertThat(playing.refusal("ann", claim)).isEqualTo(Reason.TOO_EARLY);
            playing.passMillis(Gathering.PATIENCE.toMillis());
            assertThat(playing.refusal("ann", new PlayCommand.Claim(Optional.of(SECOND))))
                    .isEqualTo(Reason.TOO_EARLY);
            assertThat(playing.does("ann", claim)).containsExactly(new Event.Withdrawn(THIRD, "abandonment"));
            assertThat(playing.room().status()).isEqualTo(Status.PLAYING);
        }

        @Test
        void whoIsOutIsOutOnceHoweverOftenTheySaySo() {
            playing.does("cleo", RESIGN);
            assertThat(playing.refusal("cleo", RESIGN)).isEqualTo(Reason.GAME_OVER);
            assertThat(playing.does("cleo", LEAVE)).containsExactly(new Event.Left(THIRD));
        }

        @Test
        void whoHasLeftIsNotClaimedFromAgain() {
            playing.does("cleo", LEAVE);
            playing.passMillis(Gathering.PATIENCE.toMillis());
            assertThat(playing.refusal("ann", new PlayCommand.Claim())).isEqualTo(Reason.TOO_EARLY);
            playing.does("ben", new SeatCommand.Drop());
            playing.passMillis(Gathering.PATIENCE.toMillis());
            assertThat(playing.does("ann", new PlayCommand.Claim()))
                    .first()
                    .isEqualTo(new Event.Withdrawn(SECOND, "abandonment"));
        }
    }
}
