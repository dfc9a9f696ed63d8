package org.parlor.runtime;

/** A connection as a room sees it. No method blocks or throws, also when the connection is gone. */
public interface Connection {

    /** How messages to it are written. */
    Encoding encoding();

    /** Sends a frame after those before it. */
    void send(Frame frame);

    /** Leaves a gap after what was sent before: what is sent from now on waits until the gap is filled. */
    Gap gap();

    /** Somebody sits somewhere by this connection from now on. */
    default void seated() {}

    /** Closes the connection after what was sent before. */
    void close(CloseReason reason);

    /** A place among the frames of a connection that is filled later. */
    interface Gap {

        /**
         * Fills it, in this order.
         *
         * @param frames are kept until they are sent, and not counted as slowly read, unless frames of an earlier gap still wait
         * @param whenDone is run once, when they are sent or the connection is gone
         */
        void fill(Iterable<Frame> frames, Runnable whenDone);
    }
}
