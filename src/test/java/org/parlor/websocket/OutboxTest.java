package org.parlor.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.parlor.protocol.CloseFrame;
import org.parlor.protocol.TextFrame;
import org.parlor.runtime.CloseReason;
import org.parlor.runtime.Connection.Gap;
import org.parlor.runtime.Frame;

class OutboxTest {

    private final Wire wire = new Wire();
    private final List<String> hungUp = new ArrayList<>();
    private final Outbox outbox =
            wire.outbox(new BufferedFrames(Long.MAX_VALUE, Runnable::run), () -> hungUp.add("hung up"));

    private static Frame text(Object text) {
        return new TextFrame(text.toString());
    }

    private static String closed(CloseReason reason) {
        CloseFrame frame = CloseFrame.of(reason);
        return "closed " + frame.code() + " " + frame.text();
    }

    @Nested
    class Sending {

        @Test
        void keepsOneMessageInFlight() {
            outbox.send(text("a"));
            outbox.send(text("b"));
            assertThat(wire.sent()).containsExactly("a");
            wire.completeOne();
            assertThat(wire.sent()).containsExactly("a", "b");
            assertThat(wire.inFlight()).isEqualTo(1);
        }

        @Test
        void goesOnAfterAPause() {
            outbox.send(text("a"));
            wire.completeAll();
            outbox.send(text("b"));
            assertThat(wire.sent()).containsExactly("a", "b");
        }

        @Test
        void ofThousandsThatCompleteAtOnceNeedsNoDeepStack() {
            outbox.send(text(0));
            IntStream.range(1, 4000).forEach(i -> outbox.send(text(i)));
            wire.takeAtOnce();
            wire.completeOne();
            assertThat(wire.sent())
                    .containsExactlyElementsOf(
                            IntStream.range(0, 4000).mapToObj(String::valueOf).toList());
        }

        @Test
        void fromManyThreadsLosesNothingAndKeepsEachThreadsOrder() throws Exception {
            wire.takeAtOnce();
            ExecutorService threads = Executors.newFixedThreadPool(4);
            for (int thread = 0; thread < 4; thread++) {
                String name = thread + "-";
                threads.execute(() -> IntStream.range(0, 900).forEach(i -> outbox.send(text(name + i))));
            }
            threads.shutdown();
            assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
            assertThat(wire.sent()).hasSize(3600);
            for (int thread = 0; thread < 4; thread++) {
                String name = thread + "-";
                assertThat(wire.sent().stream().filter(text -> text.startsWith(name)))
                        .containsExactlyElementsOf(
                                IntStream.range(0, 900).mapToObj(i -> name + i).toList());
            }
        }

        @Test
        void toALostConnectionIsSilent() {
            outbox.gone();
            outbox.send(text("a"));
            outbox.close(CloseReason.GAME_OVER);
            assertThat(wire.sent()).isEmpty();
        }

        @Test
        void thatThrowsClosesTheSessionSoThatItIsNotLeftDeaf() {
            wire.breakOff();
            outbox.send(text("a"));
            outbox.send(text("b"));
            assertThat(wire.sent()).hasSize(1).first().asString().startsWith("closed ");
        }

        @Test
        void thatFailsClosesTheSessionSoThatItIsNotLeftDeaf() {
            outbox.send(text("a"));
            outbox.send(text("b"));
            wire.failOne();
            outbox.send(text("c"));
            assertThat(wire.sent()).hasSize(2).contains("a").last().asString().startsWith("closed ");
        }
    }

    @Nested
    class Closing {

        @Test
        void comesAfterWhatWasSentBefore() {
            outbox.send(text("a"));
            outbox.send(text("b"));
            outbox.close(CloseReason.REPLACED);
            outbox.send(text("c"));
            assertThat(wire.sent()).containsExactly("a");
            wire.completeAll();
            assertThat(wire.sent())
                    .containsExactly("a", "b", "closed 4409 this seat was taken over by a newer connection");
        }

        @Test
        void isImmediateIfNothingWaits() {
            outbox.close(CloseReason.RESTART);
            assertThat(wire.sent()).hasSize(1).first().asString().startsWith("closed 1012");
        }

