package org.parlor.websocket;

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
import java.util.List;
import java.util.Optional;
import org.parlor.limit.ConnectionLimits;
import org.parlor.metrics.ConnectionMeter;
import org.parlor.metrics.Metrics;
import org.parlor.protocol.FrameReader;
import org.parlor.protocol.Incoming;
import org.parlor.protocol.JsonEncoding;
import org.parlor.protocol.Received;
import org.parlor.room.Command;
import org.parlor.room.Refusal;
import org.parlor.room.Refusal.Reason;
import org.parlor.runtime.CloseReason;
import org.parlor.runtime.Message;

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

    @Inject
    private Rooms rooms;

    @Inject
    private ConnectionLimits connections;

    @Inject
    private JsonEncoding encoding;

    @Inject
    private Metrics metrics;

    private ConnectionMeter meter;
    private Outbox outbox;
    private Heartbeat heartbeat;
    private FrameLimits limits;
    private Visit visit;
    private Optional<String> counted = Optional.empty();

    /** Seats the session among the spectators of the room. */
    @OnOpen
    public void open(Session session, @PathParam("room") String name) {
        meter = metrics.opened(Handshake.askedNanos(session));
        outbox = new Outbox(session, encoding, rooms.closers(), this::close, rooms.buffered(), meter);
        limits = rooms.frameLimits();
        visit = new Visit(outbox);
        boolean admitted = isAdmitted(Handshake.client(session));
        heartbeat = new Heartbeat(outbox, rooms.deadlines(), connections.isCrowded(), System::nanoTime);
        rooms.opened(this);
        if (admitted) {
            heartbeat.start();
            rooms.enter(Address.of(name, session.getRequestParameterMap()), visit);
        } else {
            // Nothing comes in its place, and what is said after it would wait for it.
            visit.welcome().fill(List.of(), () -> {});
            outbox.close(CloseReason.FULL);
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
        return true;
    }

    /** Passes a frame on to the room. */
    @OnMessage(maxMessageSize = FrameReader.LARGEST_MESSAGE)
    public void hear(Received received) {
        meter.received(received.bytes());
        Incoming frame = received.frame();
        if (!isWelcome(frame instanceof Incoming.Ask ask ? FrameLimits.cost(ask.command()) : 1)) {
            return;
        }
        if (frame instanceof Incoming.Ask ask) {
            hear(ask);
        } else if (frame instanceof Incoming.Ping ping) {
            say(new Message.Pong(ping.t(), rooms.now()));
        } else if (frame instanceof Incoming.Invalid invalid) {
            metrics.invalidFrame(invalid.refusal().reason());
            say(new Message.Refused(invalid.id(), invalid.refusal()));
        } else if (frame instanceof Incoming.Oversized) {
            metrics.invalidFrame(Reason.TOO_BIG);
            outbox.close(CloseReason.TOO_BIG);
        }
    }

    private void hear(Incoming.Ask ask) {
        Optional<Refusal> slower =
                ask.command() instanceof Command.Say ? limits.refuseWords(System.nanoTime()) : Optional.empty();
        if (slower.isPresent()) {
            metrics.refused(ask.command(), slower.get().reason());
            say(new Message.Refused(ask.id(), slower.get()));
        } else {
            visit.submit(ask.id(), ask.command());
        }
    }

    private void say(Message message) {
        outbox.send(encoding.encode(message));
    }

    /** The protocol has no binary frames. */
    @OnMessage(maxMessageSize = FrameReader.LARGEST_MESSAGE)
    public void hear(ByteBuffer binary) {
        meter.received(binary.remaining());
        if (!isWelcome(1)) {
            return;
        }
        if (binary.remaining() > FrameReader.LARGEST_MESSAGE) {
            outbox.close(CloseReason.TOO_BIG);
            return;
        }
        metrics.invalidFrame(Reason.BAD_FRAME);
        Refusal refusal = new Refusal(Reason.BAD_FRAME, "send JSON in a text frame, not a binary frame");
        say(new Message.Refused(Optional.empty(), refusal));
    }

    /** The answer to a ping: the other side is alive. */
    @OnMessage
    public void hear(PongMessage pong) {
        isWelcome(1);
    }

    /** Notes the sign of life, and closes the connection of who sends too much. */
    private boolean isWelcome(int cost) {
        long now = System.nanoTime();
        heartbeat.heard(now);
        if (outbox.isClosing()) {
            return false;
        }
        if (!limits.allow(cost, now)) {
            outbox.close(CloseReason.FLOOD);
            return false;
        }
        return true;
    }

    /** Clears up, whatever ended the connection. */
    @OnClose
    public void close() {
        // Tyrus reports an oversized frame to an instance that was never opened.
        if (outbox != null) {
            heartbeat.stop();
            outbox.gone();
            meter.closed();
            leave();
            rooms.closed(this);
            visit.end();
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
            outbox.close(CloseReason.UNAVAILABLE);
        } else {
            LOG.log(Level.DEBUG, "a connection was lost", error);
            close();
        }
    }
}
