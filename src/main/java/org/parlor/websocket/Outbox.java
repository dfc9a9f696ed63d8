package org.parlor.websocket;

import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.parlor.metrics.ConnectionMeter;
import org.parlor.protocol.CloseFrame;
import org.parlor.runtime.CloseReason;
import org.parlor.runtime.Connection;
import org.parlor.runtime.Encoding;
import org.parlor.runtime.Frame;

/**
 * What waits to be sent to one session. One send is in flight and its completion starts the next, since several servers lose
 * messages or throw when two threads send at once; nothing here waits for the network. A reader who is too slow is cut off.
 */
final class Outbox implements Connection {

    private static final Logger LOG = System.getLogger(Outbox.class.getName());

    /** More unsent payload than this, in bytes, and the session is closed. */
    static final long MAX_BUFFERED_BYTES = 1 << 20;

    /** A message that is not taken within this time, and the session is closed. */
    static final long LONGEST_SEND_NANOS = TimeUnit.SECONDS.toNanos(10);

    private static final ByteBuffer NO_PAYLOAD = ByteBuffer.allocate(0).asReadOnlyBuffer();

    private final Session session;
    private final Encoding encoding;
    private final Executor closer;
    private final Runnable hangUp;
    private final BufferedFrames buffered;
    private final ConnectionMeter meter;
    private final Deque<Queued> waiting = new ArrayDeque<>();
    private final AtomicInteger wakeUps = new AtomicInteger();
    private Optional<CloseReason> goodbye = Optional.empty();
    private long held;
    private long counted;
    private long inGaps;
    private long sendingSince;
    private boolean sending;
    private boolean spoken;
    private boolean pinging;
    private boolean gone;
    private volatile boolean seated;

    /** Something in the line. */
    private sealed interface Queued permits QueuedFrame, QueuedGap {}

    /** A frame that was sent by itself. */
    private record QueuedFrame(Frame frame) implements Queued {}

    /**
     * A place that is filled later, by frames that were asked for all at once and so are not read too slowly. But whoever asks again
     * before they are taken could fill the memory: those frames count. Guarded by the lock of the outbox.
     */
    private final class QueuedGap implements Queued, Gap {

        private Iterator<Frame> frames = Collections.emptyIterator();
        private Runnable whenDone = () -> {};
        private boolean filled;
        private boolean counts;

        @Override
        public void fill(Iterable<Frame> content, Runnable afterwards) {
            boolean tooSlow;
            synchronized (Outbox.this) {
                if (!gone) {
                    take(content, afterwards);
                }
                tooSlow = held > MAX_BUFFERED_BYTES;
            }
            if (!filled) {
                afterwards.run();
            } else if (tooSlow) {
                sendAway(CloseReason.TOO_SLOW);
            } else {
                pump();
            }
        }

        private void take(Iterable<Frame> content, Runnable afterwards) {
            frames = content.iterator();
            whenDone = afterwards;
            filled = true;
            counts = inGaps > 0;
            for (Frame frame : content) {
                inGaps += frame.bytes();
                if (counts) {
                    hold(frame.bytes());
                }
            }
        }

        private Frame next() {
            Frame frame = frames.next();
            inGaps -= frame.bytes();
            if (counts) {
                hold(-frame.bytes());
            }
            return frame;
        }
    }

    /**
     * An outbox.
     *
     * @param closer runs closes, because some servers wait in them for a reader that is stuck
     * @param hangUp what to do when the session was closed from here: a stuck client never confirms it
     * @param buffered counts what waits on all connections
     */
    Outbox(
            Session session,
            Encoding encoding,
            Executor closer,
            Runnable hangUp,
            BufferedFrames buffered,
            ConnectionMeter meter) {
        this.session = session;
        this.encoding = encoding;
        this.closer = closer;
        this.hangUp = hangUp;
        this.buffered = buffered;
        this.meter = meter;
    }

    @Override
    public Encoding encoding() {
        return encoding;
    }

    @Override
    public void send(Frame frame) {
        boolean tooSlow;
        synchronized (this) {
            if (gone || goodbye.isPresent()) {
                return;
            }
            waiting.add(new QueuedFrame(frame));
            hold(frame.bytes());
            tooSlow = held > MAX_BUFFERED_BYTES;
        }
        if (tooSlow) {
            sendAway(CloseReason.TOO_SLOW);
        } else {
            pump();
        }
    }

    @Override
    public synchronized Gap gap() {
        QueuedGap gap = new QueuedGap();
        waiting.add(gap);
        return gap;
    }

    @Override
    public void seated() {
        seated = true;
    }

    @Override
    public void close(CloseReason reason) {
        synchronized (this) {
            goodbye = goodbye.or(() -> Optional.of(reason));
        }
        pump();
    }

    /** Asks the other side for a sign of life, after what waits to be sent, and not for what waits for a gap to be filled. */
    void ping() {
        synchronized (this) {
            pinging = true;
        }
        pump();
    }

    /** Closes now, without waiting for what was sent before: the other side shows no sign of life. */
    void cut() {
        sendAway(CloseReason.SILENT);
    }

