package org.parlor.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.glassfish.grizzly.ReadHandler;
import org.glassfish.grizzly.http.io.NIOInputStream;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.Response;
import org.glassfish.grizzly.http.util.Header;
import org.glassfish.grizzly.http.util.HttpStatus;
import org.parlor.http.BodyBuffer;
import org.parlor.http.BodyException;
import org.parlor.http.HttpBounds;
import org.parlor.http.RequestBody;

/** Reads the body of a request as it comes; the response is suspended already. */
final class GrizzlyBody implements RequestBody, ReadHandler {

    private static final int PART = 8 * 1024;

    private final Request request;
    private final NIOInputStream input;
    private final HttpBounds bounds;
    private BodyBuffer buffer;

    GrizzlyBody(Request request, HttpBounds bounds) {
        this.request = request;
        this.input = request.getNIOInputStream();
        this.bounds = bounds;
    }

    @Override
    public CompletionStage<byte[]> read(int most) {
        if (isAwaitingConsent()) {
            consent();
        }
        return listen(new BodyBuffer(most, true, bounds));
    }

    @Override
    public CompletionStage<Void> skip(int most) {
        if (isAwaitingConsent()) {
            // It is not sent before the answer tells whether it is wanted.
            return CompletableFuture.completedFuture(null);
        }
        return listen(new BodyBuffer(most, false, bounds)).handle((nothing, failure) -> null);
    }

    /** Whether the client waits with the body for a word (RFC 9110, 10.1.1). */
    private boolean isAwaitingConsent() {
        return "100-continue".equalsIgnoreCase(request.getHeader(Header.Expect));
    }

    private void consent() {
        Response response = request.getResponse();
        response.setStatus(HttpStatus.CONINTUE_100);
        try {
            response.sendAcknowledgement();
        } catch (IOException e) {
            throw new UncheckedIOException("the client is gone", e);
        }
    }

    private CompletionStage<byte[]> listen(BodyBuffer into) {
        buffer = into;
        input.notifyAvailable(this);
        return buffer.whole();
    }

    @Override
    public void onDataAvailable() throws IOException {
        drain();
        if (!buffer.isDone()) {
            input.notifyAvailable(this);
        }
    }

    @Override
    public void onAllDataRead() throws IOException {
        drain();
        buffer.end();
    }

    private void drain() throws IOException {
        byte[] part = new byte[PART];
        while (!buffer.isDone() && input.readyData() > 0) {
            buffer.add(part, input.read(part, 0, Math.min(PART, input.readyData())));
        }
    }

    @Override
    public void onError(Throwable failure) {
        buffer.fail(new BodyException(failure));
    }
}
