package org.parlor.hostile;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.parlor.protocol.Player;
import org.parlor.wire.Handshake;
import org.parlor.wire.HandshakeAnswer;

/** A TCP connection on which anything can be sent, or left unsent and unread. For one thread. */
final class Stranger implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 10_000;
    private static final int SMALL_BUFFER = 4096;
    private static final long STEP_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final Socket socket = new Socket();

    private Stranger(URI base) throws IOException {
        socket.setReceiveBufferSize(SMALL_BUFFER);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.connect(new InetSocketAddress(base.getHost(), base.getPort()), PATIENCE_MILLIS);
    }

    /** Connects and says nothing. */
    static Stranger connect(URI base) throws IOException {
        return new Stranger(base);
    }

    /** Connects and goes over to WebSocket. */
    static Stranger enter(URI base, String room) throws IOException {
        Stranger stranger = connect(base);
        stranger.send(Handshake.to(Player.address(base, room, "")).request());
        if (HandshakeAnswer.read(stranger.socket.getInputStream()).status() != 101) {
            stranger.close();
            throw new IOException("the server does not let a stranger in");
        }
        return stranger;
    }

    void send(String text) throws IOException {
        send(text.getBytes(US_ASCII));
    }

    void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    /** Reads and forgets until the end or the patience is over. Returns the first bytes as a text. */
    String read() throws IOException {
        byte[] part = new byte[8192];
        int length = socket.getInputStream().read(part);
        if (length < 0) {
            throw new IOException("the server hung up");
        }
        return new String(part, 0, length, US_ASCII);
    }

    /** Does nothing with the connection as long as it stands. */
    void hold(BooleanSupplier goesOn) throws IOException {
        socket.setSoTimeout(1);
        while (goesOn.getAsBoolean()) {
            LockSupport.parkNanos(STEP_NANOS);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
