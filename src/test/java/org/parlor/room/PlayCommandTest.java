package org.parlor.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parlor.game.Outcome;
import org.parlor.game.Ruling;
import org.parlor.game.Seat;
import org.parlor.room.PlayCommand.Claim;
import org.parlor.room.PlayCommand.Move;
import org.parlor.room.PlayCommand.Resign;
import org.parlor.room.Refusal.Reason;

class PlayCommandTest {

    private final Gathering game = Gathering.atPlay();

    @Nested
    class Moving {

        @Test
        void putsTheMoveOnTheBoardAndPassesTheTurn() {
            assertThat(game.does("ann", new Move("c3"))).containsExactly(new Event.Moved(Seat.BLACK, "c3"));
            assertThat(game.room().position().notation()).isEqualTo("5/5/2x2/5/5 w");
            assertThat(game.room().match().toMove()).contains(Seat.WHITE);
        }

        @Test
        void isLoggedInCanonicalSpelling() {
            assertThat(game.does("ann", new Move("C3"))).containsExactly(new Event.Moved(Seat.BLACK, "c3"));
        }

        @Test
        void endsTheGameWithFiveInARow() {
            game.playing("a1", "a2", "b1", "b2", "c1", "c2", "d1", "d2");
            assertThat(game.does("ann", new Move("e1")))
                    .containsExactly(
                            new Event.Moved(Seat.BLACK, "e1"),
                            new Event.Ended(Outcome.win(Seat.BLACK, "five", List.of("a1", "b1", "c1", "d1", "e1"))));
            assertThat(game.room().status()).isEqualTo(Status.OVER);
            assertThat(game.room().match().toMove()).isEmpty();
        }

        @Test
        void endsTheGameInADrawOnAFullBoard() {
            Gathering last = new Gathering("xxoox/ooxxo/xxoox/ooxxo/xxoo1 b");
            last.does("ann", new SeatCommand.Sit(Optional.empty(), "Ann"));
            last.does("ben", new SeatCommand.Sit(Optional.empty(), "Ben"));
            assertThat(last.does("ann", new Move("e1"))).last().isEqualTo(new Event.Ended(Outcome.draw("full-board")));
        }

        @ParameterizedTest
        @CsvSource({"x, BAD_MOVE", "'', BAD_MOVE", "f1, OFF_BOARD", "a6, OFF_BOARD", "a0, OFF_BOARD", "c3, OCCUPIED"})
        void isRefusedByTheRules(String move, Reason reason) {
            game.playing("c3");
            assertThat(game.refusal("ben", new Move(move))).isEqualTo(reason);
        }

        @Test
        void isRefusedOutOfTurn() {
            assertThat(game.refusal("ben", new Move("c3"))).isEqualTo(Reason.NOT_YOUR_TURN);
        }

        @Test
        void isRefusedToSpectators() {
            assertThat(game.refusal("cleo", new Move("c3"))).isEqualTo(Reason.NOT_SEATED);
        }

        @Test
        void isRefusedBeforeTheGame() {
            Gathering early = Gathering.onSmallBoard();
            early.does("ann", new SeatCommand.Sit(Optional.empty(), "Ann"));
            assertThat(early.refusal("ann", new Move("c3"))).isEqualTo(Reason.NOT_STARTED);
        }

        @Test
        void isRefusedAfterTheGame() {
            game.does("ben", new Resign());
            assertThat(game.refusal("ann", new Move("c3"))).isEqualTo(Reason.GAME_OVER);
        }

        @Test
        void isPossibleWhileTheOpponentIsAway() {
            game.does("ben", new SeatCommand.Drop());
            game.does("ann", new Move("c3"));
            assertThat(game.room().match().history().plies()).containsExactly(new Ply(Seat.BLACK, "c3"));
        }

        @Test
        void isUpToTheRulesWhichForbidInRenju() {
            Ruling.Illegal foul = new Ruling.Illegal(Ruling.Reason.FORBIDDEN, "h8 is forbidden to black: overline");
            assertThat(Refusal.of(foul)).isEqualTo(new Refusal(Reason.FORBIDDEN, foul.detail()));
        }

        @Test
        void hasARefusalForEveryRuling() {
            for (Ruling.Reason reason : Ruling.Reason.values()) {
                assertThat(Refusal.of(new Ruling.Illegal(reason, "no")).reason().name())
                        .isEqualTo(reason.name());
            }
        }
    }

    @Nested
    class Resigning {

