package org.parlor.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.parlor.game.Seat;
import org.parlor.room.Goodbye;
import org.parlor.room.LiveRoom;
import org.parlor.room.Message;
import org.parlor.room.Play;
import org.parlor.room.Seating;
import org.parlor.room.Visitor;

/** Two players who fill a board without a line of three; each move is sent when the one before is acknowledged. */
final class DrawnGame {

    private static final int SIZE = 15;

    private final LiveRoom room;
    private final List<String> moves;
    private final long[] nanos;
    private final CompletableFuture<long[]> done = new CompletableFuture<>();
    private final Chair black = new Chair();
    private final Chair white = new Chair();
    private int next;
    private long sentAt;

    private DrawnGame(LiveRoom room) {
        this.room = room;
        this.moves = moves(SIZE);
        this.nanos = new long[moves.size()];
    }

    /** Begins. Completes with the time from each move to its ack, in nanoseconds. */
    static CompletableFuture<long[]> start(LiveRoom room) {
        DrawnGame game = new DrawnGame(room);
        room.join(game.black);
        room.join(game.white);
        room.submit(game.black, Optional.empty(), new Seating.Sit(Optional.of(Seat.BLACK), "Ann"));
        room.submit(game.white, Optional.of("sit"), new Seating.Sit(Optional.of(Seat.WHITE), "Bob"));
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
        room.submit(next % 2 == 0 ? black : white, Optional.of(Integer.toString(next)), new Play.Move(moves.get(next)));
    }

    /** One player's connection. The room calls it under its lock. */
    private final class Chair implements Visitor {
        @Override
        public void send(Message message) {
            answered(message);
        }

        @Override
        public void replay(List<Message> missed) {
            missed.forEach(this::send);
        }

        @Override
        public void close(Goodbye goodbye) {
            done.completeExceptionally(new IllegalStateException("closed with " + goodbye));
        }
    }
}
