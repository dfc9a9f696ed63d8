package org.parlor.socket;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.PongMessage;
import jakarta.websocket.Session;
import jakarta.websocket.server.PathParam;
import jakarta.websocket.server.ServerEndpoint;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.parlor.frame.FrameDecoder;
import org.parlor.frame.FrameEncoder;
import org.parlor.frame.Incoming;
import org.parlor.frame.Received;
import org.parlor.limit.ConnectionLimits;
import org.parlor.limit.RateLimit;
import org.parlor.metrics.ConnectionMeter;
import org.parlor.metrics.Metrics;
import org.parlor.room.Command;
import org.parlor.room.Goodbye;
import org.parlor.room.LiveRoom;
import org.parlor.room.Message;
import org.parlor.room.Refusal;
import org.parlor.room.Refusal.Reason;
import org.parlor.settings.Settings;

/** One connection to a room. The server makes an instance for each session. */
@Dependent
@ServerEndpoint(
        value = "/rooms/{room}",
        subprotocols = "parlor.v1.json",
        decoders = FrameDecoder.class,
        encoders = FrameEncoder.class,
        configurator = Handshake.class)
public class RoomEndpoint {

    private static final Logger LOG = System.getLogger(RoomEndpoint.class.getName());

    /** A list of all legal moves costs the server as much as many moves. */
    private static final int LEGAL_COST = 20;

    /** So many commands may come before the room is open. */
    private static final int MOST_EARLY = 32;

    @Inject
    private Rooms rooms;

    @Inject
    private Heartbeat heartbeat;

    @Inject
    private Settings settings;

    @Inject
    private ConnectionLimits connections;

    @Inject
    private Metrics metrics;

    private ConnectionMeter meter;
    private Outbox outbox;
    private RateLimit limit;

    /** Done once the session is in the room and everything that it said so far has been passed on. */
    private volatile CompletableFuture<Optional<LiveRoom>> room = CompletableFuture.completedFuture(Optional.empty());

    private Optional<String> counted = Optional.empty();
    private boolean mustReturn;
    private int early;
    private volatile long heardAt;
    private long askedAt;
    private long openedAt;

    /** Seats the session among the spectators of the room. */
    @OnOpen
    public void open(Session session, @PathParam("room") String name) {
        heardAt = System.nanoTime();
        askedAt = heardAt;
        openedAt = heardAt;
        meter = metrics.opened(Handshake.askedNanos(session));
        outbox = new Outbox(session, heartbeat.closers(), this::close, meter);
        limit = new RateLimit(settings.limits().framesPerSecond(), heardAt);
        heartbeat.add(this);
        if (isAdmitted(Handshake.client(session))) {
            room = rooms.enter(Address.of(name, session), outbox);
        } else {
            outbox.close(Goodbye.FULL);
        }
        if (outbox.isGone()) {
            // The connection was lost before there was a room to leave.
            close();
        }
    }

    /** Counts the connection. The last places are for those who come back to a seat, which must be seen soon. */
    private boolean isAdmitted(String client) {
        if (!connections.enter(client)) {
            return false;
        }
        counted = Optional.of(client);
        mustReturn = connections.isCrowded();
        return true;
    }

    /** Passes a frame on to the room. */
    @OnMessage(maxMessageSize = FrameDecoder.LARGEST_MESSAGE)
    public void hear(Received received) {
        meter.received(received.bytes());
        Incoming frame = received.frame();
        if (!isWelcome(frame instanceof Incoming.Ask ask && ask.command() instanceof Command.Legal ? LEGAL_COST : 1)) {
            return;
        }
        if (frame instanceof Incoming.Ask ask) {
            submit(ask);
        } else if (frame instanceof Incoming.Ping ping) {
            outbox.send(new Message.Pong(ping.t(), rooms.now()));
        } else if (frame instanceof Incoming.Invalid invalid) {
            metrics.invalidFrame(invalid.refusal().reason());
            outbox.send(new Message.Refused(invalid.id(), invalid.refusal()));
        } else if (frame instanceof Incoming.Oversized) {
            metrics.invalidFrame(Reason.TOO_BIG);
            outbox.close(Goodbye.TOO_BIG);
        }
    }

