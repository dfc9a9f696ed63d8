package org.parlor.websocket;

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
import org.parlor.metrics.Metrics;
import org.parlor.protocol.JsonEncoding;
import org.parlor.protocol.TextFrame;

/** A session whose sends complete when the test says so, or at once. */
final class Wire {

    private final List<String> sent = new ArrayList<>();
    private final Deque<SendHandler> inFlight = new ArrayDeque<>();
    private boolean atOnce;
    private boolean broken;

    Session session() {
        RemoteEndpoint.Async remote = stub(RemoteEndpoint.Async.class, arguments -> {
            if (arguments[0] instanceof ByteBuffer payload) {
                say("ping of " + payload.remaining());
            } else {
                send(((TextFrame) arguments[0]).text(), (SendHandler) arguments[1]);
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

    /** An outbox for this session, which closes at once. */
    Outbox outbox(BufferedFrames buffered, Runnable hangUp) {
        return new Outbox(session(), new JsonEncoding(), Runnable::run, hangUp, buffered, new Metrics().opened(0));
    }

    /** An outbox beside which nothing else waits. */
    Outbox outbox() {
        return outbox(new BufferedFrames(Long.MAX_VALUE, Runnable::run), () -> {});
    }

    private synchronized void say(String word) {
        sent.add(word);
    }

    private synchronized void send(String text, SendHandler handler) {
        if (broken) {
            throw new IllegalStateException("the session has been closed");
        }
        sent.add(text);
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

    /** From now on what is sent is taken at once. */
    void takeAtOnce() {
        atOnce = true;
    }

    /** From now on the session is closed, and throws. */
    void breakOff() {
        broken = true;
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

    /** What was given to the session, in order. */
    synchronized List<String> sent() {
        return List.copyOf(sent);
    }

    /** How many sends are not taken yet. */
    int inFlight() {
        return inFlight.size();
    }
}
