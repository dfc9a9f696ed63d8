package org.parlor.http;

import java.io.ByteArrayOutputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.parlor.http.BodyException.Kind;
import org.parlor.limit.Deadlines.Deadline;

/**
 * A body while it comes, within the time and the memory that bodies have. An adapter feeds it and tells its end. Safe for use by
 * many threads.
 */
public final class BodyBuffer {

    private final int most;
    private final boolean kept;
    private final HttpBounds bounds;
    private final Deadline deadline;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final CompletableFuture<byte[]> whole = new CompletableFuture<>();
    private long size;
    private long taken;

    /**
     * A buffer.
     *
     * @param most in bytes
     * @param kept whether the bytes are wanted, or only their end
     */
    public BodyBuffer(int most, boolean kept, HttpBounds bounds) {
        this.most = most;
        this.kept = kept;
        this.bounds = bounds;
        deadline = bounds.deadlines().after(HttpBounds.LONGEST_BODY, () -> fail(new BodyException(Kind.TOO_SLOW)));
    }

    /** Completes with the whole body, or nothing if it is not kept; or fails with a {@link BodyException}. */
    public CompletionStage<byte[]> whole() {
        return whole;
    }

    /** Whether nothing more is wanted. */
    public boolean isDone() {
        return whole.isDone();
    }

    /** The next part of the body. */
    public synchronized void add(byte[] part, int length) {
        size += length;
        if (size > most) {
            fail(new BodyException(Kind.TOO_LARGE));
        } else if (kept && !isDone()) {
            keep(part, length);
        }
    }

    private void keep(byte[] part, int length) {
        if (bounds.bodies().take(length)) {
            taken += length;
            bytes.write(part, 0, length);
        } else {
            fail(new BodyException(Kind.TOO_MANY));
        }
    }

    /** The body is at its end. */
    public synchronized void end() {
        byte[] all = bytes.toByteArray();
        release();
        whole.complete(all);
    }

    /** The body does not come to its end. */
    public synchronized void fail(BodyException reason) {
        release();
        whole.completeExceptionally(reason);
    }

    private void release() {
        deadline.cancel();
        bytes.reset();
        bounds.bodies().giveBack(taken);
        taken = 0;
    }
}