    private void submit(Incoming.Ask ask) {
        if (!room.isDone() && ++early > MOST_EARLY) {
            Refusal refusal = new Refusal(Reason.UNAVAILABLE, "the room is being opened; wait for the welcome");
            outbox.send(new Message.Refused(ask.id(), refusal));
        } else {
            inRoom(it -> it.submit(outbox, ask.id(), ask.command()));
        }
    }

    /** Now, or once the session is in the room; in order, since a session's frames come one at a time. */
    private void inRoom(Consumer<LiveRoom> deed) {
        if (room.isDone()) {
            room.join().ifPresent(deed);
            return;
        }
        room = room.thenApply(here -> {
            try {
                here.ifPresent(deed);
            } catch (RuntimeException e) {
                LOG.log(Level.ERROR, "a connection is closed because something went wrong in it", e);
                outbox.close(Goodbye.TRY_LATER);
            }
            return here;
        });
    }

    /** The protocol has no binary frames. */
    @OnMessage(maxMessageSize = FrameDecoder.LARGEST_MESSAGE)
    public void hear(ByteBuffer binary) {
        meter.received(binary.remaining());
        if (!isWelcome(1)) {
            return;
        }
        if (binary.remaining() > FrameDecoder.LARGEST_MESSAGE) {
            outbox.close(Goodbye.TOO_BIG);
            return;
        }
        metrics.invalidFrame(Reason.BAD_FRAME);
        Refusal refusal = new Refusal(Reason.BAD_FRAME, "send JSON in a text frame, not a binary frame");
        outbox.send(new Message.Refused(Optional.empty(), refusal));
    }

    /** The answer to a ping: the other side is alive. */
    @OnMessage
    public void hear(PongMessage pong) {
        if (isWelcome(1) && outbox.provesToken(pong.getApplicationData())) {
            inRoom(it -> it.received(outbox));
        }
    }

    /** Notes the sign of life, and closes the connection of who sends too much. */
    private boolean isWelcome(int cost) {
        heardAt = System.nanoTime();
        if (outbox.isClosing()) {
            return false;
        }
        if (!limit.allows(cost, heardAt)) {
            outbox.close(Goodbye.FLOOD);
            return false;
        }
        return true;
    }

    /** Asks a silent connection for a sign of life, and cuts it off when none comes. */
    void check(long nowNanos) {
        outbox.cutIfStuck(nowNanos);
        if (mustReturn && nowNanos - openedAt > Heartbeat.RETURN_NANOS && !outbox.isSeated()) {
            outbox.close(Goodbye.FULL);
        }
        long silence = nowNanos - heardAt;
        if (silence > Heartbeat.DEAD_NANOS) {
            outbox.cut();
        } else if (silence > Heartbeat.ASK_NANOS && nowNanos - askedAt > Heartbeat.ASK_NANOS) {
            askedAt = nowNanos;
            outbox.ping(ByteBuffer.allocate(0));
        }
    }

    /** Clears up, whatever ended the connection. */
    @OnClose
    public void close() {
        // Tyrus reports an oversized frame to an instance that was never opened.
        if (outbox != null) {
            heartbeat.remove(this);
            outbox.gone();
            meter.closed();
            leave();
            inRoom(it -> it.leave(outbox));
        }
    }

    private synchronized void leave() {
        counted.ifPresent(connections::leave);
        counted = Optional.empty();
    }

    /** Servers report a lost connection here first, or here alone, or not at all. */
    @OnError
    public void fail(Session session, Throwable error) {
        if (session.isOpen() && outbox != null) {
            LOG.log(Level.ERROR, "a connection is closed because something went wrong in it", error);
            outbox.close(Goodbye.TRY_LATER);
        } else {
            LOG.log(Level.DEBUG, "a connection was lost", error);
            close();
        }
    }
}
