package org.parlor.embedded;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.Grizzly;
import org.glassfish.grizzly.attributes.Attribute;
import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.http.HttpContent;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.HttpResponsePacket;
import org.glassfish.grizzly.http.Method;
import org.glassfish.grizzly.http.Protocol;
import org.glassfish.grizzly.http.util.Parameters;
import org.glassfish.grizzly.memory.ByteBufferArray;
import org.glassfish.grizzly.utils.Charsets;
import org.glassfish.grizzly.utils.IdleTimeoutFilter;
import org.glassfish.tyrus.core.RequestContext;
import org.glassfish.tyrus.core.TyrusUpgradeResponse;
import org.glassfish.tyrus.core.Utils;
import org.glassfish.tyrus.spi.WebSocketEngine;
import org.glassfish.tyrus.spi.WebSocketEngine.UpgradeInfo;
import org.glassfish.tyrus.spi.WebSocketEngine.UpgradeStatus;
import org.parlor.http.Admission;
import org.parlor.http.RequestHead;
import org.parlor.websocket.HandshakeClient;

/**
 * Answers WebSocket handshakes (RFC 6455, 4.2) by Tyrus' engine, and hands it what comes in on the connections that went over.
 * What is no handshake, or may not be one, goes on to the {@link ResourceHandler}, which says why.
 */
final class WebSocketFilter extends BaseFilter {

    private static final Logger LOG = System.getLogger(WebSocketFilter.class.getName());
    private static final int KEY_BYTES = 16;

    private final Attribute<GuardedConnection> sockets =
            Grizzly.DEFAULT_ATTRIBUTE_BUILDER.createAttribute(WebSocketFilter.class.getName());

    private final WebSocketEngine engine;
    private final Admission admission;
    private final HandshakeClient client;
    private final ConnectionGuard guard;
    private final WebSocketBounds bounds;
    private final Executor handshakes;

    WebSocketFilter(
            WebSocketEngine engine,
            Admission admission,
            HandshakeClient client,
            ConnectionGuard guard,
            WebSocketBounds bounds,
            Executor handshakes) {
        this.engine = engine;
        this.admission = admission;
        this.client = client;
        this.guard = guard;
        this.bounds = bounds;
        this.handshakes = handshakes;
    }

    @Override
    public NextAction handleRead(FilterChainContext context) {
        HttpContent content = context.getMessage();
        GuardedConnection socket = sockets.get(context.getConnection());
        if (socket != null) {
            receive(content, socket);
            return context.getStopAction();
        }
        return content.getHttpHeader() instanceof HttpRequestPacket request && isHandshake(request)
                ? answer(request, context)
                : context.getInvokeAction();
    }

    private static void receive(HttpContent content, GuardedConnection socket) {
        Buffer buffer = content.getContent();
        content.recycle();
        if (!buffer.isComposite()) {
            socket.receive(buffer.toByteBuffer());
            return;
        }
        ByteBufferArray parts = buffer.toByteBufferArray();
        for (int i = 0; i < parts.size(); i++) {
            socket.receive(parts.getArray()[i]);
        }
        parts.recycle();
    }

    private static boolean isHandshake(HttpRequestPacket request) {
        return Method.GET.equals(request.getMethod())
                && Protocol.HTTP_1_1.equals(request.getProtocol())
                && holds(request.getHeader("Upgrade"), "websocket")
                && holds(request.getHeader("Connection"), "upgrade")
                && "13".equals(request.getHeader("Sec-WebSocket-Version"))
                && isKey(request.getHeader("Sec-WebSocket-Key"));
    }

    private static boolean holds(String list, String token) {
        return list != null
                && Utils.parseHeaderValue(list).stream()
                        .anyMatch(it -> it.strip().equalsIgnoreCase(token));
    }

    private static boolean isKey(String key) {
        try {
            return key != null && Base64.getDecoder().decode(key.strip()).length == KEY_BYTES;
        } catch (IllegalArgumentException e) {
            LOG.log(Level.DEBUG, "a key of a handshake is no base 64", e);
            return false;
        }
    }

    /** Making a connection costs as much as ten moves, so it is done by threads of its own. */
    private NextAction answer(HttpRequestPacket request, FilterChainContext context) {
        context.suspend();
        handshakes.execute(() -> context.resume(answered(request, context)));
        return context.getSuspendAction();
    }

