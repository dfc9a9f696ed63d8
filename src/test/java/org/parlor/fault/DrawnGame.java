package org.parlor.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.parlor.game.Seat;
import org.parlor.room.PlayCommand;
import org.parlor.room.SeatCommand;
import org.parlor.runtime.CloseReason;
import org.parlor.runtime.Connection;
import org.parlor.runtime.Encoding;
import org.parlor.runtime.Frame;
import org.parlor.runtime.Message;
import org.parlor.runtime.RoomActor;

/** Two players who fill a board without a line of three; each move is sent when the one before is acknowledged. */
final class DrawnGame {

    private static final int SIZE = 15;

    /** Answers alone are of interest here, and are read before they would be written. */
    private static final Encoding UNWRITTEN = Unwritten::new;

    private final List<String> moves = moves(SIZE);
    private final long[] nanos = new long[moves.size()];
    private final CompletableFuture<long[]> done = new CompletableFuture<>();
    private final Chair black = new Chair();
    private final Chair white = new Chair();
    private RoomActor room;
    private int next;
    private long sentAt;

    private record Unwritten(Message message) implements Frame {
        @Override
        public int bytes() {
            return 0;
        }
    }

    /** Begins in a new room of the host. Completes with the time from each move to its ack, in nanoseconds. */
    static CompletableFuture<long[]> start(RoomHost host, String name) throws Exception {
        DrawnGame game = new DrawnGame();
        game.room = host.enter(name, game.black, Map.of());
        host.enter(name, game.white, Map.of());
        game.room.submit(game.black, Optional.empty(), new SeatCommand.Sit(Optional.of(Seat.BLACK), "Ann"));
        game.room.submit(game.white, Optional.of("sit"), new SeatCommand.Sit(Optional.of(Seat.WHITE), "Bob"));
        return game.done;
    }

    /** Two by two along each row, and the next row shifted by two. */
    static List<String> moves(int size) {
        List<List<String>> points = List.of(new ArrayList<>(), new ArrayList<>());
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                points.get((column + 2 * row) % 4 / 2).add((char) ('a' + column) + Integer.toString(row + 1));
            }
        }
        List<String> moves = new ArrayList<>();
        for (int i = 0; i < size * size / 2; i++) {
            moves.add(points.get(0).get(i));
            moves.add(points.get(1).get(i));
        }
        return moves;
    }

    private void answered(Message answer) {
        if (answer instanceof Message.Refused refused) {
            done.completeExceptionally(new IllegalStateException(refused.toString()));
        } else if (answer instanceof Message.Ack ack) {
            long now = System.nanoTime();
            if (!ack.id().equals("sit")) {
                nanos[next++] = now - sentAt;
            }
            goOn();
        }
    }

    private void goOn() {
        if (next == moves.size()) {
            done.complete(nanos);
            return;
        }
        sentAt = System.nanoTime();
        room.submit(
                next % 2 == 0 ? black : white,
                Optional.of(Integer.toString(next)),
                new PlayCommand.Move(moves.get(next)));
    }

    /** One player's connection. The room calls it under its lock. */
    private final class Chair implements Connection {
        @Override
        public Encoding encoding() {
            return UNWRITTEN;
        }

        @Override
        public void send(Frame frame) {
            answered(((Unwritten) frame).message());
        }

        @Override
        public Gap gap() {
            return (frames, whenDone) -> {
                frames.forEach(this::send);
                whenDone.run();
            };
        }

        @Override
        public void close(CloseReason reason) {
            done.completeExceptionally(new IllegalStateException("closed: " + reason.label()));
        }
    }
}
