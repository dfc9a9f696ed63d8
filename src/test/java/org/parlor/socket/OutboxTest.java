package org.parlor.socket;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.websocket.CloseReason;
import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.SendHandler;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.parlor.room.Goodbye;
import org.parlor.room.Message;

class OutboxTest {

    private final Wire wire = new Wire();
    private boolean hungUp;
    private final Outbox outbox = new Outbox(wire.session(), Runnable::run, () -> hungUp = true);

    private static Message text(Object text) {
        return new Message.Heard(text.toString());
    }

    /** A session whose sends complete when the test says so, or at once. */
    private static final class Wire {

        private final List<String> sent = new ArrayList<>();
        private final Deque<SendHandler> inFlight = new ArrayDeque<>();
        private boolean atOnce;
        private boolean broken;

        Session session() {
            RemoteEndpoint.Async remote = stub(RemoteEndpoint.Async.class, arguments -> {
                send((Message.Heard) arguments[0], (SendHandler) arguments[1]);
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

        private synchronized void send(Message.Heard message, SendHandler handler) {
            if (broken) {
                throw new IllegalStateException("the session has been closed");
            }
            sent.add(message.text());
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
                new Outbox(fresh.session(), Runnable::run, () -> {}).close(goodbye);
                assertThat(fresh.sent).containsExactly("closed " + goodbye.code() + " " + goodbye.reason());
                assertThat(goodbye.reason()).hasSizeLessThan(123);
            }
        }
    }

    @Nested
    class ASlowReader {

        /** As many characters as may wait, in messages of one KiB. */
        private final List<Message> full = IntStream.range(0, (int) (Outbox.MOST_WAITING / 1024))
                .mapToObj(i -> text("x".repeat(1024)))
                .toList();

        @Test
        void isAllowedAFullBox() {
            outbox.send(text("in flight"));
            full.forEach(outbox::send);
            wire.completeAll();
            assertThat(wire.sent).hasSize(full.size() + 1).doesNotContain(tooSlow());
            assertThat(hungUp).isFalse();
        }

        @Test
        void isClosedWhenTheBoxRunsOverEvenIfTheSendInFlightNeverEnds() {
            outbox.send(text("in flight"));
            full.forEach(outbox::send);
            outbox.send(text("one more"));
            assertThat(wire.sent).containsExactly("in flight", tooSlow());
            assertThat(hungUp).isTrue();
        }

        @Test
        void isSentNothingAfterwards() {
            outbox.send(text("in flight"));
            full.forEach(outbox::send);
            full.forEach(outbox::send);
            wire.completeAll();
            assertThat(wire.sent).hasSize(2);
        }

        @Test
        void isNotWhoAskedForAllOfALongGameAtOnce() {
            outbox.send(text("in flight"));
            outbox.replay(full);
            outbox.replay(full);
            wire.completeAll();
            assertThat(wire.sent).hasSize(2 * full.size() + 1).doesNotContain(tooSlow());
        }

        @Test
        void isClosedWhenAMessageIsNotTakenInTime() {
            outbox.send(text("in flight"));
            long now = System.nanoTime();
            outbox.cutIfStuck(now + Outbox.LONGEST_SEND_NANOS / 2);
            assertThat(wire.sent).containsExactly("in flight");
            outbox.cutIfStuck(now + 2 * Outbox.LONGEST_SEND_NANOS);
            assertThat(wire.sent).containsExactly("in flight", tooSlow());
            assertThat(hungUp).isTrue();
        }

        private String tooSlow() {
            return "closed 1013 " + Goodbye.TOO_SLOW.reason();
        }
    }
}
