package org.parlor.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parlor.runtime.House.HELLO;
import static org.parlor.runtime.House.move;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.parlor.game.Outcome;
import org.parlor.game.Seat;
import org.parlor.game.gomoku.Gomoku;
import org.parlor.room.Clock;
import org.parlor.room.CountingGame;
import org.parlor.room.Offer;
import org.parlor.room.OfferCommand;
import org.parlor.room.PlayCommand;
import org.parlor.room.SeatCommand;
import org.parlor.room.ServedTime;
import org.parlor.room.Status;
import org.parlor.runtime.House.Pair;

/** When time is up in a room: by itself, at the very time, and never because of the server. */
class TimeUpTest {

    private static final long MINUTE = 60_000;
    private static final long LATE = MINUTE + Clock.LAG_QUOTA;

    private long unserved;
    private final ServedTime served = (since, now) -> Math.max(0, now - since - unserved);
    private final House house = new House(new Gomoku(), Map.of("size", "5"), "60+0", Optional.empty(), served);

    private Optional<Outcome> outcome() {
        return house.stored().match().outcome();
    }

    @Test
    void comesByItselfAtTheVeryTimeAndNotAMomentEarlier() {
        Pair pair = house.atPlay();
        house.passes(LATE - 1);
        assertThat(pair.ann().heard()).isEmpty();
        house.passes(1);
        assertThat(pair.ann().heard()).containsExactly("4 ended");
        assertThat(pair.ben().heard()).containsExactly("4 ended");
        assertThat(outcome()).contains(Outcome.win(Seat.WHITE, "timeout", List.of()));
    }

    @Test
    void countsFromEachMoveForWhoIsDueNext() {
        Pair pair = house.atPlay();
        house.passes(50_000);
        house.asks(pair.ann(), "1", move("c3"));
        house.passes(LATE - 1);
        assertThat(outcome()).isEmpty();
        house.passes(1);
        assertThat(outcome()).contains(Outcome.win(Seat.BLACK, "timeout", List.of()));
    }

    @Test
    void isNotForAMoveThatCameInTimeAndIsStoredLate() {
        Pair pair = house.atPlay();
        house.passes(59_000);
        house.store.hold();
        house.asks(pair.ann(), "1", move("c3"));
        house.passes(10_000);
        assertThat(pair.ann().heard()).isEmpty();
        house.store.release();
        house.settle();
        assertThat(pair.ann().heard()).containsExactly("4 moved", "ack #1 4");
        assertThat(outcome()).isEmpty();
        // The other's minute began when the move was made.
        house.passes(LATE - 10_000 - 1);
        assertThat(outcome()).isEmpty();
        house.passes(1);
        assertThat(outcome()).contains(Outcome.win(Seat.BLACK, "timeout", List.of()));
    }

    @Test
    void isNotForAMoveThatWaitedInLineWhileTheStoreHung() {
        Pair pair = house.atPlay();
        house.passes(50_000);
        house.store.hold();
        house.asks(pair.ben(), "1", HELLO);
        house.asks(pair.ann(), "1", move("c3"));
        house.passes(20_000);
        unserved = 20_000;
        house.store.release();
        house.settle();
        assertThat(pair.ann().heard()).containsExactly("4 said", "5 moved", "ack #1 5");
        assertThat(house.stored().match().clock().shown(Seat.BLACK)).isEqualTo(10_000);
        assertThat(outcome()).isEmpty();
    }

    @Test
    void isNotWhileTheServerStandsStillAndIsOnceTheWholeTimeWasServed() {
        Pair pair = house.atPlay();
        unserved = 5_000;
        house.passes(LATE);
        house.passes(4_999);
        assertThat(pair.ann().heard()).isEmpty();
        house.passes(1);
        // It is looked at a few times a second.
        house.passes(200);
        assertThat(pair.ann().heard()).containsExactly("4 ended");
    }

    @Test
    void isSeenAtOnceByAServerThatStartsAfterwards() {
        house.atPlay();
        house.clock.passMillis(LATE);
        house.restarts();
        assertThat(outcome()).contains(Outcome.win(Seat.WHITE, "timeout", List.of()));
    }

    @Test
    void isStillToComeForAServerThatStartsBefore() {
        house.atPlay();
        house.passes(10_000);
        house.restarts();
        house.passes(LATE - 10_000 - 1);
        assertThat(outcome()).isEmpty();
        house.passes(1);
        assertThat(outcome()).contains(Outcome.win(Seat.WHITE, "timeout", List.of()));
    }

    @Test
    void comesAgainWhenTheStoreCouldNotTakeIt() {
        Pair pair = house.atPlay();
        house.store.failing(true);
        house.passes(LATE);
        assertThat(pair.ann().heard()).isEmpty();
        house.store.failing(false);
        house.passes(1_000);
        assertThat(pair.ann().heard()).containsExactly("4 ended");
    }

    @Test
    void neverIsInAGameThatIsOver() {
        Pair pair = house.atPlay();
        house.asks(pair.ann(), "1", new PlayCommand.Resign());
        pair.ann().heard();
        house.passes(2 * LATE);
        assertThat(house.kindsStored().stream().filter("Ended"::equals)).hasSize(1);
    }

    @Test
    void isMovedOnByATakeback() {
        Pair pair = house.atPlay();
        house.passes(10_000);
        house.asks(pair.ann(), "1", move("c3"));
        house.passes(50_000);
        house.asks(pair.ann(), "2", new OfferCommand.Propose(Offer.Kind.TAKEBACK, false));
        house.asks(pair.ben(), "2", new OfferCommand.Accept(new OfferCommand.Which.OfKind(Offer.Kind.TAKEBACK)));
        house.passes(50_000 + Clock.LAG_QUOTA - 1);
        assertThat(outcome()).isEmpty();
        house.passes(1);
        assertThat(outcome()).contains(Outcome.win(Seat.WHITE, "timeout", List.of()));
    }

    @Test
    void ofAPositionChangesItAndPlayGoesOn() {
        CountingGame game = new CountingGame();
        House counting = new House(game, Map.of("limit", "300"), Optional.empty());
        Recorder ann = counting.visitor();
        Recorder ben = counting.visitor();
        counting.asks(ann, "sit", new SeatCommand.Sit(Optional.of(CountingGame.FIRST), "Ann"));
        counting.asks(ben, "sit", new SeatCommand.Sit(Optional.of(CountingGame.SECOND), "Ben"));
        counting.asks(ann, "start", new SeatCommand.Start());
        counting.asks(ben, "start", new SeatCommand.Start());
        counting.asks(ann, "1", move("1"));
        ben.heard();
        counting.passes(299_999);
        assertThat(ben.heard()).isEmpty();
        counting.passes(1);
        assertThat(ben.texts()).singleElement().asString().contains("\"type\":\"timeout\"", "\"toMove\":\"first\"");
        counting.passes(300_000);
        assertThat(ben.texts()).last().asString().contains("\"type\":\"timeout\"", "\"toMove\":\"second\"");
        assertThat(counting.stored().status()).isEqualTo(Status.PLAYING);
    }
}
