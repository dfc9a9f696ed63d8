package org.parlor.http;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/**
 * Something that is answered over HTTP under an address of its own. Safe for use by many threads. No method waits or takes long:
 * what does goes to threads of its own.
 */
public interface Resource {

    /**
     * Its path below the application's, such as {@code /metrics}. One that ends with a slash stands for everything below it.
     */
    String path();

    /** The methods that it knows. */
    default Set<Method> methods() {
        return Set.of(Method.GET);
    }

    /** What to answer to a client who asked too much, before the body is read; empty if it may go on. */
    default Optional<Response> refuse(Request head) {
        return Optional.empty();
    }

    /** Answers a request for its path with one of its methods. */
    CompletionStage<Response> answer(Request request);
}
