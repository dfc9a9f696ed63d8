package org.parlor.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.parlor.game.Outcome;
import org.parlor.game.Ruling;
import org.parlor.game.Seat;
import org.parlor.room.Refusal.Reason;

/** What a game costs its players of their time. */
class ClockTest {

    private static final Command TIME_UP = new Command.TimeUp();

    private static long shown(Gathering gathering, Seat seat) {
        return gathering.room().match().clock().shown(seat);
    }

    private static long spent(List<Event> events) {
        return ((Event.Moved) events.get(0)).spent();
    }

    private static PlayCommand.Move took(String move, long millis) {
        return new PlayCommand.Move(move, OptionalLong.of(millis), OptionalLong.empty());
    }

    private static void takesBack(Gathering gathering, String proposer, String other) {
        gathering.does(proposer, new OfferCommand.Propose(Offer.Kind.TAKEBACK, false));
        gathering.does(other, new OfferCommand.Accept(new OfferCommand.Which.OfKind(Offer.Kind.TAKEBACK)));
    }

    @Nested
    class AMove {

        private final Gathering gathering = Gathering.atPlay("60+5");

        @Test
        void costsTheTimeSinceItWasDueAndBringsTheIncrement() {
            gathering.passMillis(10_000);
            assertThat(spent(gathering.does("ann", new PlayCommand.Move("c3")))).isEqualTo(10_000);
            assertThat(shown(gathering, Seat.BLACK)).isEqualTo(55_000);
            assertThat(shown(gathering, Seat.WHITE)).isEqualTo(60_000);
            assertThat(gathering.room().match().clock().running()).containsExactly(Seat.WHITE);
        }

        @Test
        void costsNoLessThanItTookAndAtMostASecondLessThanPassed() {
            gathering.passMillis(10_000);
            assertThat(spent(gathering.does("ann", took("c3", 9_500)))).isEqualTo(9_500);
            gathering.passMillis(10_000);
            assertThat(spent(gathering.does("ben", took("c4", 100)))).isEqualTo(9_000);
            gathering.passMillis(10_000);
            assertThat(spent(gathering.does("ann", took("d3", 20_000)))).isEqualTo(10_000);
            gathering.passMillis(500);
            assertThat(spent(gathering.does("ben", took("d4", 0)))).isZero();
        }

        @Test
        void costsNothingWithoutAClock() {
            Gathering timeless = Gathering.atPlay();
            timeless.passMillis(10_000);
            assertThat(spent(timeless.does("ann", took("c3", 9_500)))).isZero();
            assertThat(timeless.room().deadline()).isEmpty();
        }

        @Test
        void isTooLateIfTheGameHasMovedOnSinceThePlayerLooked() {
            PlayCommand.Move afterStart = new PlayCommand.Move("c3", OptionalLong.empty(), OptionalLong.of(3));
            PlayCommand.Move beforeStart = new PlayCommand.Move("c3", OptionalLong.empty(), OptionalLong.of(2));
            assertThat(gathering.refusal("ann", beforeStart)).isEqualTo(Reason.TOO_LATE);
            gathering.does("ben", new Command.Say("hello"));
            gathering.does("ben", new OfferCommand.Propose(Offer.Kind.DRAW, false));
            gathering.does("ann", afterStart);
            gathering.does("ben", new PlayCommand.Move("c4"));
            takesBack(gathering, "ben", "ann");
            // The position is the one that Ben saw, but it came again.
            assertThat(gathering.refusal("ben", new PlayCommand.Move("c5", OptionalLong.empty(), OptionalLong.of(6))))
                    .isEqualTo(Reason.TOO_LATE);
        }
    }

    @Nested
    class Time {

        @Test
        void isUpWhenNoneIsLeftWhateverCouldBeGivenBack() {
            Gathering gathering = Gathering.atPlay("60+5");
            assertThat(gathering.room().deadline()).hasValue(Gathering.NOON + 60_000 + Clock.LAG_QUOTA);
            gathering.passMillis(60_000 + Clock.LAG_QUOTA - 1);
            assertThat(gathering.does("room", TIME_UP)).isEmpty();
            gathering.passMillis(1);
            assertThat(gathering.does("room", TIME_UP))
                    .containsExactly(new Event.Ended(Outcome.win(Seat.WHITE, "timeout", List.of())));
        }

        @Test
        void ofAMoveThatTookNoLongerIsNotUpThoughItArrivesLate() {
            Gathering gathering = Gathering.atPlay("60+0");
            gathering.passMillis(60_000 + Clock.LAG_QUOTA - 1);
            gathering.does("ann", took("c3", 59_999));
            assertThat(shown(gathering, Seat.BLACK)).isEqualTo(1);
        }

        @Test
        void isNobodysBeforeAndAfterTheGame() {
            Gathering gathering = Gathering.atPlay("60+5");
            gathering.passMillis(10_000);
            gathering.does("ann", new PlayCommand.Resign());
            assertThat(gathering.room().deadline()).isEmpty();
            gathering.passMillis(1_000_000);
            assertThat(gathering.does("room", TIME_UP)).isEmpty();
            assertThat(shown(gathering, Seat.BLACK)).isEqualTo(50_000);
            assertThat(shown(gathering, Seat.WHITE)).isEqualTo(60_000);
        }

