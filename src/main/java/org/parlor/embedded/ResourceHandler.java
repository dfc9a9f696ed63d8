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
import org.glassfish.grizzly.http.util.Header;
import org.glassfish.grizzly.http.util.MimeHeaders;
import org.parlor.embedded.PageFiles.PageFile;
import org.parlor.http.Admission;
import org.parlor.http.HttpBounds;
import org.parlor.http.RequestHead;
import org.parlor.http.Resources;

/**
 * Hands HTTP requests to the resources, as {@link org.parlor.http.ResourceServlet} does in a container, and answers what they
 * don't know from the page. Grizzly's threads, which bring the WebSocket frames too, never wait here.
 */
final class ResourceHandler extends HttpHandler {

    private static final String HTML = "text/html;charset=utf-8";

    private final Resources resources;
    private final Admission admission;
    private final HttpBounds bounds;
    private final PageFiles page = new PageFiles();

    ResourceHandler(Resources resources, Admission admission, HttpBounds bounds) {
        this.admission = admission;
        this.resources = resources;
        this.bounds = bounds;
    }

    /** Only who may go on is told so, see {@link #service}. */
    @Override
    protected boolean sendAcknowledgment(Request request, Response response) {
        return true;
    }

    @Override
    public void service(Request request, Response response) throws IOException {
        response.suspend();
        RequestHead head = head(request);
        Optional<org.parlor.http.Response> refusal = admission.refuse(head, request.getScheme());
        if (refusal.isPresent()) {
            send(refusal.get(), request, response);
        } else if (resources.know(head.path())) {
            resources
                    .answer(head, new GrizzlyBody(request, bounds))
                    .thenAccept(answer -> send(answer, request, response));
        } else {
            servePage(request, response);
        }
    }

    private static RequestHead head(Request request) {
        return new RequestHead(
                request.getRemoteAddr(),
                request.getMethod().getMethodString(),
                path(request),
                Optional.ofNullable(request.getQueryString()),
                headers(request));
    }

    /** The decoded path; what can't be decoded stays as it is, and is no resource's. */
    private static String path(Request request) {
        try {
            return new URI("http://localhost" + request.getRequestURI()).getPath();
        } catch (URISyntaxException e) {
            return request.getRequestURI();
        }
    }

    private void servePage(Request request, Response response) throws IOException {
        if (!isRead(request)) {
            send(
                    org.parlor.http.Response.refused(405, "The methods at this address are GET, HEAD.")
                            .with("Allow", "GET, HEAD"),
                    request,
                    response);
            return;
        }
        Optional<PageFile> found = page.find(request.getRequestURI());
        if (found.isEmpty()) {
            send(org.parlor.http.Response.of(404, HTML, ErrorPage.of(404, "Not Found")), request, response);
            return;
        }
        PageFile file = found.get();
        response.setHeader(Header.ETag, file.tag());
        // Browsers may keep a file but must ask whether it is still the same: a new version takes effect at once.
        response.setHeader(Header.CacheControl, "no-cache");
        if (file.tag().equals(request.getHeader(Header.IfNoneMatch))) {
            response.setStatus(304);
            begin(new byte[0], request, response, () -> {});
            return;
        }
        response.setContentType(file.type());
        response.setContentLength(file.bytes().remaining());
        begin(file.bytes().array(), request, response, () -> {});
    }

    private static boolean isRead(Request request) {
        String method = request.getMethod().getMethodString();
        return method.equals("GET") || method.equals("HEAD");
    }

    private void send(org.parlor.http.Response answer, Request request, Response response) {
        byte[] body = answer.bytes();
        if (!bounds.begin(body.length)) {
            send(HttpBounds.FULL, request, response);
            return;
        }
        // What comes here is no handshake, or one that is refused: the answer is like any other.
        request.getRequest().setIgnoreContentModifiers(false);
        response.setStatus(answer.status());
        // Written as they are: Grizzly would take the mere name of another protocol for going over to it.
        MimeHeaders headers = response.getResponse().getHeaders();
        answer.headers().forEach((name, value) -> headers.setValue(name).setString(value));
        response.setContentType(answer.mediaType());
        response.setContentLength(body.length);
        begin(body, request, response, () -> bounds.end(body.length));
    }

    private void begin(byte[] body, Request request, Response response, Runnable afterwards) {
        boolean bare = request.getMethod().getMethodString().equals("HEAD");
        boolean last = "close".equals(response.getHeader(Header.Connection.toString()));
        new GrizzlyAnswer(bare ? new byte[0] : body, last, afterwards, response, bounds).send();
    }

    private static Map<String, String> headers(Request request) {
        return StreamSupport.stream(request.getHeaderNames().spliterator(), false)
                .collect(Collectors.toMap(
                        name -> name.toLowerCase(Locale.ROOT),
                        name -> String.join(", ", request.getHeaders(name)),
                        (one, same) -> one));
    }
}
