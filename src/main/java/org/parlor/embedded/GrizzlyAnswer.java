package org.parlor.embedded;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.WriteHandler;
import org.glassfish.grizzly.http.io.NIOOutputStream;
import org.glassfish.grizzly.http.server.Response;
import org.parlor.http.HttpBounds;
import org.parlor.limit.Deadlines.Deadline;

/**
 * Sends the body of an answer as fast as the client takes it. The next request of a connection is not begun before the answer is
 * taken, so that who asks and does not read holds nothing but one answer.
 */
final class GrizzlyAnswer implements WriteHandler {

    private static final Logger LOG = System.getLogger(GrizzlyAnswer.class.getName());
    private static final int PART = 16 * 1024;

    private final byte[] body;
    private final boolean last;
    private final Runnable afterwards;
    private final Response response;
    private final NIOOutputStream output;
    private final Connection<?> connection;
    private final HttpBounds bounds;
    private Deadline stall;
    private int sent;
    private boolean ended;

    /**
     * An answer of which the head is set.
     *
     * @param last whether the connection ends with it
     * @param afterwards is run once, however it ends
     * @param response which is suspended already
     */
    GrizzlyAnswer(byte[] body, boolean last, Runnable afterwards, Response response, HttpBounds bounds) {
        this.body = body;
        this.last = last;
        this.afterwards = afterwards;
        this.response = response;
        this.output = response.getNIOOutputStream();
        this.connection = response.getRequest().getContext().getConnection();
        this.bounds = bounds;
        this.stall = awaitStall();
    }

    void send() {
        output.notifyCanWrite(this);
    }

    private Deadline awaitStall() {
        return bounds.deadlines().after(HttpBounds.LONGEST_STALL, connection::terminateSilently);
    }

    @Override
    public synchronized void onWritePossible() throws IOException {
        while (!ended && output.canWrite()) {
            if (sent == body.length) {
                end();
                return;
            }
            int part = Math.min(PART, body.length - sent);
            output.write(body, sent, part);
            output.flush();
            sent += part;
            stall.cancel();
            stall = awaitStall();
        }
        if (!ended) {
            output.notifyCanWrite(this);
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
        if (response.isSuspended()) {
            response.resume();
        }
        if (last) {
            connection.closeSilently();
        }
    }
}