        @Test
        void thatIsUpIsShownAsNone() {
            Gathering gathering = Gathering.atPlay("60+5");
            gathering.passMillis(60_000 + Clock.LAG_QUOTA);
            gathering.does("room", TIME_UP);
            assertThat(shown(gathering, Seat.BLACK)).isZero();
            assertThat(shown(gathering, Seat.WHITE)).isEqualTo(60_000);
        }

        @Test
        void isFullAgainInARematch() {
            Gathering gathering = Gathering.atPlay("60+5");
            gathering.passMillis(10_000);
            gathering.does("ann", new PlayCommand.Move("c3"));
            gathering.does("ben", new PlayCommand.Resign());
            gathering.does("ann", new OfferCommand.Propose(Offer.Kind.REMATCH, false));
            gathering.does("ben", new OfferCommand.Accept(new OfferCommand.Which.OfKind(Offer.Kind.REMATCH)));
            assertThat(shown(gathering, Seat.BLACK)).isEqualTo(60_000);
            assertThat(shown(gathering, Seat.WHITE)).isEqualTo(60_000);
            assertThat(gathering.room().deadline()).hasValue(Gathering.NOON + 10_000 + 60_000 + Clock.LAG_QUOTA);
        }
    }

    @Nested
    class ATakeback {

        private final Gathering gathering = Gathering.atPlay("60+5");

        @Test
        void letsTheClockRunForWhoMovesAgainAndGivesNobodyTime() {
            gathering.passMillis(10_000);
            gathering.does("ann", new PlayCommand.Move("c3"));
            gathering.passMillis(3_000);
            takesBack(gathering, "ann", "ben");
            assertThat(gathering.room().match().clock().running()).containsExactly(Seat.BLACK);
            assertThat(shown(gathering, Seat.BLACK)).isEqualTo(55_000);
            assertThat(shown(gathering, Seat.WHITE)).isLessThanOrEqualTo(60_000);
            assertThat(gathering.room().deadline()).hasValue(Gathering.NOON + 13_000 + 55_000 + Clock.LAG_QUOTA);
        }

        @Test
        void givesNoTimeToWhoThoughtBeforeAskingForIt() {
            gathering.does("ann", new PlayCommand.Move("c3"));
            gathering.does("ben", new PlayCommand.Move("c4"));
            gathering.passMillis(20_000);
            takesBack(gathering, "ann", "ben");
            gathering.passMillis(10_000);
            assertThat(spent(gathering.does("ann", new PlayCommand.Move("d3")))).isEqualTo(30_000);
        }
    }

    @Nested
    class ASwap {

        private final Gathering gathering = Gathering.atPlay(Map.of("size", "5", "opening", "swap2"), "60+0");

        private String swap() {
            return gathering.room().position().legal().stream()
                    .filter(Ruling.Legal::swaps)
                    .findFirst()
                    .orElseThrow()
                    .move();
        }

        private void threeStonesAndASwap() {
            gathering.passMillis(10_000);
            gathering.playing("a1", "b2", "c3");
            gathering.passMillis(20_000);
            gathering.playing(swap());
        }

        @Test
        void leavesEachPlayerTheirTime() {
            threeStonesAndASwap();
            assertThat(gathering.seatOf("ann")).isEqualTo(Seat.WHITE);
            assertThat(shown(gathering, Seat.WHITE)).isEqualTo(50_000);
            assertThat(shown(gathering, Seat.BLACK)).isEqualTo(40_000);
        }

        @Test
        void thatIsTakenBackLeavesEachPlayerTheirTimeToo() {
            threeStonesAndASwap();
            takesBack(gathering, "ben", "ann");
            assertThat(gathering.seatOf("ann")).isEqualTo(Seat.BLACK);
            assertThat(shown(gathering, Seat.BLACK)).isEqualTo(50_000);
            assertThat(shown(gathering, Seat.WHITE)).isEqualTo(40_000);
            assertThat(gathering.room().match().clock().running()).containsExactly(Seat.WHITE);
        }
    }

    @Test
    void whoDecidesUnseenTakesNothingFromTheTimeOfTheOthers() {
        Gathering gathering = Gathering.atTheCards("60+0");
        gathering.passMillis(10_000);
        gathering.does("ann", new PlayCommand.Move("raise"));
        assertThat(shown(gathering, new Seat("left"))).isEqualTo(50_000);
        assertThat(shown(gathering, new Seat("right"))).isEqualTo(50_000);
        assertThat(gathering.room().deadline()).hasValue(Gathering.NOON + 60_000 + Clock.LAG_QUOTA);
        gathering.passMillis(10_000);
        assertThat(spent(gathering.does("cleo", new PlayCommand.Move("fold")))).isEqualTo(20_000);
        gathering.passMillis(41_000);
        assertThat(gathering.does("room", TIME_UP)).startsWith(new Event.Withdrawn(new Seat("middle"), "timeout"));
    }

    @Test
    void theClockOfALogIsTheClockOfItsRoom() {
        Gathering gathering = Gathering.atPlay("10/2x5");
        gathering.passMillis(7_000);
        gathering.playing("c3");
        gathering.passMillis(12_345);
        gathering.playing("c4");
        gathering.passMillis(1_000);
        takesBack(gathering, "ben", "ann");
        assertThat(Gathering.replay(gathering.log())).isEqualTo(gathering.room());
    }
}
