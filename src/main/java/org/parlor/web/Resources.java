package org.parlor.web;

import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everything that is answered over HTTP, the files of the page apart: finds the resource and minds the rules of HTTP. */
public final class Resources {

    /** The largest body that is read, in bytes. */
    public static final int LARGEST_BODY = 1 << 20;

    private static final Logger LOG = System.getLogger(Resources.class.getName());
    private static final String HEAD = "HEAD";

    private final List<Resource> resources;

    public Resources(List<Resource> resources) {
        this.resources = List.copyOf(resources);
    }

    /** The paths of all resources. */
    List<String> paths() {
        return resources.stream().map(Resource::path).toList();
    }

    /** Whether one of them is at this path, which is decoded and below the application's own. */
    public boolean know(String path) {
        return at(path).isPresent();
    }

    /**
     * Answers a request. To HEAD it gives the answer to GET, of which only the head is to be sent.
     *
     * @param peer the IP address that the connection comes from
     * @param path below the application's own, decoded
     * @param query as it was sent; null if there was none
     * @param headers by their names in lower case
     * @param body is read if the method has one, and never beyond {@link #LARGEST_BODY}
     */
    public Response answer(
            String peer, String method, String path, String query, Map<String, String> headers, InputStream body)
            throws IOException {
        Optional<Resource> resource = at(path);
        if (resource.isEmpty()) {
            return Response.refused(
                    404,
                    "There is nothing at this address. Rooms are at rooms/{room}, games at records/{room}.{format}.");
        }
        Optional<Method> known = resource.get().methods().stream()
                .filter(it -> it.name().equals(method.equals(HEAD) ? Method.GET.name() : method))
                .findFirst();
        if (known.isEmpty()) {
            String allowed = allowed(resource.get());
            return Response.refused(405, "The methods at this address are " + allowed + ".")
                    .with("Allow", allowed);
        }
        byte[] content = known.get() == Method.POST ? body.readNBytes(LARGEST_BODY + 1) : new byte[0];
        if (content.length > LARGEST_BODY) {
            return Response.refused(413, "Send less: a body has at most " + LARGEST_BODY + " bytes.")
                    .with("Connection", "close");
        }
        try {
            return answer(
                    resource.get(), new Request(peer, known.get(), path, parameters(query), headers, text(content)));
        } catch (CharacterCodingException | IllegalArgumentException e) {
            LOG.log(Level.DEBUG, "a request could not be read", e);
            return Response.refused(400, "Send UTF-8, also in what the address escapes.");
        }
    }

    private static Response answer(Resource resource, Request request) {
        try {
            return resource.answer(request);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "a request for " + resource.path() + " could not be answered", e);
            return Response.refused(
                    500,
                    "Something went wrong here and is in the server's log; try again, or tell who runs the server.");
        }
    }

    private Optional<Resource> at(String path) {
        return resources.stream()
                .filter(it -> it.path().endsWith("/")
                        ? path.startsWith(it.path())
                        : it.path().equals(path))
                .findFirst();
    }

    private static String allowed(Resource resource) {
        return resource.methods().stream()
                .sorted()
                .flatMap(it -> it == Method.GET ? Stream.of(it.name(), HEAD) : Stream.of(it.name()))
                .collect(Collectors.joining(", "));
    }

    private static Map<String, String> parameters(String query) {
        Map<String, String> parameters = new HashMap<>();
        Stream<String> pairs = query == null ? Stream.of() : Arrays.stream(query.split("&", -1));
        pairs.filter(pair -> !pair.isEmpty()).forEach(pair -> {
            String[] parts = pair.split("=", 2);
            parameters.putIfAbsent(decoded(parts[0]), parts.length == 1 ? "" : decoded(parts[1]));
        });
        return Map.copyOf(parameters);
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part, StandardCharsets.UTF_8);
    }

    private static String text(byte[] content) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(content))
                .toString();
    }
}