        @Test
        void happensOnceForTheFirstReason() {
            outbox.send(text("a"));
            outbox.close(CloseReason.LEFT);
            outbox.close(CloseReason.GAME_OVER);
            wire.completeAll();
            outbox.close(CloseReason.RESTART);
            assertThat(wire.sent()).containsExactly("a", "closed 1000 you left");
        }

        @Test
        void ofAClosedSessionIsSilent() {
            wire.breakOff();
            outbox.close(CloseReason.GAME_OVER);
            assertThat(wire.sent()).hasSize(1);
        }

        @ParameterizedTest
        @EnumSource
        void tellsEveryReasonAsTheProtocolDoes(CloseReason reason) {
            outbox.close(reason);
            assertThat(wire.sent()).containsExactly(closed(reason));
        }
    }

    @Nested
    class ASlowReader {

        private static final Frame LONG = text("x".repeat(1 << 16));
        private static final int FULL = (int) (Outbox.MAX_BUFFERED_BYTES >> 16);
        private static final String CUT = closed(CloseReason.TOO_SLOW);

        @Test
        void isAllowedAFullBox() {
            outbox.send(text("in flight"));
            IntStream.range(0, FULL).forEach(i -> outbox.send(LONG));
            wire.completeAll();
            assertThat(wire.sent()).hasSize(1 + FULL).doesNotContain(CUT);
        }

        @Test
        void mayTakeMoreThanAFullBoxInTheEnd() {
            outbox.send(text("in flight"));
            for (int i = 0; i < 3 * FULL; i++) {
                outbox.send(LONG);
                wire.completeOne();
            }
            assertThat(wire.sent()).hasSize(1 + 3 * FULL).doesNotContain(CUT);
        }

        @Test
        void isClosedWhenTheBoxRunsOverEvenIfTheSendInFlightNeverEnds() {
            outbox.send(text("in flight"));
            IntStream.range(0, FULL + 1).forEach(i -> outbox.send(LONG));
            assertThat(wire.sent()).containsExactly("in flight", CUT);
            assertThat(hungUp).hasSize(1);
        }

        @Test
        void isMeasuredByTheBytesThatAreSent() {
            Frame half = text("\u4e94".repeat((int) (Outbox.MAX_BUFFERED_BYTES / 6)));
            outbox.send(text("in flight"));
            outbox.send(half);
            outbox.send(half);
            assertThat(wire.sent()).containsExactly("in flight");
            outbox.send(text("12345"));
            assertThat(wire.sent()).containsExactly("in flight", CUT);
        }

        @Test
        void isSentNothingAfterwards() {
            outbox.send(text("in flight"));
            IntStream.range(0, 3 * FULL).forEach(i -> outbox.send(LONG));
            wire.completeAll();
            assertThat(wire.sent()).containsExactly("in flight", CUT);
        }

        @Test
        void isNoneForWhatItAskedFor() {
            outbox.gap().fill(IntStream.range(0, 10 * FULL).mapToObj(i -> LONG).toList(), () -> {});
            outbox.send(text("after"));
            wire.completeAll();
            assertThat(wire.sent()).hasSize(10 * FULL + 1).last().isEqualTo("after");
        }

        @Test
        void isWhoeverAsksAgainAndAgainBeforeItIsTaken() {
            List<Frame> half = IntStream.range(0, FULL / 2).mapToObj(i -> LONG).toList();
            List<String> done = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                outbox.gap().fill(half, () -> done.add("done"));
            }
            assertThat(wire.sent()).hasSize(1);
            outbox.gap().fill(half, () -> done.add("done"));
            assertThat(wire.sent()).hasSize(2).last().isEqualTo(CUT);
            assertThat(done).hasSize(4);
        }

        @Test
        void mayAskAgainWhenItIsTaken() {
            List<Frame> twice = IntStream.range(0, 2 * FULL).mapToObj(i -> LONG).toList();
            for (int i = 0; i < 5; i++) {
                outbox.gap().fill(twice, () -> {});
                wire.completeAll();
            }
            assertThat(wire.sent()).hasSize(5 * 2 * FULL).doesNotContain(CUT);
        }

        @Test
        void isCutOffWhenOneMessageIsNotTakenForTooLong() {
            outbox.send(text("in flight"));
            long now = System.nanoTime();
            outbox.cutIfStuck(now);
            assertThat(wire.sent()).containsExactly("in flight");
            outbox.cutIfStuck(now + Outbox.LONGEST_SEND_NANOS);
            outbox.cutIfStuck(now + 2 * Outbox.LONGEST_SEND_NANOS);
            assertThat(wire.sent()).containsExactly("in flight", CUT);
        }

