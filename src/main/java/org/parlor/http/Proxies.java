package org.parlor.http;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parlor.settings.AddressRange;

/**
 * Reverse proxies whose word counts about who asked and how, in {@code Forwarded} (RFC 7239) or in the headers that came before it.
 *
 * @param trusted their addresses
 */
record Proxies(List<AddressRange> trusted) {

    Proxies {
        trusted = List.copyOf(trusted);
    }

    /** Whether one of them is at this IP address. */
    boolean areAt(String address) {
        return trusted.stream().anyMatch(range -> range.contains(address));
    }

    /**
     * Who asks: the last on the way here that is none of the proxies. What stands before it is its own word, which may be a lie.
     * Of {@code Forwarded} and {@code X-Forwarded-For} a proxy may know but one, and let a client's own word in the other pass:
     * unless they agree, all that is known is who spoke last.
     *
     * @param peer the IP address that the connection comes from
     * @param headers by their names in lower case
     */
    String client(String peer, Map<String, String> headers) {
        List<String> told = Stream.of(forwardedFor(headers), xForwardedFor(headers))
                .filter(way -> !way.isEmpty())
                .map(way -> client(peer, way))
                .distinct()
                .toList();
        return told.size() == 1 ? told.get(0) : peer;
    }

    private String client(String peer, List<String> way) {
        String client = peer;
        for (int i = way.size() - 1; i >= 0 && areAt(client); i--) {
            client = way.get(i);
        }
        return client;
    }

    /** Empty if the header tells nothing of who asked. */
    private static List<String> forwardedFor(Map<String, String> headers) {
        List<Map<String, String>> elements = elements(headers.getOrDefault("forwarded", ""));
        return elements.stream().anyMatch(element -> element.containsKey("for"))
                ? elements.stream()
                        .map(element -> withoutPort(element.getOrDefault("for", "unknown")))
                        .toList()
                : List.of();
    }

    private static List<String> xForwardedFor(Map<String, String> headers) {
        return Optional.ofNullable(headers.get("x-forwarded-for")).stream()
                .flatMap(way -> Arrays.stream(way.split(",", -1)))
                .map(node -> withoutPort(node.strip()))
                .toList();
    }

    /** {@code [2001:db8::1]:8080} and {@code 192.0.2.1:8080} have a port, {@code 2001:db8::1} has none. */
    private static String withoutPort(String node) {
        if (node.startsWith("[")) {
            return node.substring(1).split("]", 2)[0];
        }
        return node.indexOf(':') == node.lastIndexOf(':') ? node.split(":", 2)[0] : node;
    }

    /** The parameters of each element, that of the proxy which the client spoke to first (RFC 7239, section 4). */
    static List<Map<String, String>> elements(String forwarded) {
        return Arrays.stream(forwarded.split(",", -1)).map(Proxies::parameters).toList();
    }

    private static Map<String, String> parameters(String element) {
        return Arrays.stream(element.split(";", -1))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(
                        pair -> pair[0].strip().toLowerCase(Locale.ROOT),
                        pair -> pair[1].strip().replace("\"", ""),
                        (one, other) -> one));
    }
}
