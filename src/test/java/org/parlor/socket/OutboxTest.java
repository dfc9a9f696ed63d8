package org.parlor.socket;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.websocket.CloseReason;
import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.SendHandler;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.parlor.frame.Outgoing;
import org.parlor.game.Seat;
import org.parlor.metrics.Metrics;
import org.parlor.room.Goodbye;
import org.parlor.room.Message;
import org.parlor.room.Refusal;
import org.parlor.room.Token;

class OutboxTest {

    private final Wire wire = new Wire();
    private final List<String> hungUp = new ArrayList<>();
    private final Outbox outbox = outbox(wire);

    private Outbox outbox(Wire it) {
        return new Outbox(it.session(), Runnable::run, () -> hungUp.add("hung up"), new Metrics().opened(0));
    }

    private static Message text(Object text) {
        return new Message.Heard(text.toString());
    }

    /** A session whose sends complete when the test says so, or at once. */
    private static final class Wire {

        private final List<String> sent = new ArrayList<>();
        private final Deque<SendHandler> inFlight = new ArrayDeque<>();
        private final List<ByteBuffer> pings = new ArrayList<>();
        private boolean atOnce;
        private boolean broken;

        Session session() {
            RemoteEndpoint.Async remote = stub(RemoteEndpoint.Async.class, arguments -> {
                if (arguments[0] instanceof ByteBuffer payload) {
                    pings.add(payload);
                } else {
                    send(((Outgoing) arguments[0]).message(), (SendHandler) arguments[1]);
                }
                return null;
            });
            return stub(Session.class, arguments -> arguments == null ? remote : close((CloseReason) arguments[0]));
        }

        /** An object of this interface that answers every call in the same way. */
        private static <T> T stub(Class<T> type, Call call) {
            return type.cast(Proxy.newProxyInstance(
                    type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> call.with(arguments)));
        }

        private interface Call {
            Object with(Object[] arguments) throws IOException;
        }

        private synchronized void send(Message message, SendHandler handler) {
            if (broken) {
                throw new IllegalStateException("the session has been closed");
            }
            sent.add(message instanceof Message.Heard heard ? heard.text() : message.toString());
            if (atOnce) {
                handler.onResult(new SendResult());
            } else {
                inFlight.add(handler);
            }
        }

        private synchronized Object close(CloseReason reason) throws IOException {
            sent.add("closed " + reason.getCloseCode().getCode() + " " + reason.getReasonPhrase());
            if (broken) {
                throw new IOException("the session has been closed");
            }
            return null;
        }

        void completeOne() {
            inFlight.remove().onResult(new SendResult());
        }

        void completeAll() {
            while (!inFlight.isEmpty()) {
                completeOne();
            }
        }

        void failOne() {
            inFlight.remove().onResult(new SendResult(new IOException("broken pipe")));
        }
    }

    @Nested
    class Sending {

        @Test
        void keepsOneMessageInFlight() {
            outbox.send(text("a"));
            outbox.send(text("b"));
            assertThat(wire.sent).containsExactly("a");
            wire.completeOne();
            assertThat(wire.sent).containsExactly("a", "b");
            assertThat(wire.inFlight).hasSize(1);
        }

        @Test
        void goesOnAfterAPause() {
            outbox.send(text("a"));
            wire.completeAll();
            outbox.send(text("b"));
            assertThat(wire.sent).containsExactly("a", "b");
        }

        @Test
        void ofThousandsThatCompleteAtOnceNeedsNoDeepStack() {
            outbox.send(text(0));
            IntStream.range(1, 4000).forEach(i -> outbox.send(text(i)));
            wire.atOnce = true;
            wire.completeOne();
            assertThat(wire.sent)
                    .containsExactlyElementsOf(
                            IntStream.range(0, 4000).mapToObj(String::valueOf).toList());
        }

