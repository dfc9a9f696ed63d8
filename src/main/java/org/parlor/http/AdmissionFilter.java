package org.parlor.http;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.parlor.websocket.HandshakeClient;

/**
 * Holds off the rooms of a container who may not come in. A filter, because it comes before the handshake in every server and
 * sees the whole request and the client's address; the WebSocket API's own check of the origin sees nothing but the origin.
 */
@WebFilter(
        urlPatterns = {"/rooms/*", "/records"},
        asyncSupported = true)
public class AdmissionFilter extends HttpFilter {

    private static final long serialVersionUID = 1;

    @Inject
    private transient Admission admission;

    @Inject
    private transient HandshakeClient client;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        RequestHead head = Servlets.head(request);
        Optional<Response> refusal = admission.refuse(head, request.getScheme());
        if (refusal.isPresent()) {
            Servlets.send(refusal.get(), request, response);
            return;
        }
        client.begin(admission.client(head));
        try {
            chain.doFilter(request, response);
        } finally {
            client.end();
        }
    }
}
