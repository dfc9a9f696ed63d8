package org.parlor.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.parlor.game.Outcome;
import org.parlor.game.Seat;
import org.parlor.room.Refusal.Reason;
import org.parlor.room.SeatCommand.Drop;
import org.parlor.room.SeatCommand.Leave;
import org.parlor.room.SeatCommand.Resume;
import org.parlor.room.SeatCommand.Sit;

class SeatCommandTest {

    private static final Sit ANYWHERE = new Sit(Optional.empty(), "Guest");

    private static Sit at(Seat seat) {
        return new Sit(Optional.of(seat), "Guest");
    }

    private static Resume with(Token token) {
        return new Resume(Optional.of(token), 0);
    }

    @Nested
    class SittingDown {

        private final Gathering room = Gathering.onSmallBoard();

        @Test
        void takesBlackFirst() {
            assertThat(room.does("ann", ANYWHERE))
                    .containsExactly(new Event.Seated(
                            Seat.BLACK, "Guest", room.latestToken().hash()));
            assertThat(room.room().status()).isEqualTo(Status.WAITING);
            assertThat(room.player("ann").connected()).isTrue();
        }

        @Test
        void takesTheSeatThatIsAskedFor() {
            room.does("ann", at(Seat.WHITE));
            assertThat(room.seatOf("ann")).isEqualTo(Seat.WHITE);
        }

        @Test
        void takesTheFreeSeatIfNoneIsAskedFor() {
            room.does("ann", at(Seat.BLACK));
            room.does("ben", ANYWHERE);
            assertThat(room.seatOf("ben")).isEqualTo(Seat.WHITE);
        }

        @Test
        void startsTheGameWhenBothSeatsAreTaken() {
            room.does("ann", at(Seat.WHITE));
            assertThat(room.does("ben", ANYWHERE)).last().isEqualTo(new Event.Started(1, false));
            assertThat(room.room().status()).isEqualTo(Status.PLAYING);
            assertThat(room.room().match().round()).isEqualTo(1);
        }

        @Test
        void startsFromTheRoomsPositionWhoeverIsToMoveThere() {
            Gathering problem = new Gathering("xx3/oo3/5/5/5 w");
            problem.does("ann", ANYWHERE);
            problem.does("ben", ANYWHERE);
            assertThat(problem.room().position().notation()).isEqualTo("xx3/oo3/5/5/5 w");
            assertThat(problem.room().match().toMove()).contains(Seat.WHITE);
        }

        @Test
        void isRefusedWhereSomeoneSits() {
            room.does("ann", at(Seat.BLACK));
            assertThat(room.refusal("ben", at(Seat.BLACK))).isEqualTo(Reason.SEAT_TAKEN);
        }

        @Test
        void isRefusedWhenBothSeatsAreTaken() {
            assertThat(Gathering.atPlay().refusal("cleo", ANYWHERE)).isEqualTo(Reason.SEAT_TAKEN);
        }

        @Test
        void isRefusedToWhoSitsAlready() {
            room.does("ann", at(Seat.BLACK));
            assertThat(room.refusal("ann", at(Seat.WHITE))).isEqualTo(Reason.ALREADY_SEATED);
            assertThat(room.refusal("ann", at(Seat.BLACK))).isEqualTo(Reason.ALREADY_SEATED);
        }

        @Test
        void isRefusedAfterTheGameAlsoOnASeatThatWasLeft() {
            Gathering over = Gathering.atPlay();
            over.does("ann", new Leave());
            assertThat(over.refusal("cleo", at(Seat.BLACK))).isEqualTo(Reason.GAME_OVER);
        }

        @Test
        void isPossibleBeforeTheGameWhereSomeoneHasBeenAwayForTooLong() {
            room.does("ann", at(Seat.BLACK));
            room.does("ann", new Drop());
            room.passMillis(Gathering.PATIENCE.toMillis() - 1);
            assertThat(room.refusal("ben", at(Seat.BLACK))).isEqualTo(Reason.SEAT_TAKEN);
            room.passMillis(1);
            assertThat(room.does("ben", at(Seat.BLACK)))
                    .containsExactly(
                            new Event.Left(Seat.BLACK),
                            new Event.Seated(
                                    Seat.BLACK, "Guest", room.latestToken().hash()));
        }

