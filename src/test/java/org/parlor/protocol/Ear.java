package org.parlor.protocol;

import static org.parlor.protocol.FrameSchemas.Direction.FROM_SERVER;

import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletionStage;

/** Hears what the server says, checks it and puts it into the inbox. The WebSocket calls it from one thread at a time. */
final class Ear implements WebSocket.Listener {

    /** The code of a connection that ended without a close frame (RFC 6455, section 7.4.1). */
    static final int CUT_OFF = 1006;

    private final FrameSchemas schemas;
    private final Inbox inbox;
    private final StringBuilder parts = new StringBuilder();
    private volatile boolean listening = true;

    Ear(FrameSchemas schemas, Inbox inbox) {
        this.schemas = schemas;
        this.inbox = inbox;
    }

    /** Asks the network for nothing more once the frame that was asked for has come. */
    void stop() {
        listening = false;
    }

    void start(WebSocket from) {
        listening = true;
        from.request(1);
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
        parts.append(part);
        if (last) {
            hear(parts.toString());
            parts.setLength(0);
        }
        return next(from);
    }

    @Override
    public CompletionStage<?> onBinary(WebSocket from, ByteBuffer part, boolean last) {
        inbox.fail(new AssertionError("The server sent a binary frame of " + part.remaining() + " bytes"));
        return next(from);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        inbox.close(code);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        inbox.close(CUT_OFF);
    }

    private void hear(String text) {
        try {
            schemas.check(FROM_SERVER, text);
            inbox.add(Frame.of(text));
        } catch (AssertionError violation) {
            inbox.fail(violation);
        }
    }

    private CompletionStage<?> next(WebSocket from) {
        if (listening) {
            from.request(1);
        }
        return null;
    }
}
