package org.parlor.embedded;

import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicInteger;
import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.EmptyCompletionHandler;
import org.glassfish.grizzly.WriteResult;
import org.glassfish.grizzly.memory.Buffers;
import org.glassfish.tyrus.spi.CompletionHandler;
import org.glassfish.tyrus.spi.Writer;

/** Writes the frames of one connection. Safe for use by many threads; does not wait. */
final class WebSocketWriter extends Writer {

    private final Connection<?> network;
    private final Runnable whenClosed;
    private final AtomicInteger waiting = new AtomicInteger();

    /**
     * A writer.
     *
     * @param whenClosed is run when the last frame was handed over
     */
    WebSocketWriter(Connection<?> network, Runnable whenClosed) {
        this.network = network;
        this.whenClosed = whenClosed;
    }

    @Override
    public void write(ByteBuffer frame, CompletionHandler<ByteBuffer> told) {
        if (waiting.incrementAndGet() > WebSocketBounds.MOST_WRITES) {
            network.terminateSilently();
        }
        write(network, frame, told);
    }

    private <A> void write(Connection<A> to, ByteBuffer frame, CompletionHandler<ByteBuffer> told) {
        Buffer buffer = Buffers.wrap(to.getMemoryManager(), frame);
        to.write(buffer, new EmptyCompletionHandler<WriteResult<Buffer, A>>() {
            @Override
            public void completed(WriteResult<Buffer, A> result) {
                waiting.decrementAndGet();
                told.completed(frame);
            }

            @Override
            public void failed(Throwable failure) {
                waiting.decrementAndGet();
                told.failed(failure);
            }

            @Override
            public void cancelled() {
                waiting.decrementAndGet();
                told.cancelled();
            }
        });
    }

    @Override
    public void close() {
        whenClosed.run();
    }
}
