package org.parlor.http;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** From the servlet API's words to ours and back. */
final class Servlets {

    private Servlets() {}

    /** What is asked. */
    static RequestHead head(HttpServletRequest request) {
        String below = Optional.ofNullable(request.getPathInfo()).orElse("");
        return new RequestHead(
                request.getRemoteAddr(),
                request.getMethod(),
                request.getServletPath() + below,
                Optional.ofNullable(request.getQueryString()),
                headers(request));
    }

    /** All headers by their names in lower case; several of one name are joined by commas. */
    private static Map<String, String> headers(HttpServletRequest request) {
        return Collections.list(request.getHeaderNames()).stream()
                .collect(Collectors.toMap(
                        name -> name.toLowerCase(Locale.ROOT),
                        name -> String.join(", ", Collections.list(request.getHeaders(name))),
                        (one, same) -> one));
    }

    /** Begins to answer a request without holding a thread. */
    static AsyncContext startAsync(HttpServletRequest request, HttpServletResponse response) {
        AsyncContext async = request.startAsync(request, response);
        async.setTimeout(HttpBounds.LONGEST_REQUEST.toMillis());
        return async;
    }

    /** Sends an answer, of which HEAD gets the head alone, and ends the request. */
    static void send(Response answer, HttpServletRequest request, AsyncContext async, HttpBounds bounds)
            throws IOException {
        byte[] body = answer.bytes();
        if (!bounds.begin(body.length)) {
            send(HttpBounds.FULL, request, async, bounds);
            return;
        }
        HttpServletResponse response = (HttpServletResponse) async.getResponse();
        head(answer, body.length, response);
        boolean bare = request.getMethod().equals("HEAD");
        AnswerListener listener =
                new AnswerListener(bare ? new byte[0] : body, () -> bounds.end(body.length), async, bounds);
        response.getOutputStream().setWriteListener(listener);
    }

    /** Sends a short answer at once. */
    static void send(Response answer, HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] body = answer.bytes();
        head(answer, body.length, response);
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(body);
        }
    }

    private static void head(Response answer, int length, HttpServletResponse response) {
        response.setStatus(answer.status());
        answer.headers().forEach(response::setHeader);
        response.setContentType(answer.mediaType());
        response.setContentLength(length);
    }
}