        @Test
        void isNotWhoeverHasNothingToTake() {
            outbox.send(text("a"));
            wire.completeAll();
            outbox.cutIfStuck(System.nanoTime() + 10 * Outbox.LONGEST_SEND_NANOS);
            assertThat(wire.sent()).containsExactly("a");
        }
    }

    @Nested
    class AGap {

        private final List<String> done = new ArrayList<>();

        private List<Frame> texts(String... all) {
            return List.of(all).stream().map(OutboxTest::text).toList();
        }

        @Test
        void holdsUpWhatIsSentAfterItUntilItIsFilled() {
            outbox.send(text("before"));
            Gap gap = outbox.gap();
            outbox.send(text("after"));
            wire.completeAll();
            assertThat(wire.sent()).containsExactly("before");
            gap.fill(texts("1", "2"), () -> done.add("done"));
            wire.completeAll();
            assertThat(wire.sent()).containsExactly("before", "1", "2", "after");
            assertThat(done).hasSize(1);
        }

        @Test
        void mayBeFilledWithNothingAndIsDoneThen() {
            Gap gap = outbox.gap();
            outbox.send(text("after"));
            gap.fill(List.of(), () -> done.add("done"));
            assertThat(wire.sent()).containsExactly("after");
            assertThat(done).hasSize(1);
        }

        @Test
        void isFilledInItsPlaceWhicheverIsFilledFirst() {
            Gap one = outbox.gap();
            Gap other = outbox.gap();
            wire.takeAtOnce();
            other.fill(texts("2"), () -> done.add("other"));
            assertThat(wire.sent()).isEmpty();
            one.fill(texts("1"), () -> done.add("one"));
            assertThat(wire.sent()).containsExactly("1", "2");
            assertThat(done).containsExactly("one", "other");
        }

        @Test
        void isDoneOnlyWhenItsLastFrameIsTaken() {
            outbox.gap().fill(texts("1", "2"), () -> done.add("done"));
            wire.completeOne();
            assertThat(done).isEmpty();
            wire.completeOne();
            assertThat(done).hasSize(1);
        }

        @Test
        void isDoneOnceWhenTheConnectionIsLost() {
            Gap filled = outbox.gap();
            filled.fill(texts("1", "2"), () -> done.add("filled before"));
            Gap late = outbox.gap();
            outbox.gone();
            outbox.gone();
            assertThat(done).containsExactly("filled before");
            late.fill(texts("3"), () -> done.add("filled after"));
            outbox.gap().fill(texts("4"), () -> done.add("made after"));
            assertThat(done).containsExactly("filled before", "filled after", "made after");
            assertThat(wire.sent()).containsExactly("1");
        }

        @Test
        void holdsUpAGoodbyeToo() {
            Gap gap = outbox.gap();
            outbox.close(CloseReason.RESTART);
            assertThat(wire.sent()).isEmpty();
            gap.fill(texts("1"), () -> {});
            wire.completeAll();
            assertThat(wire.sent()).containsExactly("1", closed(CloseReason.RESTART));
        }

        @Test
        void holdsUpNoPingSoThatWhoWaitsForAStoreThatHangsIsNotTakenForDead() {
            outbox.gap();
            outbox.send(text("after"));
            outbox.ping();
            assertThat(wire.sent()).containsExactly("ping of 0");
        }
    }

    @Nested
    class APing {

        @Test
        void waitsForWhatWasSentBefore() {
            outbox.send(text("a"));
            outbox.send(text("b"));
            outbox.ping();
            wire.completeOne();
            assertThat(wire.sent()).containsExactly("a", "b");
            wire.completeOne();
            assertThat(wire.sent()).containsExactly("a", "b", "ping of 0");
        }

        @Test
        void isSentOnceHoweverOftenItIsAskedForMeanwhile() {
            outbox.send(text("a"));
            outbox.ping();
            outbox.ping();
            wire.completeAll();
            assertThat(wire.sent()).containsExactly("a", "ping of 0");
        }

        @Test
        void isNotSentAfterwards() {
            outbox.cut();
            outbox.ping();
            assertThat(wire.sent()).containsExactly(closed(CloseReason.SILENT));
        }
    }
}
