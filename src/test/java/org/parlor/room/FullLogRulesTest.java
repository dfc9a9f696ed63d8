package org.parlor.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.parlor.game.Seat;
import org.parlor.room.Offer.Kind;
import org.parlor.room.Refusal.Reason;

/** A room whose log is full: the game goes on to its end, and nothing else makes the log longer. */
class FullLogRulesTest {

    private static final Command HELLO = new Command.Say("hello");

    private final Gathering full = Gathering.atPlay().talkingUntil(Room.LONGEST_LOG);

    @Test
    void hasNoPlaceForChat() {
        assertThat(full.refusal("ann", HELLO)).isEqualTo(Reason.LOG_FULL);
        assertThat(full.refusal("cleo", HELLO)).isEqualTo(Reason.LOG_FULL);
    }

    @Test
    void hasNoPlaceForOffers() {
        full.playing("c3");
        for (Kind kind : new Kind[] {Kind.DRAW, Kind.TAKEBACK}) {
            assertThat(full.refusal("ann", new OfferCommand.Propose(kind, false)))
                    .isEqualTo(Reason.LOG_FULL);
        }
        full.does("ann", new PlayCommand.Resign());
        assertThat(full.refusal("ann", new OfferCommand.Propose(Kind.REMATCH, false)))
                .isEqualTo(Reason.LOG_FULL);
    }

    @Test
    void hasNoPlaceForNewPlayers() {
        Gathering waiting = Gathering.onSmallBoard();
        waiting.does("ann", new SeatCommand.Sit(Optional.of(Seat.BLACK), "Ann"));
        waiting.talkingUntil(Room.LONGEST_LOG);
        assertThat(waiting.refusal("ben", new SeatCommand.Sit(Optional.empty(), "Ben")))
                .isEqualTo(Reason.LOG_FULL);
    }

    @Test
    void keepsThePlayersPartFromThoseWhoWatch() {
        Gathering half = Gathering.atPlay().talkingUntil(Room.LONGEST_LOG / 2 - 1);
        half.does("cleo", HELLO);
        assertThat(half.refusal("cleo", HELLO)).isEqualTo(Reason.LOG_FULL);
        half.does("ann", HELLO);
    }

    @Test
    void letsTheGameBePlayedToItsEnd() {
        full.playing("a1", "a2", "b1", "b2", "c1", "c2", "d1", "d2", "e1");
        assertThat(full.room().status()).isEqualTo(Status.OVER);
    }

    @Test
    void letsAPlayerResignAndLeave() {
        full.does("ann", new PlayCommand.Resign());
        full.does("ann", new SeatCommand.Leave());
        assertThat(full.room().status()).isEqualTo(Status.OVER);
    }

    @Test
    void letsWhoIsAwayComeBackAndBeClaimedFrom() {
        Token token = full.tokens().get(0);
        full.does("ann", new SeatCommand.Drop());
        full.does("again", new SeatCommand.Resume(Optional.of(token), 0));
        full.does("again", new SeatCommand.Drop());
        full.passMillis(Gathering.PATIENCE.toMillis());
        full.does("ben", new PlayCommand.Claim());
        assertThat(full.room().status()).isEqualTo(Status.OVER);
    }

    @Test
    void letsAnOfferThatIsOpenBeAccepted() {
        Gathering nearly = Gathering.atPlay().talkingUntil(Room.LONGEST_LOG - 1);
        nearly.does("ann", new OfferCommand.Propose(Kind.DRAW, false));
        nearly.does("ben", new OfferCommand.Accept(new OfferCommand.Which.OfKind(Kind.DRAW)));
        assertThat(nearly.room().status()).isEqualTo(Status.OVER);
    }

    @Test
    void endsTheComingAndGoingOfOnePlayerSomeTime() {
        String connection = "ann";
        for (int i = 0; i < SeatCommand.Resume.MOST_RETURNS; i++) {
            Token token = i == 0 ? full.tokens().get(0) : full.latestToken();
            connection = "ann" + i;
            full.does(connection, new SeatCommand.Resume(Optional.of(token), 0));
        }
        assertThat(full.refusal("late", new SeatCommand.Resume(Optional.of(full.latestToken()), 0)))
                .isEqualTo(Reason.BAD_TOKEN);
        assertThat(full.playerOf(connection)).isEqualTo(1);
        full.does(connection, new PlayCommand.Move("c3"));
    }
}
