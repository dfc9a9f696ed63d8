package org.parlor.http;

import java.util.Map;
import java.util.Optional;

/**
 * What is asked over HTTP, as it was sent.
 *
 * @param peer the IP address that the connection comes from
 * @param method any word
 * @param path below the application's own, decoded
 * @param query undecoded; empty if there was none
 * @param headers by their names in lower case; several of one name are joined by commas
 */
public record RequestHead(
        String peer, String method, String path, Optional<String> query, Map<String, String> headers) {}
