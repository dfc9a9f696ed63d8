package org.parlor.embedded;

import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.glassfish.grizzly.Connection;
import org.glassfish.tyrus.spi.WebSocketEngine.UpgradeInfo;
import org.parlor.embedded.FrameGuard.Violation;
import org.parlor.limit.Deadlines.Deadline;
import org.parlor.limit.RateLimit;

/**
 * A connection that went over to WebSocket: hands Tyrus what comes in, within bounds, and closes without leaving the other side
 * a way to hold it open. Frames come from one thread at a time.
 */
final class GuardedConnection {

    private final Connection<?> network;
    private final WebSocketBounds bounds;
    private final FrameGuard guard;
    private final org.glassfish.tyrus.spi.Connection tyrus;
    private Optional<Deadline> deadline = Optional.empty();
    private long held;
    private volatile boolean closing;

    /** After a violation nobody knows where a frame begins. */
    private boolean violated;

    GuardedConnection(UpgradeInfo upgrade, Connection<?> network, WebSocketBounds bounds) {
        this.network = network;
        this.bounds = bounds;
        long now = System.nanoTime();
        guard = new FrameGuard(
                bounds.largestMessage(),
                new RateLimit(bounds.framesPerSecond(), now),
                new RateLimit(
                        WebSocketBounds.CONTROL_FRAMES_PER_SECOND, WebSocketBounds.CONTROL_FRAMES_IN_A_BURST, now));
        tyrus = upgrade.createConnection(
                new WebSocketWriter(network, this::closed), reason -> network.terminateSilently());
    }

    /** The next bytes from the client. */
    void receive(ByteBuffer data) {
        if (violated) {
            return;
        }
        Optional<Violation> violation = guard.look(data, System.nanoTime());
        violated = violation.isPresent();
        if (closing) {
            if (violation.isPresent() || guard.sawClose()) {
                network.closeSilently();
            }
            return;
        }
        if (violation.isPresent()) {
            close(reason(violation.get()));
            return;
        }
        hold(guard.isUnfinished());
        if (!closing) {
            tyrus.getReadHandler().handle(data);
        }
    }

    /** What is unfinished takes up memory and must be finished some time. */
    private void hold(boolean unfinished) {
        long now = unfinished ? guard.messageSize() : 0;
        if (now > held && !bounds.unfinished().take(now - held)) {
            close(new CloseReason(CloseCodes.TRY_AGAIN_LATER, "much is being sent here; come back in a moment"));
            return;
        }
        bounds.unfinished().giveBack(Math.max(0, held - now));
        held = now;
        if (unfinished && deadline.isEmpty()) {
            deadline = Optional.of(bounds.deadlines().after(WebSocketBounds.LONGEST_MESSAGE, this::tooLate));
        } else if (!unfinished) {
            deadline.ifPresent(it -> it.cancel());
            deadline = Optional.empty();
        }
    }

    private void tooLate() {
        close(new CloseReason(CloseCodes.VIOLATED_POLICY, "a message must be finished sooner"));
    }

    private static CloseReason reason(Violation violation) {
        return switch (violation) {
            case TOO_MANY_FRAMES -> new CloseReason(CloseCodes.VIOLATED_POLICY, "too many frames; slow down");
            case TOO_BIG -> new CloseReason(CloseCodes.TOO_BIG, "a frame far beyond the largest; send less");
            case UNMASKED -> new CloseReason(CloseCodes.PROTOCOL_ERROR, "a client must mask its frames");
        };
    }

    private void close(CloseReason reason) {
        closing = true;
        tyrus.close(reason);
    }

    /** The last frame is on its way. Whoever still sends is not listened to, but hears why if that is possible at all. */
    private void closed() {
        closing = true;
        if (guard.sawClose()) {
            network.closeSilently();
        } else {
            bounds.deadlines().after(WebSocketBounds.CLOSING, network::closeSilently);
        }
        bounds.deadlines().after(WebSocketBounds.LAST_WORDS, network::terminateSilently);
    }

    /** The connection is no more. */
    void lost() {
        deadline.ifPresent(it -> it.cancel());
        bounds.unfinished().giveBack(held);
        held = 0;
        tyrus.close(new CloseReason(CloseCodes.CLOSED_ABNORMALLY, "the connection was lost"));
    }
}
