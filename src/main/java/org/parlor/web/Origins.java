package org.parlor.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.parlor.settings.AddressRange;
import org.parlor.settings.Origin;

/**
 * Decides whose pages may open a room (RFC 6455, 10.2). Browsers tell the origin of a page and let no page change it; a program
 * sends none, or whatever it likes, and is not what this is about.
 */
public final class Origins {

    private static final Response REFUSAL = Response.refused(
            403, "A page of another origin may not open a room here, unless PARLOR_ORIGINS names its origin.");

    private static final Set<String> READING = Set.of("GET", "HEAD");

    private final Set<Origin> allowed;
    private final List<AddressRange> trustedProxies;
    private final Runnable foreign;

    /**
     * The rule of a server.
     *
     * @param allowed besides the server's own
     * @param trustedProxies whose word counts about how they were asked
     * @param foreign what to do about each refusal
     */
    public Origins(Set<Origin> allowed, List<AddressRange> trustedProxies, Runnable foreign) {
        this.allowed = allowed;
        this.trustedProxies = trustedProxies;
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
    public Optional<Response> refuse(String peer, String scheme, String method, Map<String, String> headers) {
        if (allow(peer, scheme, method, headers)) {
            return Optional.empty();
        }
        foreign.run();
        return Optional.of(REFUSAL);
    }

    /** Whether there is nothing to {@link #refuse}. */
    public boolean allow(String peer, String scheme, String method, Map<String, String> headers) {
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
        if (trustedProxies.stream().noneMatch(range -> range.contains(peer))) {
            return Origin.of(scheme + "://" + host);
        }
        Map<String, String> forwarded = forwarded(headers.getOrDefault("forwarded", ""));
        String proto = first(forwarded.get("proto"), headers.get("x-forwarded-proto"), scheme);
        String name = first(forwarded.get("host"), headers.get("x-forwarded-host"), host);
        return Origin.of(proto + "://" + withPort(name, headers.get("x-forwarded-port")));
    }

    private static String withPort(String host, String port) {
        boolean hasPort = host.matches(".*:\\d+");
        return port == null || hasPort ? host : host + ":" + first(port);
    }

    /** The parameters of the first element: what the proxy that the client spoke to says (RFC 7239, section 4). */
    private static Map<String, String> forwarded(String header) {
        return Arrays.stream(first(header).split(";", -1))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(
                        pair -> pair[0].strip().toLowerCase(Locale.ROOT),
                        pair -> pair[1].strip().replace("\"", ""),
                        (one, other) -> one));
    }

    /** The first element of the first of these lists that is there. */
    private static String first(String... lists) {
        String list = Arrays.stream(lists).filter(it -> it != null).findFirst().orElse("");
        return list.split(",", 2)[0].strip();
    }
}
