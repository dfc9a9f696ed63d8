package org.parlor.http;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.parlor.limit.Deadlines.Deadline;

/** Sends the body of an answer as fast as the client takes it (Jakarta Servlet 6.0, 5.6), and ends the request. */
final class AnswerListener implements WriteListener {

    private static final Logger LOG = System.getLogger(AnswerListener.class.getName());
    private static final int PART = 16 * 1024;

    private final byte[] body;
    private final Runnable afterwards;
    private final AsyncContext request;
    private final HttpBounds bounds;
    private final ServletOutputStream output;
    private Deadline stall;
    private int sent;
    private boolean ended;

    /**
     * An answer of which the head is written.
     *
     * @param afterwards is run once, however it ends
     */
    AnswerListener(byte[] body, Runnable afterwards, AsyncContext request, HttpBounds bounds) throws IOException {
        this.body = body;
        this.afterwards = afterwards;
        this.request = request;
        this.bounds = bounds;
        this.output = request.getResponse().getOutputStream();
        this.stall = awaitStall();
    }

    private Deadline awaitStall() {
        return bounds.deadlines().after(HttpBounds.LONGEST_STALL, this::end);
    }

    @Override
    public synchronized void onWritePossible() throws IOException {
        while (!ended && output.isReady()) {
            if (sent == body.length) {
                end();
                return;
            }
            int part = Math.min(PART, body.length - sent);
            output.write(body, sent, part);
            sent += part;
            stall.cancel();
            stall = awaitStall();
        }
    }

    @Override
    public void onError(Throwable failure) {
        LOG.log(Level.DEBUG, "an answer was not taken", failure);
        end();
    }

    private synchronized void end() {
        if (ended) {
            return;
        }
        ended = true;
        stall.cancel();
        afterwards.run();
        try {
            request.complete();
        } catch (IllegalStateException e) {
            LOG.log(Level.DEBUG, "the container ended a request first", e);
        }
    }
}
