package org.parlor.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parlor.embedded.FrameGuard.Violation;
import org.parlor.limit.RateLimit;
import org.parlor.wire.WireFrame;

class FrameGuardTest {

    private static final int LARGEST = 70_000;
    private static final int FRAMES = 100;
    private static final int CONTROL_FRAMES = 10;

    private final FrameGuard guard =
            new FrameGuard(LARGEST, new RateLimit(0, FRAMES, 0), new RateLimit(1, CONTROL_FRAMES, 0));

    private Optional<Violation> look(WireFrame frame) {
        return guard.look(ByteBuffer.wrap(frame.masked(7).bytes()), 0);
    }

    private static WireFrame text(int length) {
        return WireFrame.text("x".repeat(length));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 125, 126, 127, 65_535, 65_536, LARGEST})
    void aMessageUpToTheLargestPasses(int length) {
        assertThat(look(text(length))).isEmpty();
        assertThat(guard.isUnfinished()).isFalse();
        assertThat(guard.messageSize()).isZero();
    }

    @Test
    void aLargerMessageIsRefusedAsSoonAsItsHeadTells() {
        byte[] whole = text(LARGEST + 1).masked(7).bytes();
        assertThat(guard.look(ByteBuffer.wrap(whole, 0, 14), 0)).contains(Violation.TOO_BIG);
    }

    @Test
    void aLengthWithItsFirstBitSetIsTooBig() {
        byte[] head = {(byte) 0x81, (byte) 0xFF, (byte) 0x80, 0, 0, 0, 0, 0, 0, 1, 1, 2, 3, 4};
        assertThat(guard.look(ByteBuffer.wrap(head), 0)).contains(Violation.TOO_BIG);
    }

    @Test
    void allFragmentsOfAMessageCountTogether() {
        assertThat(look(WireFrame.piece("x".repeat(LARGEST - 1), true, false))).isEmpty();
        assertThat(look(WireFrame.piece("x", false, false))).isEmpty();
        assertThat(guard.isUnfinished()).isTrue();
        assertThat(guard.messageSize()).isEqualTo(LARGEST);
        assertThat(look(WireFrame.piece("x", false, true))).contains(Violation.TOO_BIG);
    }

    @Test
    void aPingBetweenFragmentsEndsNoMessage() {
        assertThat(look(WireFrame.piece("x", true, false))).isEmpty();
        assertThat(look(WireFrame.ping("?"))).isEmpty();
        assertThat(guard.isUnfinished()).isTrue();
        assertThat(look(WireFrame.piece("x", false, true))).isEmpty();
        assertThat(guard.isUnfinished()).isFalse();
    }

    @Test
    void everyFrameCountsAlsoAnEmptyFragment() {
        assertThat(look(WireFrame.piece("", true, false))).isEmpty();
        for (int i = 1; i < FRAMES; i++) {
            assertThat(look(WireFrame.piece("", false, false))).isEmpty();
        }
        assertThat(look(WireFrame.piece("", false, false))).contains(Violation.TOO_MANY_FRAMES);
    }

    @Test
    void pingsHaveALimitOfTheirOwn() {
        for (int i = 0; i < CONTROL_FRAMES; i++) {
            assertThat(look(WireFrame.ping("?"))).isEmpty();
        }
        assertThat(look(text(1))).isEmpty();
        ByteBuffer later = ByteBuffer.wrap(WireFrame.ping("?").masked(7).bytes());
        assertThat(guard.look(later, TimeUnit.SECONDS.toNanos(1))).isEmpty();
        assertThat(look(WireFrame.ping("?"))).contains(Violation.TOO_MANY_FRAMES);
    }

    @Test
    void anUnmaskedFrameIsRefused() {
        assertThat(guard.look(ByteBuffer.wrap(text(3).bytes()), 0)).contains(Violation.UNMASKED);
    }

    @Test
    void aCloseIsSeenWhenItIsWhole() {
        byte[] close = WireFrame.close(1000).masked(7).bytes();
        guard.look(ByteBuffer.wrap(close, 0, close.length - 1), 0);
        assertThat(guard.sawClose()).isFalse();
        guard.look(ByteBuffer.wrap(close, close.length - 1, 1), 0);
        assertThat(guard.sawClose()).isTrue();
    }

    @Test
    void itDoesNotMatterHowTheNetworkCutsTheBytes() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int length : new int[] {0, 5, 126, 200, 65_536, 3}) {
            all.writeBytes(text(length).masked(length).bytes());
        }
        for (int seed = 0; seed < 500; seed++) {
            FrameGuard fresh =
                    new FrameGuard(LARGEST, new RateLimit(0, FRAMES, 0), new RateLimit(0, CONTROL_FRAMES, 0));
            Random random = new Random(seed);
            ByteBuffer rest = ByteBuffer.wrap(all.toByteArray());
            while (rest.hasRemaining()) {
                int part = Math.min(rest.remaining(), 1 + random.nextInt(1 << random.nextInt(17)));
                assertThat(fresh.look(rest.slice(rest.position(), part), 0)).isEmpty();
                rest.position(rest.position() + part);
            }
            assertThat(fresh.isUnfinished()).isFalse();
        }
    }
}
