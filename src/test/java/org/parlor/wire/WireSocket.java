package org.parlor.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.parlor.protocol.Frame;
import org.parlor.protocol.FrameSchemas;
import org.parlor.protocol.FrameSchemas.Direction;

/** A WebSocket by hand: a TCP connection, the handshake, and one frame after the other. For one thread. */
public final class WireSocket implements AutoCloseable {

    private static final int MILLISECONDS_OF_PATIENCE = 10_000;
    private static final FrameSchemas SCHEMAS = FrameSchemas.ofProject();

    private final Socket socket;
    private final InputStream in;
    private final HandshakeAnswer answer;
    private final List<WireFrame> passedOver = new ArrayList<>();
    private final Random keys;

    private WireSocket(Socket socket, Handshake handshake) throws IOException {
        this.socket = socket;
        socket.setSoTimeout(MILLISECONDS_OF_PATIENCE);
        this.in = new BufferedInputStream(socket.getInputStream());
        // Real clients take unpredictable keys; these repeat so that what is recorded can be compared.
        this.keys = new Random(handshake.key().hashCode());
        sendBytes(handshake.request().getBytes(US_ASCII));
        this.answer = HandshakeAnswer.read(in);
    }

    /** Connects and does the handshake; {@link #answer} tells whether the server agreed. */
    public static WireSocket open(Handshake handshake) throws IOException {
        URI address = handshake.address();
        int port = address.getPort() < 0 ? 80 : address.getPort();
        return new WireSocket(new Socket(address.getHost(), port), handshake);
    }

    public HandshakeAnswer answer() {
        return answer;
    }

    /** Masks the frame, sends it and returns it as it was sent. */
    public WireFrame send(WireFrame frame) throws IOException {
        WireFrame masked = frame.masked(keys.nextInt());
        sendBytes(masked.bytes());
        return masked;
    }

    /** Masks and sends a text. */
    public WireFrame send(String text) throws IOException {
        return send(WireFrame.text(text));
    }

    /** Sends the frame as it is, also if a client may not. */
    public void sendUnmasked(WireFrame frame) throws IOException {
        sendBytes(frame.bytes());
    }

    /** Takes the next frame of this type of the protocol; what comes before it can still be taken. */
    public WireFrame await(String type) throws IOException {
        return await(frame -> frame.opcode() == Opcode.TEXT && typeOf(frame).equals(type));
    }

    /** Takes the next frame with this opcode; what comes before it can still be taken. */
    public WireFrame await(Opcode opcode) throws IOException {
        return await(frame -> frame.opcode() == opcode);
    }

    /** Whether the server closes the TCP connection too, with nothing more said. */
    public boolean ends() throws IOException {
        return in.read() < 0;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    /** Ends the TCP connection at once, as a machine that crashed and came back does. */
    public void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    /** Takes the next frame that fits; what comes before it can still be taken. */
    public WireFrame await(Predicate<WireFrame> wanted) throws IOException {
        for (WireFrame earlier : passedOver) {
            if (wanted.test(earlier)) {
                passedOver.remove(earlier);
                return earlier;
            }
        }
        WireFrame frame = WireFrame.read(in);
        while (!wanted.test(frame)) {
            passedOver.add(frame);
            frame = WireFrame.read(in);
        }
        return frame;
    }

    private static String typeOf(WireFrame frame) {
        SCHEMAS.check(Direction.FROM_SERVER, frame.text());
        return Frame.of(frame.text()).type();
    }

    private void sendBytes(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }
}