        @Test
        void isRefusedInAGameHoweverLongSomeoneHasBeenAway() {
            Gathering game = Gathering.atPlay();
            game.does("ben", new Drop());
            game.passMillis(10 * Gathering.PATIENCE.toMillis());
            assertThat(game.refusal("cleo", at(Seat.WHITE))).isEqualTo(Reason.SEAT_TAKEN);
        }

        @Test
        void isPossibleWhereSomeoneLeftBeforeTheGame() {
            room.does("ann", at(Seat.BLACK));
            room.does("ann", new Leave());
            room.does("ben", at(Seat.BLACK));
            assertThat(room.player("ben").number()).isEqualTo(2);
        }
    }

    @Nested
    class Resuming {

        private final Gathering room = Gathering.onSmallBoard();
        private final Token first;

        Resuming() {
            room.does("ann", ANYWHERE);
            first = room.latestToken();
        }

        @Test
        void takesTheSeatBackAfterALostConnection() {
            room.does("ann", new Drop());
            assertThat(room.does("ann again", with(first)))
                    .containsExactly(
                            new Event.Returned(Seat.BLACK, room.latestToken().hash(), Optional.of(first.hash())));
            assertThat(room.player("ann again").connected()).isTrue();
            assertThat(room.player("ann again").name()).isEqualTo("Guest");
        }

        @Test
        void takesTheSeatOverFromAnOlderConnection() {
            room.does("ann again", with(first));
            assertThat(room.playerOf("ann")).isEqualTo(Player.NOBODY);
            assertThat(room.seatOf("ann again")).isEqualTo(Seat.BLACK);
        }

        @Test
        void worksWithTheNewToken() {
            room.does("2", with(first));
            Token second = room.latestToken();
            room.does("3", with(second));
            assertThat(room.seatOf("3")).isEqualTo(Seat.BLACK);
        }

        @Test
        void worksOnceMoreWithTheTokenJustUsedBecauseTheAnswerMayBeLost() {
            room.does("2", with(first));
            room.does("3", with(first));
            room.does("4", with(first));
            assertThat(room.seatOf("4")).isEqualTo(Seat.BLACK);
        }

        @Test
        void worksWithTheSecondTokenWhenTheAnswerWithTheThirdIsLost() {
            room.does("2", with(first));
            Token second = room.latestToken();
            room.does("3", with(second));
            room.does("4", with(second));
            assertThat(room.seatOf("4")).isEqualTo(Seat.BLACK);
        }

        @Test
        void isRefusedWithTheEarlierTokenOnceThePlayerActed() {
            room.does("2", with(first));
            room.does("2", new Command.Say("I am back"));
            assertThat(room.refusal("3", with(first))).isEqualTo(Reason.BAD_TOKEN);
        }

        @Test
        void isRefusedWithATokenTwoExchangesAgo() {
            room.does("2", with(first));
            room.does("3", with(room.latestToken()));
            assertThat(room.refusal("4", with(first))).isEqualTo(Reason.BAD_TOKEN);
        }

        @Test
        void isRefusedWithAnUnknownToken() {
            assertThat(room.refusal("2", with(new Token("guess")))).isEqualTo(Reason.BAD_TOKEN);
        }

        @Test
        void isRefusedWithTheTokenOfWhoLeft() {
            Gathering game = Gathering.atPlay();
            Token ben = game.latestToken();
            game.does("ben", new Leave());
            assertThat(game.refusal("ben again", with(ben))).isEqualTo(Reason.BAD_TOKEN);
        }

        @Test
        void isRefusedWithTheOtherSeatsToken() {
            Gathering game = Gathering.atPlay();
            Token ben = game.latestToken();
            assertThat(game.refusal("ann", with(ben))).isEqualTo(Reason.ALREADY_SEATED);
        }

        @Test
        void isRefusedFromAfterTheLatestEvent() {
            assertThat(room.refusal("2", new Resume(Optional.of(first), 2))).isEqualTo(Reason.BAD_SINCE);
            assertThat(room.refusal("2", new Resume(Optional.empty(), 2))).isEqualTo(Reason.BAD_SINCE);
        }

        @Test
        void withoutATokenOnlyCatchesUp() {
            assertThat(room.does("cleo", new Resume(Optional.empty(), 1))).isEmpty();
            assertThat(room.playerOf("cleo")).isEqualTo(Player.NOBODY);
        }

