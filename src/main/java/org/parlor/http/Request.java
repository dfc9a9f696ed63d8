package org.parlor.http;

import java.util.Map;
import java.util.Optional;

/**
 * What is asked over HTTP.
 *
 * @param peer the IP address that the connection comes from
 * @param path below the application's own, decoded: {@code /health/live}
 * @param query the first value of each parameter, decoded
 * @param headers by their names in lower case; several of one name are joined by commas
 * @param body of a POST, at most {@link Resources#LARGEST_BODY} bytes of UTF-8; empty until it is read, and for other methods
 */
public record Request(
        String peer, Method method, String path, Map<String, String> query, Map<String, String> headers, String body) {

    /** The value of a header, which is named in lower case. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** The same with its body. */
    Request with(String content) {
        return new Request(peer, method, path, query, headers, content);
    }
}
