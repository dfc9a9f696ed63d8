package org.parlor.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** A stretch of network that loses connections: it passes bytes on to a server and hangs up after so many of its answers. */
final class Relay implements AutoCloseable {

    private static final int BUFFER = 256;

    private final URI server;
    private final Queue<Integer> limits;
    private final ServerSocket door;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    private Relay(URI server, Queue<Integer> limits) throws IOException {
        this.server = server;
        this.limits = limits;
        this.door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    /**
     * Opens a relay.
     *
     * @param limits after how many bytes from the server to hang up, for the first connection and those after it;
     *     connections beyond the last of them are never cut
     */
    static Relay to(URI server, Integer... limits) throws IOException {
        Relay relay = new Relay(server, Arrays.stream(limits).collect(Collectors.toCollection(ArrayDeque::new)));
        relay.threads.execute(relay::accept);
        return relay;
    }

    /** The server's address by way of this relay. */
    URI address() {
        return URI.create("http://localhost:" + door.getLocalPort() + server.getRawPath());
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                Socket target = new Socket(server.getHost(), server.getPort());
                int limit = limits.isEmpty() ? Integer.MAX_VALUE : limits.remove();
                threads.execute(() -> pass(client, target, Integer.MAX_VALUE));
                threads.execute(() -> pass(target, client, limit));
            } catch (IOException e) {
                if (!door.isClosed()) {
                    throw new UncheckedIOException("the relay to " + server + " broke", e);
                }
            }
        }
    }

    private static void pass(Socket from, Socket to, int limit) {
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            byte[] buffer = new byte[BUFFER];
            int left = limit;
            int read = in.read(buffer);
            while (read >= 0 && read < left) {
                out.write(buffer, 0, read);
                left -= read;
                read = in.read(buffer);
            }
        } catch (IOException e) {
            // The other direction was cut, and this one with it: that is what a relay is for.
            return;
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        threads.shutdownNow();
    }
}
