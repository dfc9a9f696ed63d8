package org.parlor.http;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.concurrent.CompletionStage;

/** Reads the body of a container's request as it comes (Jakarta Servlet 6.0, 3.7); the request is asynchronous already. */
final class BodyListener implements ReadListener, RequestBody {

    private static final int PART = 8 * 1024;

    private final HttpServletRequest request;
    private final HttpBounds bounds;
    private ServletInputStream input;
    private BodyBuffer buffer;

    BodyListener(HttpServletRequest request, HttpBounds bounds) {
        this.request = request;
        this.bounds = bounds;
    }

    @Override
    public CompletionStage<byte[]> read(int most) {
        return listen(new BodyBuffer(most, true, bounds));
    }

    @Override
    public CompletionStage<Void> skip(int most) {
        return listen(new BodyBuffer(most, false, bounds)).handle((nothing, failure) -> null);
    }

    private CompletionStage<byte[]> listen(BodyBuffer into) {
        buffer = into;
        try {
            input = request.getInputStream();
            input.setReadListener(this);
        } catch (IOException | RuntimeException e) {
            buffer.fail(new BodyException(e));
        }
        return buffer.whole();
    }

    @Override
    public void onDataAvailable() throws IOException {
        byte[] part = new byte[PART];
        while (!buffer.isDone() && input.isReady()) {
            int length = input.read(part);
            if (length < 0) {
                return;
            }
            buffer.add(part, length);
        }
    }

    @Override
    public void onAllDataRead() {
        buffer.end();
    }

    @Override
    public void onError(Throwable failure) {
        buffer.fail(new BodyException(failure));
    }
}