        @Test
        void givesTheGameToTheOther() {
            assertThat(game.does("ann", new Resign()))
                    .containsExactly(new Event.Ended(Outcome.win(Seat.WHITE, "resignation", List.of())));
        }

        @Test
        void isPossibleOutOfTurn() {
            assertThat(game.does("ben", new Resign()))
                    .containsExactly(new Event.Ended(Outcome.win(Seat.BLACK, "resignation", List.of())));
        }

        @Test
        void isRefusedToSpectatorsBeforeAndAfterTheGame() {
            assertThat(game.refusal("cleo", new Resign())).isEqualTo(Reason.NOT_SEATED);
            game.does("ben", new Resign());
            assertThat(game.refusal("ben", new Resign())).isEqualTo(Reason.GAME_OVER);
            Gathering early = Gathering.onSmallBoard();
            early.does("ann", new SeatCommand.Sit(Optional.empty(), "Ann"));
            assertThat(early.refusal("ann", new Resign())).isEqualTo(Reason.NOT_STARTED);
        }
    }

    @Nested
    class Claiming {

        @Test
        void takesTheWinFromWhoHasBeenAwayForTooLong() {
            game.does("ben", new SeatCommand.Drop());
            game.passMillis(Gathering.PATIENCE.toMillis());
            assertThat(game.does("ann", new Claim()))
                    .containsExactly(new Event.Ended(Outcome.win(Seat.BLACK, "abandonment", List.of())));
        }

        @Test
        void isRefusedWhileTheOpponentIsHere() {
            game.passMillis(Gathering.PATIENCE.toMillis());
            assertThat(game.refusal("ann", new Claim())).isEqualTo(Reason.TOO_EARLY);
        }

        @Test
        void isRefusedWhileTheOpponentMayStillComeBack() {
            game.does("ben", new SeatCommand.Drop());
            game.passMillis(Gathering.PATIENCE.toMillis() - 1);
            assertThat(game.refusal("ann", new Claim())).isEqualTo(Reason.TOO_EARLY);
        }

        @Test
        void isRefusedOnceTheOpponentIsBack() {
            Token ben = game.latestToken();
            game.does("ben", new SeatCommand.Drop());
            game.passMillis(Gathering.PATIENCE.toMillis());
            game.does("ben", new SeatCommand.Resume(Optional.of(ben), 0));
            assertThat(game.refusal("ann", new Claim())).isEqualTo(Reason.TOO_EARLY);
        }

        @Test
        void isRefusedToSpectatorsAndAfterTheGame() {
            assertThat(game.refusal("cleo", new Claim())).isEqualTo(Reason.NOT_SEATED);
            game.does("ben", new Resign());
            assertThat(game.refusal("ann", new Claim())).isEqualTo(Reason.GAME_OVER);
        }
    }

    @Nested
    class Chatting {

        @Test
        void tellsSeatAndNameOfAPlayer() {
            assertThat(game.does("ann", new Command.Say("hello")))
                    .containsExactly(new Event.Said(Optional.of(Seat.BLACK), Optional.of("Ann"), "hello"));
        }

        @Test
        void isOpenToSpectatorsWithoutSeatOrName() {
            assertThat(game.does("cleo", new Command.Say("hello")))
                    .containsExactly(new Event.Said(Optional.empty(), Optional.empty(), "hello"));
        }

        @Test
        void isPossibleInEveryStatus() {
            Gathering empty = Gathering.onSmallBoard();
            assertThat(empty.does("cleo", new Command.Say("anyone here?"))).hasSize(1);
            game.does("ben", new Resign());
            assertThat(game.does("ben", new Command.Say("well played"))).hasSize(1);
        }
    }

    @Nested
    class AskingWhatIsLegal {

        private List<Ruling.Legal> plays(Gathering gathering, String connection) {
            return ((Decision.LegalMoves)
                            gathering.ask(connection, new Command.Legal()).decision())
                    .plays();
        }

        @Test
        void tellsEveryMoveToAnyoneWithoutAnEvent() {
            game.playing("c3");
            assertThat(plays(game, "cleo")).hasSize(24).noneMatch(play -> play.move()
                    .equals("c3"));
            assertThat(game.room().seq()).isEqualTo(4);
        }

        @Test
        void tellsNothingBeforeAndAfterTheGame() {
            assertThat(plays(Gathering.onSmallBoard(), "ann")).isEmpty();
            game.does("ben", new Resign());
            assertThat(plays(game, "ann")).isEmpty();
        }
    }
}
