package org.parlor.http;

import java.util.concurrent.CompletionStage;

/** The body of a request, which may come slowly or never. Reading it holds no thread. At most one method is called, once. */
public interface RequestBody {

    /**
     * Reads it.
     *
     * @param most in bytes
     * @return the whole body; fails with a {@link BodyException} if it is larger, comes too slowly or breaks off
     */
    CompletionStage<byte[]> read(int most);

    /**
     * Reads it and keeps nothing, because who still sends may not hear an answer.
     *
     * @param most in bytes
     * @return completes at its end, and also if it is larger, comes too slowly or breaks off
     */
    CompletionStage<Void> skip(int most);
}