    /** Closes now: this connection holds more of what waits than any other. */
    void overflow() {
        sendAway(CloseReason.TOO_SLOW);
    }

    /** How much waits here, in bytes. */
    synchronized long heldBytes() {
        return held;
    }

    /** Whether somebody sits somewhere by this connection. */
    boolean isSeated() {
        return seated;
    }

    /** Whether something is being sent, and so may be stuck. */
    synchronized boolean isSending() {
        return sending;
    }

    /** Whether the session is closed. */
    synchronized boolean isGone() {
        return gone;
    }

    /** Whether the session is closed or about to be. */
    synchronized boolean isClosing() {
        return gone || goodbye.isPresent();
    }

    /** Cuts the session off if it has not taken a message for too long. */
    void cutIfStuck(long nowNanos) {
        synchronized (this) {
            if (gone || !sending || nowNanos - sendingSince < LONGEST_SEND_NANOS) {
                return;
            }
        }
        sendAway(CloseReason.TOO_SLOW);
    }

    /** The session is closed: nothing more can be sent. Calling again does nothing. */
    void gone() {
        List<Queued> unsent;
        synchronized (this) {
            gone = true;
            unsent = List.copyOf(waiting);
            waiting.clear();
            hold(-held);
        }
        for (Queued queued : unsent) {
            if (queued instanceof QueuedGap gap) {
                gap.whenDone.run();
            }
        }
    }

    /** So much more waits here, or less. */
    private void hold(long more) {
        held += more;
        long worth = held >= BufferedFrames.WORTH_COUNTING ? held : 0;
        if (worth != counted) {
            buffered.changed(this, worth - counted, worth);
            counted = worth;
        }
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
        List<Runnable> done = new ArrayList<>(0);
        Optional<Frame> next;
        Optional<CloseReason> goodbyeNow = Optional.empty();
        boolean pingNow = false;
        synchronized (this) {
            if (sending || gone) {
                return;
            }
            next = next(done);
            if (next.isPresent()) {
                sending = true;
                sendingSince = System.nanoTime();
            } else {
                // Whoever waits for a gap to be filled may wait for long, and is to be asked for a sign of life
                // meanwhile.
                goodbyeNow = waiting.isEmpty() ? goodbye : Optional.empty();
                pingNow = pinging;
                pinging = false;
            }
        }
        done.forEach(Runnable::run);
        next.ifPresent(this::sendNow);
        if (goodbyeNow.isPresent()) {
            sendAway(goodbyeNow.get());
        } else if (pingNow) {
            pingNow();
        }
    }

    /** The next frame; empty if there is none, or a gap before it. */
    private Optional<Frame> next(List<Runnable> done) {
        while (!waiting.isEmpty()) {
            if (waiting.peek() instanceof QueuedGap gap) {
                if (!gap.filled) {
                    return Optional.empty();
                }
                if (gap.frames.hasNext()) {
                    return Optional.of(gap.next());
                }
                waiting.remove();
                done.add(gap.whenDone);
            } else {
                Frame frame = ((QueuedFrame) waiting.remove()).frame();
                hold(-frame.bytes());
                return Optional.of(frame);
            }
        }
        return Optional.empty();
    }

    private void sendNow(Frame frame) {
        try {
            session.getAsyncRemote().sendObject(frame, result -> sent(frame, result));
        } catch (RuntimeException e) {
            // Servers differ in what they throw for a session that has just closed.
            LOG.log(Level.DEBUG, "a message could not be sent", e);
            closeNow(CloseReason.TOO_SLOW);
        }
    }

    private void sent(Frame frame, SendResult result) {
        if (!result.isOK()) {
            LOG.log(Level.DEBUG, "a message could not be sent", result.getException());
            closeNow(CloseReason.TOO_SLOW);
            return;
        }
        boolean first;
        synchronized (this) {
            sending = false;
            first = !spoken;
            spoken = true;
        }
        meter.sent(frame.bytes());
        if (first) {
            meter.welcomed();
        }
        pump();
    }

    private void pingNow() {
        try {
            session.getAsyncRemote().sendPing(NO_PAYLOAD.duplicate());
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.DEBUG, "a ping could not be sent", e);
        }
    }

    /** Closes for a reason that the client is to blame for, or to know: such closes are counted. */
    private void sendAway(CloseReason reason) {
        if (closeNow(reason)) {
            meter.sentAway(reason);
        }
    }

    /** Returns whether it was open until now. */
    private boolean closeNow(CloseReason reason) {
        synchronized (this) {
            if (gone) {
                return false;
            }
            gone = true;
        }
        gone();
        CloseFrame last = CloseFrame.of(reason);
        closer.execute(() -> {
            try {
                session.close(new jakarta.websocket.CloseReason(
                        jakarta.websocket.CloseReason.CloseCodes.getCloseCode(last.code()), last.text()));
            } catch (IOException | RuntimeException e) {
                LOG.log(Level.DEBUG, "a session could not be closed", e);
            }
            hangUp.run();
        });
        return true;
    }
}
