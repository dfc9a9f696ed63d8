package org.parlor.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parlor.runtime.House.HELLO;
import static org.parlor.runtime.House.move;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.parlor.runtime.House.Pair;

/** The welcome is the first that anybody hears in a room, and what happened after it follows without a gap. */
class WelcomeTest {

    private final House house = new House();

    /** A newcomer while whose welcome is written something happens. */
    private static final class Slow implements Connection {

        private final Recorder recorder = new Recorder();
        private final Runnable meanwhile;

        Slow(Runnable meanwhile) {
            this.meanwhile = meanwhile;
        }

        @Override
        public Encoding encoding() {
            return message -> {
                if (message instanceof Message.Welcome) {
                    meanwhile.run();
                }
                return Recorder.ENCODING.encode(message);
            };
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

    @Test
    void comesBeforeWhatIsStoredWhileItIsWritten() {
        Pair pair = house.atPlay();
        Slow cleo = new Slow(() -> house.asks(pair.ann(), "1", move("c3")));
        assertThat(house.room.join(cleo, cleo.gap())).isTrue();
        house.settle();
        assertThat(cleo.recorder.heard()).containsExactly("welcome 3", "4 moved");
    }

    @Test
    void comesBeforeTheAnswersToWhatTheNewcomerAskedMeanwhile() {
        Recorder dave = house.visitor();
        house.atPlay();
        List<Slow> self = new ArrayList<>();
        Slow cleo = new Slow(() -> {
            house.asks(dave, "1", HELLO);
            house.room.submit(self.get(0), Optional.of("2"), move("c3"));
            house.settle();
        });
        self.add(cleo);
        assertThat(house.room.join(cleo, cleo.gap())).isTrue();
        house.settle();
        assertThat(cleo.recorder.heard()).containsExactly("welcome 3", "4 said", "refused #2 not-seated");
    }

    @Test
    void comesBeforeTheWordThatTheRoomIsClosedMeanwhile() {
        house.atPlay();
        Slow cleo = new Slow(() -> house.room.close(CloseReason.RESTART));
        assertThat(house.room.join(cleo, cleo.gap())).isTrue();
        assertThat(cleo.recorder.heard()).contains("welcome 3");
    }

    @Test
    @Timeout(60)
    void isWrittenWithoutKeepingAnybodyInTheRoomWaiting() throws InterruptedException {
        Pair pair = house.atPlay();
        CountDownLatch writing = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Slow cleo = new Slow(() -> {
            writing.countDown();
            await(goOn);
        });
        Thread joining = new Thread(() -> house.room.join(cleo, cleo.gap()));
        joining.start();
        await(writing);
        house.asks(pair.ann(), "1", move("c3"));
        assertThat(pair.ann().heard()).containsExactly("4 moved", "ack #1 4");
        assertThat(cleo.recorder.heard()).isEmpty();
        goOn.countDown();
        joining.join();
        assertThat(cleo.recorder.heard()).containsExactly("welcome 3", "4 moved");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    @Timeout(60)
    void isFirstForEveryoneWhoComesWhileOthersTalkAndNobodyMissesAWord() throws InterruptedException {
        Recorder talker = house.visitor();
        int words = 150;
        List<Recorder> guests = new ArrayList<>();
        Thread coming = new Thread(() -> {
            for (int i = 0; i < words; i++) {
                Recorder guest = new Recorder();
                house.room.join(guest, guest.gap());
                guests.add(guest);
            }
        });
        coming.start();
        for (int i = 0; i < words; i++) {
            house.asks(talker, "word" + i, HELLO);
        }
        coming.join();
        house.settle();
        for (Recorder guest : guests) {
            List<String> heard = guest.heard();
            assertThat(heard.get(0)).startsWith("welcome ");
            int seq = Integer.parseInt(heard.get(0).substring("welcome ".length()));
            List<String> rest = new ArrayList<>();
            for (int i = seq + 1; i <= words; i++) {
                rest.add(i + " said");
            }
            assertThat(heard.subList(1, heard.size())).isEqualTo(rest);
        }
    }
}
