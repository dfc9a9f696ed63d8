package org.parlor.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parlor.runtime.House.HELLO;
import static org.parlor.runtime.House.catchUp;
import static org.parlor.runtime.House.move;
import static org.parlor.runtime.House.resume;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.parlor.game.Seat;
import org.parlor.room.Command;
import org.parlor.room.Offer;
import org.parlor.room.OfferCommand;
import org.parlor.room.SeatCommand;
import org.parlor.room.Token;
import org.parlor.runtime.House.Pair;

/**
 * A token that was exchanged for a new one takes the seat back until its player acts, since the answer may be lost, and never again
 * afterwards, whatever becomes of the room.
 */
class ReplacedTokenTest {

    private final House house = new House();
    private final Pair pair = house.atPlay();
    private final Token first = pair.ann().token();

    /** Ann comes back, and has another token. */
    private Recorder annComesBack(Token token) {
        Recorder again = house.visitor();
        house.asks(again, "back", resume(token, house.stored().seq()));
        again.heard();
        return again;
    }

    private boolean takesTheSeat(Token token) {
        Recorder visitor = house.visitor();
        house.asks(visitor, "try", resume(token, 0));
        return visitor.heard().contains("you black #try");
    }

    /** Nobody is in the room any more, and it is read again for who comes next. */
    private void roomIsReadAgain(Recorder... inside) {
        for (Recorder each : inside) {
            house.leaves(each);
        }
        assertThat(house.room.isIdle()).isTrue();
        house.reopens();
        house.settle();
    }

    @Test
    void isDeadOnceItsPlayerActed() {
        Recorder ann = annComesBack(first);
        house.asks(ann, "1", move("c3"));
        assertThat(takesTheSeat(first)).isFalse();
        assertThat(takesTheSeat(ann.token())).isTrue();
    }

    @Test
    void isDeadAlsoWhenTheRoomWasEmptyAndIsReadAgain() {
        Recorder ann = annComesBack(first);
        house.asks(ann, "1", HELLO);
        roomIsReadAgain(ann, pair.ben());
        assertThat(takesTheSeat(first)).isFalse();
        assertThat(takesTheSeat(ann.token())).isTrue();
    }

    @Test
    void isDeadAfterTwoExchangesAlsoWhenTheRoomIsReadAgain() {
        Recorder ann = annComesBack(annComesBack(first).token());
        roomIsReadAgain(ann, pair.ben());
        assertThat(takesTheSeat(first)).isFalse();
        assertThat(takesTheSeat(ann.token())).isTrue();
    }

    @Test
    void worksUntilItsPlayerActsAlsoWhenTheRoomIsReadAgain() {
        Recorder ann = annComesBack(first);
        roomIsReadAgain(ann, pair.ben());
        assertThat(takesTheSeat(first)).isTrue();
    }

    @Test
    void worksWhateverHappensThatItsPlayerDidNotDo() {
        Recorder ann = annComesBack(first);
        house.asks(pair.ben(), "1", HELLO);
        house.asks(pair.ben(), "2", new OfferCommand.Propose(Offer.Kind.DRAW, false));
        house.leaves(ann);
        assertThat(takesTheSeat(first)).isTrue();
    }

    @Test
    void isNotEndedByAQuestionOrByWhatIsRefused() {
        Recorder ann = annComesBack(first);
        house.asks(ann, "1", new Command.Legal());
        house.asks(ann, "2", catchUp(0));
        house.asks(ann, "3", move("z9"));
        house.asks(ann, "4", new SeatCommand.Sit(Optional.of(Seat.WHITE), "Ann"));
        assertThat(takesTheSeat(first)).isTrue();
    }

    @Test
    void isDeadAfterEachKindOfAct() {
        Recorder ann = annComesBack(first);
        house.asks(ann, "1", new OfferCommand.Propose(Offer.Kind.DRAW, false));
        assertThat(takesTheSeat(first)).isFalse();
        Token second = ann.token();
        ann = annComesBack(second);
        house.asks(ann, "2", new OfferCommand.Decline(new OfferCommand.Which.OfKind(Offer.Kind.DRAW)));
        assertThat(takesTheSeat(second)).isFalse();
        Token third = ann.token();
        ann = annComesBack(third);
        house.asks(pair.ben(), "3", new OfferCommand.Propose(Offer.Kind.DRAW, false));
        house.asks(ann, "4", new OfferCommand.Accept(new OfferCommand.Which.OfKind(Offer.Kind.DRAW)));
        assertThat(takesTheSeat(third)).isFalse();
        assertThat(takesTheSeat(ann.token())).isTrue();
    }
}