    private NextAction answered(HttpRequestPacket request, FilterChainContext context) {
        try {
            return answerNow(request, context);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "a handshake could not be answered", e);
            context.getConnection().terminateSilently();
            return context.getStopAction();
        }
    }

    private NextAction answerNow(HttpRequestPacket request, FilterChainContext context) {
        RequestHead head = head(request);
        Optional<RequestContext> asked = asked(request);
        if (asked.isEmpty() || !admission.admits(head, request.isSecure() ? "https" : "http")) {
            return context.getInvokeAction();
        }
        TyrusUpgradeResponse answer = new TyrusUpgradeResponse();
        UpgradeInfo upgrade = upgrade(asked.get(), answer, admission.client(head));
        if (upgrade.getStatus() == UpgradeStatus.NOT_APPLICABLE) {
            return context.getInvokeAction();
        }
        context.write(HttpContent.builder(response(request, answer)).build());
        if (upgrade.getStatus() == UpgradeStatus.SUCCESS) {
            Connection<?> network = context.getConnection();
            IdleTimeoutFilter.setCustomTimeout(network, IdleTimeoutFilter.FOREVER, TimeUnit.MILLISECONDS);
            guard.upgraded(network);
            sockets.set(network, new GuardedConnection(upgrade, network, bounds));
        }
        return context.getStopAction();
    }

    private UpgradeInfo upgrade(RequestContext asked, TyrusUpgradeResponse answer, String address) {
        client.begin(address);
        try {
            return engine.upgrade(asked, answer);
        } finally {
            client.end();
        }
    }

    private static RequestHead head(HttpRequestPacket request) {
        Map<String, String> headers = new HashMap<>();
        for (String name : request.getHeaders().names()) {
            headers.put(
                    name.toLowerCase(Locale.ROOT),
                    String.join(", ", request.getHeaders().values(name)));
        }
        return new RequestHead(
                request.getRemoteAddress(),
                request.getMethod().getMethodString(),
                request.getRequestURI(),
                Optional.ofNullable(request.getQueryString()),
                headers);
    }

    /** Empty if the address can't be read. */
    private static Optional<RequestContext> asked(HttpRequestPacket request) {
        URI uri;
        try {
            uri = URI.create(request.getRequestURI());
        } catch (IllegalArgumentException e) {
            LOG.log(Level.DEBUG, "the address of a handshake can't be read", e);
            return Optional.empty();
        }
        RequestContext asked = RequestContext.Builder.create()
                .requestURI(uri)
                .queryString(request.getQueryString())
                .parameterMap(parameters(request))
                .secure(request.isSecure())
                .remoteAddr(request.getRemoteAddress())
                .serverAddr(request.getLocalAddress())
                .serverPort(request.getLocalPort())
                .tyrusProperties(Map.of())
                .build();
        for (String name : request.getHeaders().names()) {
            for (String value : request.getHeaders().values(name)) {
                asked.getHeaders()
                        .computeIfAbsent(name, first -> new ArrayList<>())
                        .addAll(Utils.parseHeaderValue(value.strip()));
            }
        }
        return Optional.of(asked);
    }

    private static Map<String, String[]> parameters(HttpRequestPacket request) {
        Parameters query = new Parameters();
        query.setQuery(request.getQueryStringDC());
        query.setQueryStringEncoding(Charsets.UTF8_CHARSET);
        Map<String, String[]> parameters = new TreeMap<>();
        for (String name : query.getParameterNames()) {
            parameters.put(name, query.getParameterValues(name));
        }
        return parameters;
    }

    private static HttpResponsePacket response(HttpRequestPacket request, TyrusUpgradeResponse answer) {
        HttpResponsePacket response = request.getResponse();
        response.setProtocol(Protocol.HTTP_1_1);
        response.setStatus(answer.getStatus());
        if (answer.getReasonPhrase() != null) {
            response.setReasonPhrase(answer.getReasonPhrase());
        }
        answer.getHeaders().forEach((name, values) -> response.setHeader(name, Utils.getHeaderFromList(values)));
        return response;
    }

    @Override
    public NextAction handleClose(FilterChainContext context) {
        Optional.ofNullable(sockets.remove(context.getConnection())).ifPresent(GuardedConnection::lost);
        return context.getInvokeAction();
    }
}
