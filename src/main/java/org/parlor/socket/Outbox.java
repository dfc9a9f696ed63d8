package org.parlor.socket;

import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import org.parlor.room.Goodbye;
import org.parlor.room.Message;
import org.parlor.room.Visitor;

/**
 * What waits to be sent to one session. One send is in flight and its completion starts the next, since several servers lose
 * messages or throw when two threads send at once; nothing here waits for the network.
 */
final class Outbox implements Visitor {

    private static final Logger LOG = System.getLogger(Outbox.class.getName());

    /** More unsent messages than this and the session is closed: a resume of the longest game fits well. */
    private static final int MOST_WAITING = 4096;

    private final Session session;
    private final Queue<Message> waiting = new ArrayDeque<>();
    private final AtomicInteger wakeUps = new AtomicInteger();
    private Optional<Goodbye> goodbye = Optional.empty();
    private boolean sending;
    private boolean gone;

    Outbox(Session session) {
        this.session = session;
    }

    @Override
    public void send(Message message) {
        synchronized (this) {
            if (gone || goodbye.isPresent()) {
                return;
            }
            waiting.add(message);
            if (waiting.size() > MOST_WAITING) {
                waiting.clear();
                goodbye = Optional.of(Goodbye.TOO_SLOW);
            }
        }
        pump();
    }

    @Override
    public void close(Goodbye reason) {
        synchronized (this) {
            goodbye = goodbye.or(() -> Optional.of(reason));
        }
        pump();
    }

    /** The session is closed: nothing more can be sent. */
    synchronized void gone() {
        gone = true;
        waiting.clear();
    }

    /** Whoever comes first works until nothing is left; a completion on the same thread only leaves word. */
    private void pump() {
        if (wakeUps.getAndIncrement() != 0) {
            return;
        }
        do {
            step();
        } while (wakeUps.decrementAndGet() != 0);
    }

    private void step() {
        Message next;
        synchronized (this) {
            // The send to a slow reader may never end: nothing waits for that one.
            boolean tooSlow = goodbye.filter(Goodbye.TOO_SLOW::equals).isPresent();
            if (gone || (sending && !tooSlow)) {
                return;
            }
            next = waiting.poll();
            if (next == null && goodbye.isEmpty()) {
                return;
            }
            sending = true;
        }
        if (next == null) {
            closeNow(goodbye.get());
        } else {
            sendNow(next);
        }
    }

    private void sendNow(Message message) {
        try {
            session.getAsyncRemote().sendObject(message, this::sent);
        } catch (RuntimeException e) {
            // Servers differ in what they throw for a session that has just closed.
            LOG.log(Level.DEBUG, "a message could not be sent", e);
            closeNow(Goodbye.TOO_SLOW);
        }
    }

    private void sent(SendResult result) {
        synchronized (this) {
            sending = false;
        }
        if (result.isOK()) {
            pump();
        } else {
            LOG.log(Level.DEBUG, "a message could not be sent", result.getException());
            closeNow(Goodbye.TOO_SLOW);
        }
    }

    private void closeNow(Goodbye reason) {
        synchronized (this) {
            if (gone) {
                return;
            }
            gone();
        }
        try {
            session.close(new CloseReason(CloseCodes.getCloseCode(reason.code()), reason.reason()));
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.DEBUG, "a session could not be closed", e);
        }
    }
}
