package org.parlor.runtime;

/** Stands for the connection that a player had in an earlier life of the server. */
final class LostConnection implements Connection {

    private static final Frame NOTHING = () -> 0;

    @Override
    public Encoding encoding() {
        return message -> NOTHING;
    }

    @Override
    public void send(Frame frame) {
        // Nobody is there to hear it.
    }

    @Override
    public Gap gap() {
        return (frames, whenDone) -> whenDone.run();
    }

    @Override
    public void close(CloseReason reason) {
        // Nothing is there to close.
    }
}
