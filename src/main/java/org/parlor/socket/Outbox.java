package org.parlor.socket;

import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.parlor.frame.Outgoing;
import org.parlor.metrics.ConnectionMeter;
import org.parlor.room.Goodbye;
import org.parlor.room.Message;
import org.parlor.room.Visitor;

/**
 * What waits to be sent to one session. One send is in flight and its completion starts the next, since several servers lose
 * messages or throw when two threads send at once; nothing here waits for the network. A reader who is too slow is cut off.
 */
final class Outbox implements Visitor {

    private static final Logger LOG = System.getLogger(Outbox.class.getName());

    /** More unsent text than this, in characters, and the session is closed. */
    static final long MOST_WAITING = 1 << 20;

    /** A message that is not taken within this time, and the session is closed. */
    static final long LONGEST_SEND_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final Session session;
    private final Executor closer;
    private final Runnable hangUp;
    private final ConnectionMeter meter;
    private final Queue<Parcel> waiting = new ArrayDeque<>();
    private final AtomicInteger wakeUps = new AtomicInteger();
    private Optional<Goodbye> goodbye = Optional.empty();
    private Optional<ByteBuffer> ping = Optional.empty();
    private long tokensSent;
    private long waitingSize;
    private int freeWaiting;
    private long sendingSince;
    private boolean sending;
    private boolean gone;

    /** A frame and what it adds to the size of what waits: nothing if it is part of a replay that is free. */
    private record Parcel(Outgoing frame, long size) {}

    /**
     * An outbox.
     *
     * @param closer runs closes, because some servers wait in them for a reader that is stuck
     * @param hangUp what to do when the session was closed from here: a stuck client never confirms it
     */
    Outbox(Session session, Executor closer, Runnable hangUp, ConnectionMeter meter) {
        this.session = session;
        this.closer = closer;
        this.hangUp = hangUp;
        this.meter = meter;
    }

    @Override
    public void send(Message message) {
        add(List.of(message), false);
    }

    /**
     * Sends what a client missed. It asked for all of this at once, so it does not count as reading slowly; but whoever asks
     * again before it is taken could fill the memory.
     */
    @Override
    public void replay(List<Message> missed) {
        add(missed, true);
    }

    private void add(List<Message> messages, boolean askedFor) {
        List<Outgoing> frames = messages.stream().map(Outgoing::of).toList();
        boolean tooSlow;
        synchronized (this) {
            if (gone || goodbye.isPresent()) {
                return;
            }
            boolean free = askedFor && freeWaiting == 0;
            for (Outgoing frame : frames) {
                long size = free ? 0 : frame.text().length();
                waiting.add(new Parcel(frame, size));
                waitingSize += size;
            }
            freeWaiting += free ? frames.size() : 0;
            tooSlow = waitingSize > MOST_WAITING;
        }
        if (tooSlow) {
            sendAway(Goodbye.TOO_SLOW);
        } else {
            pump();
        }
    }

    @Override
    public void close(Goodbye reason) {
        synchronized (this) {
            goodbye = goodbye.or(() -> Optional.of(reason));
        }
        pump();
    }

    /** Asks the other side for a sign of life: a ping after what waits, which it must answer with the same payload. */
    void ping(ByteBuffer payload) {
        synchronized (this) {
            ping = Optional.of(payload);
        }
        pump();
    }

    /** Closes now, without waiting for what was sent before: the other side shows no sign of life. */
    void cut() {
        sendAway(Goodbye.SILENT);
    }

    /** Whether the session is closed. */
    synchronized boolean isGone() {
        return gone;
    }

    /** Whether the session is closed or about to be. */
    synchronized boolean isClosing() {
        return gone || goodbye.isPresent();
    }

    /** Whether the session was told that it sits somewhere. */
    synchronized boolean isSeated() {
        return tokensSent > 0;
    }

    /** Whether a pong with this payload shows that the token which was sent last has arrived. */
    synchronized boolean provesToken(ByteBuffer payload) {
        return payload.remaining() == Long.BYTES && payload.getLong(payload.position()) == tokensSent;
    }

    /** Cuts the session off if it has not taken a message for too long. */
    void cutIfStuck(long nowNanos) {
        synchronized (this) {
            if (gone || !sending || nowNanos - sendingSince < LONGEST_SEND_NANOS) {
                return;
            }
        }
        sendAway(Goodbye.TOO_SLOW);
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
        Optional<Parcel> next;
        Optional<ByteBuffer> pingNow = Optional.empty();
        Optional<Goodbye> goodbyeNow = Optional.empty();
        synchronized (this) {
            if (sending || gone) {
                return;
            }
            next = Optional.ofNullable(waiting.poll());
            if (next.isPresent()) {
                waitingSize -= next.get().size();
                freeWaiting -= next.get().size() == 0 ? 1 : 0;
                sending = true;
                sendingSince = System.nanoTime();
            } else if (goodbye.isPresent()) {
                goodbyeNow = goodbye;
            } else {
                pingNow = ping;
                ping = Optional.empty();
            }
        }
        next.map(Parcel::frame).ifPresent(this::sendNow);
        goodbyeNow.ifPresent(this::sendAway);
        pingNow.ifPresent(this::pingNow);
    }

    private void sendNow(Outgoing frame) {
        try {
            session.getAsyncRemote().sendObject(frame, result -> sent(frame, result));
        } catch (RuntimeException e) {
            // Servers differ in what they throw for a session that has just closed.
            LOG.log(Level.DEBUG, "a message could not be sent", e);
            closeNow(Goodbye.TOO_SLOW);
        }
    }

    private void sent(Outgoing frame, SendResult result) {
        Message message = frame.message();
        synchronized (this) {
            sending = false;
            if (message instanceof Message.You you && you.token().isPresent()) {
                tokensSent++;
                ping = Optional.of(ByteBuffer.allocate(Long.BYTES).putLong(0, tokensSent));
            }
        }
        if (result.isOK()) {
            meter.sent(frame.bytes());
            if (message instanceof Message.Welcome) {
                meter.welcomed();
            }
            pump();
        } else {
            LOG.log(Level.DEBUG, "a message could not be sent", result.getException());
            closeNow(Goodbye.TOO_SLOW);
        }
    }

    private void pingNow(ByteBuffer payload) {
        try {
            session.getAsyncRemote().sendPing(payload);
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.DEBUG, "a ping could not be sent", e);
        }
    }

    /** Closes for a reason that the client is to blame for, or to know: such closes are counted. */
    private void sendAway(Goodbye reason) {
        if (closeNow(reason)) {
            meter.sentAway(reason);
        }
    }

    /** Returns whether it was open until now. */
    private boolean closeNow(Goodbye reason) {
        synchronized (this) {
            if (gone) {
                return false;
            }
            gone();
        }
        closer.execute(() -> {
            try {
                session.close(new CloseReason(CloseCodes.getCloseCode(reason.code()), reason.reason()));
            } catch (IOException | RuntimeException e) {
                LOG.log(Level.DEBUG, "a session could not be closed", e);
            }
            hangUp.run();
        });
        return true;
    }
}
