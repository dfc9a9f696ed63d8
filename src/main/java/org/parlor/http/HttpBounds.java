package org.parlor.http;

import java.time.Duration;
import org.parlor.limit.DeadlineThread;
import org.parlor.limit.Deadlines;
import org.parlor.limit.MemoryBudget;

/**
 * How much time and memory HTTP requests may take, all together. The threads of a container answer WebSocket too, so none of
 * them waits for a client.
 *
 * @param deadlines ends what takes too long
 * @param bodies for bodies that are being read
 * @param answers for answers that are being sent
 */
public record HttpBounds(Deadlines deadlines, MemoryBudget bodies, MemoryBudget answers) {

    /** From the head of a request to the end of its body. */
    public static final Duration LONGEST_BODY = Duration.ofSeconds(60);

    /** A client that takes nothing of its answer for so long is cut off. */
    public static final Duration LONGEST_STALL = Duration.ofSeconds(20);

    /** An answer up to this size is counted with the connection and not with {@link #answers}, in bytes. */
    public static final int SMALL_ANSWER = 16 * 1024;

    /** From the head of a request to the end of its answer: what a container does if all else fails. */
    static final Duration LONGEST_REQUEST = Duration.ofMinutes(10);

    /** What to answer when there is no room for more answers. */
    public static final Response FULL =
            Response.busy(503, "Much is being read here right now; try again in a few seconds.");

    private static final int BODIES_SHARE = 16;
    private static final int ANSWERS_SHARE = 8;

    /** The bounds for a heap of this size, in bytes. */
    public static HttpBounds of(long heap) {
        return new HttpBounds(
                new DeadlineThread("parlor-http-deadlines"),
                new MemoryBudget(heap / BODIES_SHARE),
                new MemoryBudget(heap / ANSWERS_SHARE));
    }

    /** Whether an answer of so many bytes may be sent beside the others; then it must {@link #end}. */
    public boolean begin(int bytes) {
        return bytes <= SMALL_ANSWER || answers.take(bytes);
    }

    /** An answer of so many bytes was sent, or will not be. */
    public void end(int bytes) {
        if (bytes > SMALL_ANSWER) {
            answers.giveBack(bytes);
        }
    }

    void close() {
        deadlines.close();
    }
}
