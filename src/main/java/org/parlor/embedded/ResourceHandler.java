package org.parlor.embedded;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.glassfish.grizzly.http.server.HttpHandler;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.Response;
import org.glassfish.grizzly.http.util.MimeHeaders;
import org.parlor.web.Origins;
import org.parlor.web.Resources;

/**
 * Hands HTTP requests to the resources, as {@link org.parlor.web.ResourceServlet} does in a container, and what they don't
 * know to the page.
 */
final class ResourceHandler extends HttpHandler {

    private final Resources resources;
    private final Origins origins;
    private final PageHandler page;

    ResourceHandler(Resources resources, Origins origins, PageHandler page) {
        this.origins = origins;
        this.resources = resources;
        this.page = page;
    }

    @Override
    public void service(Request request, Response response) throws IOException {
        Optional<org.parlor.web.Response> refusal = origins.refuse(
                request.getRemoteAddr(),
                request.getScheme(),
                request.getMethod().getMethodString(),
                headers(request));
        if (refusal.isPresent()) {
            send(refusal.get(), request, response);
        } else if (resources.know(path(request))) {
            send(answer(request), request, response);
        } else {
            page.service(request, response);
        }
    }

    /** The decoded path; what can't be decoded stays as it is, and is no resource's. */
    private static String path(Request request) {
        try {
            return new URI("http://localhost" + request.getRequestURI()).getPath();
        } catch (URISyntaxException e) {
            return request.getRequestURI();
        }
    }

    private org.parlor.web.Response answer(Request request) throws IOException {
        return resources.answer(
                request.getRemoteAddr(),
                request.getMethod().getMethodString(),
                path(request),
                request.getQueryString(),
                headers(request),
                request.getInputStream());
    }

    private static void send(org.parlor.web.Response answer, Request request, Response response) throws IOException {
        // What comes here is no handshake, or one that is refused: the answer is like any other.
        request.getRequest().setIgnoreContentModifiers(false);
        response.setStatus(answer.status());
        // Written as they are: Grizzly would take the mere name of another protocol for going over to it.
        MimeHeaders headers = response.getResponse().getHeaders();
        answer.headers().forEach((name, value) -> headers.setValue(name).setString(value));
        byte[] body = answer.bytes();
        response.setContentType(answer.mediaType());
        response.setContentLength(body.length);
        if (!request.getMethod().getMethodString().equals("HEAD")) {
            response.getOutputStream().write(body);
        }
    }

    private static Map<String, String> headers(Request request) {
        return StreamSupport.stream(request.getHeaderNames().spliterator(), false)
                .collect(Collectors.toMap(
                        name -> name.toLowerCase(Locale.ROOT),
                        name -> String.join(", ", request.getHeaders(name)),
                        (one, same) -> one));
    }
}