        @Test
        void fromManyThreadsLosesNothingAndKeepsEachThreadsOrder() throws Exception {
            wire.atOnce = true;
            ExecutorService threads = Executors.newFixedThreadPool(4);
            for (int thread = 0; thread < 4; thread++) {
                String name = thread + "-";
                threads.execute(() -> IntStream.range(0, 900).forEach(i -> outbox.send(text(name + i))));
            }
            threads.shutdown();
            assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
            assertThat(wire.sent).hasSize(3600);
            for (int thread = 0; thread < 4; thread++) {
                String name = thread + "-";
                assertThat(wire.sent.stream().filter(text -> text.startsWith(name)))
                        .containsExactlyElementsOf(
                                IntStream.range(0, 900).mapToObj(i -> name + i).toList());
            }
        }

        @Test
        void toALostConnectionIsSilent() {
            outbox.gone();
            outbox.send(text("a"));
            outbox.close(Goodbye.DONE);
            assertThat(wire.sent).isEmpty();
        }

        @Test
        void thatThrowsClosesTheSessionSoThatItIsNotLeftDeaf() {
            wire.broken = true;
            outbox.send(text("a"));
            outbox.send(text("b"));
            assertThat(wire.sent).hasSize(1).first().asString().startsWith("closed ");
        }

        @Test
        void thatFailsClosesTheSessionSoThatItIsNotLeftDeaf() {
            outbox.send(text("a"));
            outbox.send(text("b"));
            wire.failOne();
            outbox.send(text("c"));
            assertThat(wire.sent).hasSize(2).contains("a").last().asString().startsWith("closed ");
        }
    }

    @Nested
    class Closing {

        @Test
        void comesAfterWhatWasSentBefore() {
            outbox.send(text("a"));
            outbox.send(text("b"));
            outbox.close(Goodbye.REPLACED);
            outbox.send(text("c"));
            assertThat(wire.sent).containsExactly("a");
            wire.completeAll();
            assertThat(wire.sent)
                    .containsExactly("a", "b", "closed 4409 this seat was taken over by a newer connection");
        }

        @Test
        void isImmediateIfNothingWaits() {
            outbox.close(Goodbye.RESTART);
            assertThat(wire.sent).hasSize(1).first().asString().startsWith("closed 1012");
        }

        @Test
        void happensOnceForTheFirstReason() {
            outbox.send(text("a"));
            outbox.close(Goodbye.LEFT);
            outbox.close(Goodbye.DONE);
            wire.completeAll();
            outbox.close(Goodbye.RESTART);
            assertThat(wire.sent).containsExactly("a", "closed 1000 you left");
        }

        @Test
        void ofAClosedSessionIsSilent() {
            wire.broken = true;
            outbox.close(Goodbye.DONE);
            assertThat(wire.sent).hasSize(1);
        }

        @Test
        void hasACodeAndAShortReasonForEveryGoodbye() {
            for (Goodbye goodbye : Goodbye.values()) {
                Wire fresh = new Wire();
                outbox(fresh).close(goodbye);
                assertThat(fresh.sent).containsExactly("closed " + goodbye.code() + " " + goodbye.reason());
                assertThat(goodbye.reason()).hasSizeLessThan(123);
            }
        }
    }

    @Nested
    class ASlowReader {

        private static final Message LONG = text("x".repeat(1 << 16));
        private static final int FULL = (int) (Outbox.MOST_WAITING >> 16);
        private static final String CUT = "closed 1013 " + Goodbye.TOO_SLOW.reason();

        @Test
        void isAllowedAFullBox() {
            outbox.send(text("in flight"));
            IntStream.range(0, FULL).forEach(i -> outbox.send(LONG));
            wire.completeAll();
            assertThat(wire.sent).hasSize(1 + FULL).doesNotContain(CUT);
        }

        @Test
        void mayTakeMoreThanAFullBoxInTheEnd() {
            outbox.send(text("in flight"));
            for (int i = 0; i < 3 * FULL; i++) {
                outbox.send(LONG);
                wire.completeOne();
            }
            assertThat(wire.sent).hasSize(1 + 3 * FULL).doesNotContain(CUT);
        }

