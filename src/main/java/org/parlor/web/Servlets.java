package org.parlor.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** From the servlet API's words to ours and back. */
final class Servlets {

    private Servlets() {}

    /** All headers by their names in lower case; several of one name are joined by commas. */
    static Map<String, String> headers(HttpServletRequest request) {
        return Collections.list(request.getHeaderNames()).stream()
                .collect(Collectors.toMap(
                        name -> name.toLowerCase(Locale.ROOT),
                        name -> String.join(", ", Collections.list(request.getHeaders(name))),
                        (one, same) -> one));
    }

    /** Sends an answer, of which HEAD gets the head alone. */
    static void send(Response answer, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setStatus(answer.status());
        answer.headers().forEach(response::setHeader);
        byte[] body = answer.bytes();
        response.setContentType(answer.mediaType());
        response.setContentLength(body.length);
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(body);
        }
    }
}
