package org.parlor.http;

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
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everything that is answered over HTTP, the files of the page apart: finds the resource and minds the rules of HTTP. */
public final class Resources {

    /** The largest body that is read, in bytes. */
    public static final int LARGEST_BODY = 1 << 20;

    private static final Logger LOG = System.getLogger(Resources.class.getName());
    private static final String HEAD = "HEAD";
    private static final Response NOTHING_HERE = Response.refused(
            404, "There is nothing at this address. Rooms are at rooms/{room}, games at records/{room}.{format}.");
    private static final Response NOT_UTF_8 = Response.refused(400, "Send UTF-8, also in what the address escapes.");

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
     * Answers a request, and holds no thread for it. To HEAD it gives the answer to GET, of which only the head is to be sent.
     *
     * @param body is read if the method has one, and never beyond {@link #LARGEST_BODY}
     * @return completes with the answer; never fails
     */
    public CompletionStage<Response> answer(RequestHead head, RequestBody body) {
        Optional<Resource> resource = at(head.path());
        if (resource.isEmpty()) {
            return NOTHING_HERE.now();
        }
        Optional<Method> method = resource.get().methods().stream()
                .filter(it -> it.name().equals(head.method().equals(HEAD) ? Method.GET.name() : head.method()))
                .findFirst();
        if (method.isEmpty()) {
            String allowed = allowed(resource.get());
            return Response.refused(405, "The methods at this address are " + allowed + ".")
                    .with("Allow", allowed)
                    .now();
        }
        try {
            return answer(resource.get(), request(head, method.get()), body);
        } catch (IllegalArgumentException e) {
            LOG.log(Level.DEBUG, "an address could not be read", e);
            return NOT_UTF_8.now();
        }
    }

    private static CompletionStage<Response> answer(Resource resource, Request request, RequestBody body) {
        if (request.method() != Method.POST) {
            return resource.refuse(request)
                    .map(Response::now)
                    .orElseGet(() -> answer(resource, request))
                    .exceptionally(failure -> failed(resource, failure));
        }
        return resource.refuse(request)
                .map(refusal -> body.skip(LARGEST_BODY).thenApply(skipped -> refusal))
                .orElseGet(() -> body.read(LARGEST_BODY).thenCompose(bytes -> answer(resource, request, bytes)))
                .exceptionally(failure -> failed(resource, failure));
    }

    private static CompletionStage<Response> answer(Resource resource, Request request, byte[] body) {
        try {
            return answer(resource, request.with(text(body)));
        } catch (CharacterCodingException e) {
            LOG.log(Level.DEBUG, "a body could not be read", e);
            return NOT_UTF_8.now();
        }
    }

    private static CompletionStage<Response> answer(Resource resource, Request request) {
        try {
            return resource.answer(request);
        } catch (RuntimeException e) {
            return failed(resource, e).now();
        }
    }

    private static Response failed(Resource resource, Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof BodyException body) {
            return unread(body);
        }
        LOG.log(Level.ERROR, "a request for " + resource.path() + " could not be answered", cause);
        return Response.refused(
                500, "Something went wrong here and is in the server's log; try again, or tell who runs the server.");
    }

    private static Response unread(BodyException body) {
        return switch (body.kind()) {
            case TOO_LARGE ->
                Response.refused(413, "Send less: a body has at most " + LARGEST_BODY + " bytes.")
                        .with("Connection", "close");
            case TOO_SLOW ->
                Response.refused(408, "Send the body within " + HttpBounds.LONGEST_BODY.toSeconds() + " seconds.")
                        .with("Connection", "close");
            case TOO_MANY ->
                Response.busy(503, "Much is being sent here right now; try again in a few seconds.")
                        .with("Connection", "close");
            case BROKEN -> Response.refused(400, "The body broke off.").with("Connection", "close");
        };
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

    private static Request request(RequestHead head, Method method) {
        return new Request(
                head.peer(), method, head.path(), parameters(head.query().orElse("")), head.headers(), "");
    }

    private static Map<String, String> parameters(String query) {
        Map<String, String> parameters = new HashMap<>();
        Arrays.stream(query.split("&", -1)).filter(pair -> !pair.isEmpty()).forEach(pair -> {
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
