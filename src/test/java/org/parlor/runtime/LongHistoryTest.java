package org.parlor.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parlor.runtime.House.catchUp;
import static org.parlor.runtime.House.move;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.parlor.room.Change;
import org.parlor.room.CountingGame;
import org.parlor.room.SeatCommand;

/** However long a game is, one move more costs the same, and to read it costs as much as it is long. */
class LongHistoryTest {

    private static final int MOVES = 16_000;

    /** Twice as much may take a little more than twice the work: tables grow in leaps. */
    private static final double A_LITTLE_MORE = 1.5;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final CountingGame game = new CountingGame();
    private final House house = new House(game, Map.of(), Optional.empty());
    private final Recorder ann = house.visitor();
    private final Recorder ben = house.visitor();
    private int said;

    private void begins() {
        house.asks(ann, "sit", new SeatCommand.Sit(Optional.of(CountingGame.FIRST), "Ann"));
        house.asks(ben, "sit", new SeatCommand.Sit(Optional.of(CountingGame.SECOND), "Ben"));
        house.asks(ann, "start", new SeatCommand.Start());
        house.asks(ben, "start", new SeatCommand.Start());
        ann.heard();
        ben.heard();
    }

    /** The numbers up to this one are said. */
    private void playsUntil(int last) {
        while (said < last) {
            Recorder mover = said % 2 == 0 ? ann : ben;
            said++;
            house.asks(mover, "move" + said, move(String.valueOf(said)));
            assertThat(mover.heard()).last().asString().startsWith("ack #move" + said + " ");
            ann.heard();
            ben.heard();
        }
    }

    /** How many bytes this thread takes of the heap for something: its work, by a measure that no other program changes. */
    private long work(Runnable deed) {
        long before = threads.getCurrentThreadAllocatedBytes();
        deed.run();
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    @Test
    void eachMoveIsJudgedOnceAndCostsTheSameHoweverManyCameBefore() {
        begins();
        playsUntil(1_000);
        long early = work(() -> playsUntil(4_000));
        playsUntil(MOVES - 3_000);
        long late = work(() -> playsUntil(MOVES));
        assertThat(game.judged()).isEqualTo(MOVES);
        assertThat(late).isLessThan((long) (A_LITTLE_MORE * early));
    }

    @Test
    void isReadWithOneJudgementAMoveAndTwiceTheWorkForTwiceTheLength() {
        begins();
        playsUntil(MOVES / 2);
        long half = work(() -> assertThat(house.repository.load("r")).isPresent());
        playsUntil(MOVES);
        int before = game.judged();
        long whole = work(() -> assertThat(house.repository.load("r")).isPresent());
        assertThat(game.judged() - before).isEqualTo(MOVES);
        assertThat(whole).isLessThan((long) (2 * A_LITTLE_MORE * half));
    }

    @Test
    void isToldWithEachEventWrittenOnceForAllWhoWaitForIt() {
        begins();
        playsUntil(MOVES);
        AtomicLong written = new AtomicLong();
        Encoding counting = message -> {
            if (message instanceof Message.Happened) {
                written.incrementAndGet();
            }
            return Recorder.ENCODING.encode(message);
        };
        long seq = house.stored().seq();
        int judged = game.judged();
        for (int i = 0; i < 3; i++) {
            Connection guest = new Counted(counting);
            house.room.join(guest, guest.gap());
            house.room.submit(guest, Optional.of("1"), catchUp(0));
        }
        house.settle();
        // The first is told at once, the other two together.
        assertThat(written).hasValueLessThanOrEqualTo(2 * seq);
        assertThat(game.judged() - judged).isLessThanOrEqualTo(2 * MOVES);
    }

    @Test
    void takesNoDeepStackToCompare() {
        begins();
        playsUntil(MOVES);
        Change[] latest = new Change[1];
        house.repository.fold("r", house.store.events(), change -> latest[0] = change);
        assertThat(latest[0].after()).isEqualTo(house.stored());
        assertThat(latest[0].after().hashCode()).isEqualTo(house.stored().hashCode());
    }

    /** A connection that has its frames written in a way of its own. */
    private record Counted(Encoding encoding, Recorder recorder) implements Connection {

        Counted(Encoding encoding) {
            this(encoding, new Recorder());
        }

        @Override
        public void send(Frame frame) {
            recorder.send(frame);
        }

        @Override
        public Gap gap() {
            return recorder.gap();
        }

        @Override
        public void close(CloseReason reason) {
            recorder.close(reason);
        }
    }
}
