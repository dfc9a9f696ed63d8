package org.parlor.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parlor.room.House.HELLO;
import static org.parlor.room.House.move;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parlor.game.Seat;
import org.parlor.room.House.Pair;

/** Every command of a person is counted once, by what became of it. */
class TallyTest {

    private final House house = new House();
    private final Pair pair = house.atPlay();

    @BeforeEach
    void forgetTheSeating() {
        assertThat(house.tally.counted).containsExactly("sit accepted", "sit accepted");
        house.tally.counted.clear();
    }

    @Test
    void isCountedWhenItIsStoredAndNotBefore() {
        house.journal.hold();
        house.asks(pair.ann(), "1", move("c3"));
        assertThat(house.tally.counted).isEmpty();
        house.journal.release();
        house.settle();
        assertThat(house.tally.counted).containsExactly("move accepted");
    }

    @Test
    void isCountedWithTheReasonOfItsRefusal() {
        house.asks(pair.ben(), "1", move("c3"));
        assertThat(house.tally.counted).containsExactly("move not-your-turn");
    }

    @Test
    void isARepetitionTheSecondTime() {
        house.asks(pair.ann(), "1", HELLO);
        house.asks(pair.ann(), "1", HELLO);
        assertThat(house.tally.counted).containsExactly("say accepted", "say repeated");
    }

    @Test
    void isUnavailableWhenTheJournalFails() {
        house.journal.failing(true);
        house.asks(pair.ann(), "1", move("c3"));
        assertThat(house.tally.counted).containsExactly("move unavailable");
    }

    @Test
    void isAQuestionToo() {
        house.asks(pair.ann(), "1", new Command.Legal());
        assertThat(house.tally.counted).containsExactly("legal accepted");
    }

    @Test
    void isNoCommandWhenAConnectionIsLost() {
        house.leaves(pair.ben());
        assertThat(house.stored().player(Seat.WHITE))
                .hasValueSatisfying(ben -> assertThat(ben.connected()).isFalse());
        assertThat(house.tally.counted).isEmpty();
    }
}
