package org.parlor.hostile;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.parlor.protocol.Player;
import org.parlor.wire.Handshake;
import org.parlor.wire.WireSocket;

/** Two people who play on while somebody attacks the server, and time every move. For one thread. */
final class Witness implements AutoCloseable {

    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(25);
    private static final int SIZE = 19;
    private static final int EVERY_SECOND_COLUMN = 2;

    private final URI base;
    private WireSocket mover;
    private WireSocket opponent;
    private int room;
    private int moves;

    Witness(URI base) throws IOException {
        this.base = base;
        sitDown();
    }

    private void sitDown() throws IOException {
        URI address = Player.address(base, "witness-" + room++, "size=" + SIZE);
        mover = sit(address, "black");
        opponent = sit(address, "white");
        mover.await("started");
        moves = 0;
    }

    private static WireSocket sit(URI address, String seat) throws IOException {
        WireSocket socket = WireSocket.open(Handshake.to(address));
        socket.await("welcome");
        socket.send("{\"type\":\"sit\",\"id\":\"sit\",\"seat\":\"" + seat + "\"}");
        socket.await("ack");
        return socket;
    }

    /** Plays for so long. */
    Delays play(long seconds) throws IOException {
        List<Long> delays = new ArrayList<>();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (System.nanoTime() - end < 0) {
            delays.add(move());
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        return Delays.of(delays);
    }

    private long move() throws IOException {
        String point = point(moves++);
        long start = System.nanoTime();
        mover.send("{\"type\":\"move\",\"id\":\"" + moves + "\",\"move\":\"" + point + "\"}");
        opponent.await(
                frame -> frame.text().contains("\"moved\"") && frame.text().contains("\"" + point + "\""));
        long delay = System.nanoTime() - start;
        WireSocket next = opponent;
        opponent = mover;
        mover = next;
        if (moves == SIZE * SIZE / EVERY_SECOND_COLUMN) {
            close();
            sitDown();
        }
        return delay;
    }

    /** No five in a row comes of these: stones of one colour never stand side by side in a row for long. */
    private static String point(int move) {
        int column = move % SIZE;
        int row = move / SIZE * EVERY_SECOND_COLUMN % SIZE;
        return (char) ('a' + column) + String.valueOf(row + 1);
    }

    @Override
    public void close() throws IOException {
        mover.close();
        opponent.close();
    }
}