        @Test
        void withoutATokenLeavesAPlayerSeated() {
            assertThat(room.does("ann", new Resume(Optional.empty(), 0))).isEmpty();
            assertThat(room.seatOf("ann")).isEqualTo(Seat.BLACK);
        }

        @Test
        void takesTheSeatBackInTheNewColourAfterASwap() {
            Gathering game = Gathering.atPlay();
            Token ben = game.latestToken();
            game.does("ann", new PlayCommand.Resign());
            game.does("ann", new OfferCommand.Propose(Offer.Kind.REMATCH, true));
            game.does("ben", new OfferCommand.Accept(new OfferCommand.Which.OfKind(Offer.Kind.REMATCH)));
            game.does("ben again", with(ben));
            assertThat(game.seatOf("ben again")).isEqualTo(Seat.BLACK);
        }
    }

    @Nested
    class Leaving {

        @Test
        void freesTheSeatBeforeTheGame() {
            Gathering room = Gathering.onSmallBoard();
            room.does("ann", ANYWHERE);
            assertThat(room.does("ann", new Leave())).containsExactly(new Event.Left(Seat.BLACK));
            assertThat(room.room().player(Seat.BLACK)).isEmpty();
            assertThat(room.playerOf("ann")).isEqualTo(Player.NOBODY);
        }

        @Test
        void resignsAGameThatIsOn() {
            Gathering room = Gathering.atPlay();
            assertThat(room.does("ann", new Leave()))
                    .containsExactly(
                            new Event.Ended(Outcome.win(Seat.WHITE, "resignation", List.of())),
                            new Event.Left(Seat.BLACK));
            assertThat(room.room().status()).isEqualTo(Status.OVER);
        }

        @Test
        void keepsTheNameWithAGameThatIsOver() {
            Gathering room = Gathering.atPlay();
            room.does("ann", new PlayCommand.Resign());
            assertThat(room.does("ann", new Leave())).containsExactly(new Event.Left(Seat.BLACK));
            Player left = room.room().player(Seat.BLACK).orElseThrow();
            assertThat(left.name()).isEqualTo("Ann");
            assertThat(left.connected()).isFalse();
        }

        @Test
        void lapsesTheOfferOfARematch() {
            Gathering room = Gathering.atPlay();
            room.does("ann", new PlayCommand.Resign());
            room.does("ben", new OfferCommand.Propose(Offer.Kind.REMATCH, false));
            room.does("ann", new Leave());
            assertThat(room.room().offers()).isEmpty();
        }

        @Test
        void tellsNobodyOfASpectator() {
            assertThat(Gathering.atPlay().does("cleo", new Leave())).isEmpty();
        }
    }

    @Nested
    class LosingTheConnection {

        @Test
        void keepsTheSeat() {
            Gathering room = Gathering.atPlay();
            assertThat(room.does("ben", new Drop())).containsExactly(new Event.Dropped(Seat.WHITE));
            Player ben = room.room().player(Seat.WHITE).orElseThrow();
            assertThat(ben.connected()).isFalse();
            assertThat(room.room().status()).isEqualTo(Status.PLAYING);
            assertThat(room.refusal("cleo", at(Seat.WHITE))).isEqualTo(Reason.SEAT_TAKEN);
        }

        @Test
        void keepsTheSeatBeforeTheGameToo() {
            Gathering room = Gathering.onSmallBoard();
            room.does("ann", ANYWHERE);
            room.does("ann", new Drop());
            assertThat(room.refusal("ben", at(Seat.BLACK))).isEqualTo(Reason.SEAT_TAKEN);
        }

        @Test
        void keepsAnOfferOpen() {
            Gathering room = Gathering.atPlay();
            room.does("ann", new OfferCommand.Propose(Offer.Kind.DRAW, false));
            room.does("ann", new Drop());
            room.does("ben", new OfferCommand.Accept(new OfferCommand.Which.OfKind(Offer.Kind.DRAW)));
            assertThat(room.room().status()).isEqualTo(Status.OVER);
        }

        @Test
        void tellsNobodyOfASpectator() {
            assertThat(Gathering.atPlay().does("cleo", new Drop())).isEmpty();
        }
    }
}
