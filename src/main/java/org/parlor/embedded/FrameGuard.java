package org.parlor.embedded;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.parlor.limit.RateLimit;

/**
 * Watches the frames that come in on a connection (RFC 6455, 5.2) before anything is made of them: each counts, also pings and
 * fragments, and a message has a largest size in all its fragments together. Used by one thread at a time.
 */
final class FrameGuard {

    private static final int FINAL = 0x80;
    private static final int OPCODE = 0x0F;
    private static final int CLOSE = 0x8;
    private static final int CONTROL = 0x8;
    private static final int MASKED = 0x80;
    private static final int LENGTH = 0x7F;
    private static final int TWO_BYTES_FOLLOW = 126;
    private static final int EIGHT_BYTES_FOLLOW = 127;
    private static final int LONGEST_HEAD = 14;
    private static final int MASK_LENGTH = 4;

    private final int largestMessage;
    private final RateLimit limit;
    private final RateLimit controlLimit;
    private final byte[] head = new byte[LONGEST_HEAD];
    private int headLength;
    private long payloadLeft;
    private long messageSize;
    private boolean messageOpen;
    private boolean closed;

    /** What is wrong with what came in. */
    enum Violation {
        TOO_MANY_FRAMES,
        TOO_BIG,
        UNMASKED
    }

    /**
     * A guard.
     *
     * @param largestMessage in bytes, all fragments together
     * @param limit for frames of all kinds
     * @param controlLimit for pings, pongs and closes, which nobody needs many of
     */
    FrameGuard(int largestMessage, RateLimit limit, RateLimit controlLimit) {
        this.largestMessage = largestMessage;
        this.limit = limit;
        this.controlLimit = controlLimit;
    }

    /** Looks at the next bytes of the connection, which stay where they are. Not called again after a violation. */
    Optional<Violation> look(ByteBuffer data, long nowNanos) {
        int at = data.position();
        while (at < data.limit()) {
            if (payloadLeft > 0) {
                long part = Math.min(payloadLeft, data.limit() - at);
                at += (int) part;
                payloadLeft -= part;
                endFrame();
                continue;
            }
            head[headLength++] = data.get(at++);
            if (headLength == expectedHead()) {
                Optional<Violation> violation = beginFrame(nowNanos);
                if (violation.isPresent()) {
                    return violation;
                }
            }
        }
        return Optional.empty();
    }

    private int expectedHead() {
        if (headLength < 2) {
            return 2;
        }
        int mask = (head[1] & MASKED) == 0 ? 0 : MASK_LENGTH;
        return 2 + lengthBytes() + mask;
    }

    private int lengthBytes() {
        int told = head[1] & LENGTH;
        if (told == TWO_BYTES_FOLLOW) {
            return Short.BYTES;
        }
        return told == EIGHT_BYTES_FOLLOW ? Long.BYTES : 0;
    }

    private long length() {
        int bytes = lengthBytes();
        if (bytes == 0) {
            return head[1] & LENGTH;
        }
        ByteBuffer told = ByteBuffer.wrap(head, 2, bytes);
        return bytes == Short.BYTES ? Short.toUnsignedInt(told.getShort()) : told.getLong();
    }

    private Optional<Violation> beginFrame(long nowNanos) {
        payloadLeft = length();
        if (!limit.allows(1, nowNanos) || (isControl() && !controlLimit.allows(1, nowNanos))) {
            return Optional.of(Violation.TOO_MANY_FRAMES);
        }
        if ((head[1] & MASKED) == 0) {
            return Optional.of(Violation.UNMASKED);
        }
        if (!isControl()) {
            messageOpen = true;
            messageSize += payloadLeft;
        }
        // A length whose first bit is set reads as a negative number.
        if (payloadLeft < 0 || messageSize > largestMessage) {
            return Optional.of(Violation.TOO_BIG);
        }
        endFrame();
        return Optional.empty();
    }

    private void endFrame() {
        if (payloadLeft > 0) {
            return;
        }
        headLength = 0;
        if ((head[0] & OPCODE) == CLOSE) {
            closed = true;
        } else if (!isControl() && (head[0] & FINAL) != 0) {
            messageOpen = false;
            messageSize = 0;
        }
    }

    private boolean isControl() {
        return (head[0] & CONTROL) != 0;
    }

    /** Whether a message or a frame has begun and not ended. */
    boolean isUnfinished() {
        return messageOpen || headLength > 0;
    }

    /** The bytes of the message that has begun, as far as its heads tell; 0 if none has. */
    long messageSize() {
        return messageSize;
    }

    /** Whether a close frame has come. */
    boolean sawClose() {
        return closed;
    }
}
