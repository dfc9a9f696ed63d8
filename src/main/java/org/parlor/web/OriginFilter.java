package org.parlor.web;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * Holds foreign pages off the rooms of a container. A filter, because it comes before the handshake in every server and sees
 * the whole request; the WebSocket API's own check of the origin sees nothing but the origin.
 */
@WebFilter(
        urlPatterns = {"/rooms/*", "/records"},
        asyncSupported = true)
public class OriginFilter extends HttpFilter {

    private static final long serialVersionUID = 1;

    @Inject
    private transient Origins origins;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<Response> refusal = origins.refuse(
                request.getRemoteAddr(), request.getScheme(), request.getMethod(), Servlets.headers(request));
        if (refusal.isPresent()) {
            Servlets.send(refusal.get(), request, response);
        } else {
            chain.doFilter(request, response);
        }
    }
}
