package org.parlor.http;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * What is answered over HTTP. Nobody keeps an answer unless its resource says so, and no browser guesses its type.
 *
 * @param mediaType of the body, with its charset if it has one: it is sent as UTF-8
 * @param headers all others but the length of the body
 */
public record Response(int status, String mediaType, String body, Map<String, String> headers) {

    /** Plain text in UTF-8. */
    public static final String TEXT = "text/plain;charset=utf-8";

    /** JSON, whose encoding needs no saying. */
    public static final String JSON = "application/json";

    private static final Map<String, String> USUAL =
            Map.of("Cache-Control", "no-store", "X-Content-Type-Options", "nosniff");

    public Response {
        headers = Map.copyOf(headers);
    }

    /** 200, with the usual headers. */
    public static Response ok(String mediaType, String body) {
        return of(200, mediaType, body);
    }

    /** Any status, with the usual headers. */
    public static Response of(int status, String mediaType, String body) {
        return new Response(status, mediaType, body, USUAL);
    }

    /** A refusal, with a sentence that tells people what to do about it. */
    public static Response refused(int status, String sentence) {
        return of(status, TEXT, sentence + "\n");
    }

    /** A refusal that holds for some seconds. */
    static Response busy(int status, String sentence) {
        return refused(status, sentence).with("Retry-After", "5");
    }

    /** This answer, at once. */
    CompletionStage<Response> now() {
        return CompletableFuture.completedFuture(this);
    }

    /** The same with a header, which replaces one of this name. */
    public Response with(String name, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(name, value);
        return new Response(status, mediaType, body, more);
    }

    /** The body as it is sent. */
    public byte[] bytes() {
        return body.getBytes(StandardCharsets.UTF_8);
    }
}
