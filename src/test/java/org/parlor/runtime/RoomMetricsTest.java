package org.parlor.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parlor.runtime.House.HELLO;
import static org.parlor.runtime.House.move;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parlor.game.Seat;
import org.parlor.room.Command;
import org.parlor.runtime.House.Pair;

/** Every command of a person is counted once, by what became of it. */
class RoomMetricsTest {

    private final House house = new House();
    private final Pair pair = house.atPlay();

    @BeforeEach
    void forgetTheSeating() {
        assertThat(house.metrics.counted).containsExactly("sit accepted", "sit accepted");
        house.metrics.counted.clear();
    }

    @Test
    void isCountedWhenItIsStoredAndNotBefore() {
        house.store.hold();
        house.asks(pair.ann(), "1", move("c3"));
        assertThat(house.metrics.counted).isEmpty();
        house.store.release();
        house.settle();
        assertThat(house.metrics.counted).containsExactly("move accepted");
    }

    @Test
    void isCountedWithTheReasonOfItsRefusal() {
        house.asks(pair.ben(), "1", move("c3"));
        assertThat(house.metrics.counted).containsExactly("move not-your-turn");
    }

    @Test
    void isARepetitionTheSecondTime() {
        house.asks(pair.ann(), "1", HELLO);
        house.asks(pair.ann(), "1", HELLO);
        assertThat(house.metrics.counted).containsExactly("say accepted", "say repeated");
    }

    @Test
    void isUnavailableWhenTheJournalFails() {
        house.store.failing(true);
        house.asks(pair.ann(), "1", move("c3"));
        assertThat(house.metrics.counted).containsExactly("move unavailable");
    }

    @Test
    void isAQuestionToo() {
        house.asks(pair.ann(), "1", new Command.Legal());
        assertThat(house.metrics.counted).containsExactly("legal accepted");
    }

    @Test
    void isNoCommandWhenAConnectionIsLost() {
        house.leaves(pair.ben());
        assertThat(house.stored().player(Seat.WHITE))
                .hasValueSatisfying(ben -> assertThat(ben.connected()).isFalse());
        assertThat(house.metrics.counted).isEmpty();
    }
}
