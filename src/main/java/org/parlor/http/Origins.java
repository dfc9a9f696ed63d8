package org.parlor.http;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.parlor.settings.Origin;

/**
 * Decides whose pages may open a room (RFC 6455, 10.2). Browsers tell the origin of a page and let no page change it; a program
 * sends none, or whatever it likes, and is not what this is about.
 */
final class Origins {

    private static final Response REFUSAL = Response.refused(
            403, "A page of another origin may not open a room here, unless PARLOR_ORIGINS names its origin.");

    private static final Set<String> READING = Set.of("GET", "HEAD");

    private final Set<Origin> allowed;
    private final Proxies proxies;
    private final Runnable foreign;

    /**
     * The rule of a server.
     *
     * @param allowed besides the server's own
     * @param proxies whose word counts about how they were asked
     * @param foreign what to do about each refusal
     */
    Origins(Set<Origin> allowed, Proxies proxies, Runnable foreign) {
        this.allowed = allowed;
        this.proxies = proxies;
        this.foreign = foreign;
    }

    /**
     * What to answer in place of a WebSocket handshake or of anything else that could open a room; empty if it may go on, or
     * only asks to read.
     *
     * @param peer the IP address that the connection comes from
     * @param scheme of the connection, {@code http} or {@code https}
     * @param method of HTTP
     * @param headers by their names in lower case
     */
    Optional<Response> refuse(String peer, String scheme, String method, Map<String, String> headers) {
        if (allow(peer, scheme, method, headers)) {
            return Optional.empty();
        }
        foreign.run();
        return Optional.of(REFUSAL);
    }

    /** Whether there is nothing to {@link #refuse}. */
    boolean allow(String peer, String scheme, String method, Map<String, String> headers) {
        String origin = headers.get("origin");
        boolean handshake = "websocket".equalsIgnoreCase(headers.get("upgrade"));
        // A handshake over HTTP/2 is a CONNECT and upgrades nothing (RFC 8441, section 4).
        if (origin == null || (!handshake && READING.contains(method))) {
            return true;
        }
        Optional<Origin> page = Origin.of(origin);
        return page.isPresent() && (allowed.contains(page.get()) || page.equals(own(peer, scheme, headers)));
    }

    /** The server's own origin, as the client sees it. */
    private Optional<Origin> own(String peer, String scheme, Map<String, String> headers) {
        String host = headers.getOrDefault("host", "");
        if (!proxies.areAt(peer)) {
            return Origin.of(scheme + "://" + host);
        }
        // The first element is of the proxy that the client spoke to.
        Map<String, String> forwarded =
                Proxies.elements(headers.getOrDefault("forwarded", "")).get(0);
        String proto = first(forwarded.get("proto"), headers.get("x-forwarded-proto"), scheme);
        String name = first(forwarded.get("host"), headers.get("x-forwarded-host"), host);
        return Origin.of(proto + "://" + withPort(name, headers.get("x-forwarded-port")));
    }

    private static String withPort(String host, String port) {
        boolean hasPort = host.matches(".*:\\d+");
        return port == null || hasPort ? host : host + ":" + first(port);
    }

    /** The first element of the first of these lists that is there. */
    private static String first(String... lists) {
        String list = Arrays.stream(lists).filter(it -> it != null).findFirst().orElse("");
        return list.split(",", 2)[0].strip();
    }
}
