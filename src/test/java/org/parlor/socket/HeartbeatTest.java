package org.parlor.socket;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.websocket.CloseReason;
import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.SendHandler;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.parlor.metrics.Metrics;
import org.parlor.room.Goodbye;
import org.parlor.room.Message;

/** Sending everyone away when the server stops. */
class HeartbeatTest {

    private final AtomicReference<SendHandler> underWay = new AtomicReference<>();
    private final CompletableFuture<Integer> closeCode = new CompletableFuture<>();

    @Test
    void aSessionWithAMessageUnderWayIsClosedWhenTheMessageIsSentAndTheServerWaitsForIt() {
        Heartbeat heartbeat = new Heartbeat();
        RoomEndpoint connection = new RoomEndpoint();
        heartbeat.add(connection);
        Outbox outbox =
                new Outbox(session(), heartbeat.closers(), () -> heartbeat.remove(connection), new Metrics().opened(0));
        outbox.send(new Message.Pong(1, 1));
        outbox.close(Goodbye.RESTART);
        Thread stop = new Thread(heartbeat::finish);
        stop.start();
        while (stop.getState() != Thread.State.TIMED_WAITING && stop.getState() != Thread.State.TERMINATED) {
            Thread.onSpinWait();
        }
        assertThat(closeCode).isNotDone();
        underWay.get().onResult(new SendResult());
        assertThat(closeCode).succeedsWithin(Duration.ofSeconds(5)).isEqualTo(1012);
        assertThat(CompletableFuture.runAsync(() -> join(stop))).succeedsWithin(Duration.ofSeconds(5));
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** A session whose messages are under way until the test says otherwise. */
    private Session session() {
        Object remote = Proxy.newProxyInstance(
                Session.class.getClassLoader(),
                new Class<?>[] {RemoteEndpoint.Async.class},
                (self, method, arguments) -> {
                    underWay.set((SendHandler) arguments[1]);
                    return null;
                });
        return (Session) Proxy.newProxyInstance(
                Session.class.getClassLoader(), new Class<?>[] {Session.class}, (self, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        closeCode.complete(
                                ((CloseReason) arguments[0]).getCloseCode().getCode());
                    }
                    return method.getName().equals("getAsyncRemote") ? remote : null;
                });
    }
}
