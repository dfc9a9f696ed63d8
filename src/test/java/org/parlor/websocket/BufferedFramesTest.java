package org.parlor.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.parlor.protocol.TextFrame;

/** What waits on all connections together has a bound, and who holds most of it goes first. */
class BufferedFramesTest {

    private static final int KILO = 1024;

    private final Deque<Runnable> closes = new ArrayDeque<>();
    private final BufferedFrames buffered = new BufferedFrames(100 * KILO, closes::add);

    /** A connection that takes nothing after the first frame. */
    private final class Reader {

        private final Wire wire = new Wire();
        private final Outbox outbox = wire.outbox(buffered, () -> {});

        Reader() {
            outbox.send(new TextFrame("in flight"));
        }

        Reader holds(int bytes) {
            outbox.send(new TextFrame("x".repeat(bytes)));
            return this;
        }

        boolean isCut() {
            return wire.sent().get(wire.sent().size() - 1).startsWith("closed 1013");
        }
    }

    private void close() {
        while (!closes.isEmpty()) {
            closes.remove().run();
        }
    }

    @Test
    void asMuchAsThereIsRoomForMayWait() {
        List<Reader> all = Stream.generate(Reader::new).limit(10).toList();
        all.forEach(reader -> reader.holds(10 * KILO));
        close();
        assertThat(all).noneMatch(Reader::isCut);
    }

    @Test
    void whoHoldsMostGoesAndTheOthersStay() {
        Reader some = new Reader().holds(30 * KILO);
        Reader most = new Reader().holds(40 * KILO);
        Reader last = new Reader().holds(31 * KILO);
        close();
        assertThat(most.isCut()).isTrue();
        assertThat(some.isCut()).isFalse();
        assertThat(last.isCut()).isFalse();
    }

    @Test
    void asManyGoAsAreNeededAndNoMore() {
        List<Reader> all = Stream.of(35, 34, 33, 32, 31, 30)
                .map(kilos -> new Reader().holds(kilos * KILO))
                .toList();
        close();
        assertThat(all).extracting(Reader::isCut).containsExactly(true, true, true, false, false, false);
    }

    @Test
    void whatIsTakenOrLostMakesRoom() {
        Reader taking = new Reader().holds(50 * KILO);
        taking.wire.completeAll();
        Reader lost = new Reader().holds(50 * KILO);
        lost.outbox.gone();
        List<Reader> all = Stream.generate(Reader::new).limit(2).toList();
        all.forEach(reader -> reader.holds(50 * KILO));
        close();
        assertThat(all).noneMatch(Reader::isCut);
    }

    @Test
    void whoHoldsNextToNothingIsNotCounted() {
        List<Reader> crowd = Stream.generate(Reader::new).limit(200).toList();
        crowd.forEach(reader -> reader.holds(BufferedFrames.WORTH_COUNTING - 1));
        close();
        assertThat(crowd).noneMatch(Reader::isCut);
        crowd.get(0).holds(1).holds(100 * KILO);
        close();
        assertThat(crowd.get(0).isCut()).isTrue();
        assertThat(crowd.subList(1, 200)).noneMatch(Reader::isCut);
    }
}