        @Test
        void isClosedWhenTheBoxRunsOverEvenIfTheSendInFlightNeverEnds() {
            outbox.send(text("in flight"));
            IntStream.range(0, FULL + 1).forEach(i -> outbox.send(LONG));
            assertThat(wire.sent).containsExactly("in flight", CUT);
            assertThat(hungUp).hasSize(1);
        }

        @Test
        void isMeasuredByWhatIsSentWhateverKindOfMessageItIs() {
            String detail = "x".repeat((int) (Outbox.MOST_WAITING / 2));
            Message refused = new Message.Refused(Optional.of("1"), new Refusal(Refusal.Reason.BAD_MOVE, detail));
            outbox.send(text("in flight"));
            outbox.send(refused);
            assertThat(wire.sent).containsExactly("in flight");
            outbox.send(refused);
            assertThat(wire.sent).containsExactly("in flight", CUT);
        }

        @Test
        void isSentNothingAfterwards() {
            outbox.send(text("in flight"));
            IntStream.range(0, 3 * FULL).forEach(i -> outbox.send(LONG));
            wire.completeAll();
            assertThat(wire.sent).containsExactly("in flight", CUT);
        }

        @Test
        void isNoneForWhatItAskedFor() {
            outbox.replay(IntStream.range(0, 10 * FULL).mapToObj(i -> LONG).toList());
            outbox.send(text("after"));
            wire.completeAll();
            assertThat(wire.sent).hasSize(10 * FULL + 1).last().isEqualTo("after");
        }

        @Test
        void isCutOffWhenOneMessageIsNotTakenForTooLong() {
            outbox.send(text("in flight"));
            long now = System.nanoTime();
            outbox.cutIfStuck(now);
            assertThat(wire.sent).containsExactly("in flight");
            outbox.cutIfStuck(now + Outbox.LONGEST_SEND_NANOS);
            outbox.cutIfStuck(now + 2 * Outbox.LONGEST_SEND_NANOS);
            assertThat(wire.sent).containsExactly("in flight", CUT);
        }

        @Test
        void isNotWhoeverHasNothingToTake() {
            outbox.send(text("a"));
            wire.completeAll();
            outbox.cutIfStuck(System.nanoTime() + 10 * Outbox.LONGEST_SEND_NANOS);
            assertThat(wire.sent).containsExactly("a");
        }
    }

    @Nested
    class APing {

        private static final ByteBuffer PAYLOAD = ByteBuffer.wrap(new byte[] {1});
        private static final Message YOU =
                new Message.You(Optional.empty(), Seat.BLACK, Optional.of(new Token("secret")));

        @Test
        void waitsForWhatWasSentBefore() {
            outbox.send(text("a"));
            outbox.ping(PAYLOAD);
            assertThat(wire.pings).isEmpty();
            wire.completeAll();
            assertThat(wire.pings).containsExactly(PAYLOAD);
        }

        @Test
        void followsATokenAndItsPongProvesThatTheTokenArrived() {
            outbox.send(YOU);
            assertThat(wire.pings).isEmpty();
            wire.completeAll();
            assertThat(wire.pings).hasSize(1);
            assertThat(outbox.provesToken(wire.pings.get(0))).isTrue();
            assertThat(outbox.provesToken(PAYLOAD)).isFalse();
        }

        @Test
        void forAnEarlierTokenProvesNothing() {
            outbox.send(YOU);
            wire.completeAll();
            outbox.send(YOU);
            wire.completeAll();
            assertThat(outbox.provesToken(wire.pings.get(0))).isFalse();
            assertThat(outbox.provesToken(wire.pings.get(1))).isTrue();
        }

        @Test
        void isNotSentAfterwards() {
            outbox.cut();
            outbox.ping(PAYLOAD);
            assertThat(wire.pings).isEmpty();
            assertThat(wire.sent).containsExactly("closed " + Goodbye.SILENT.code() + " " + Goodbye.SILENT.reason());
        }
    }
}
