package org.parlor.contract;

import java.util.List;
import org.parlor.protocol.Frame;
import org.parlor.protocol.Player;

/** Two players in a room. */
record Table(String room, Player black, Player white) implements AutoCloseable {

    /** Plays moves in turn, black first, each seen by both before the next. */
    void play(String... moves) {
        for (int i = 0; i < moves.length; i++) {
            Player mover = i % 2 == 0 ? black : white;
            Player other = i % 2 == 0 ? white : black;
            long seq = mover.move(moves[i]).seq();
            other.await("moved " + seq, frame -> frame.type().equals("moved") && frame.seq() == seq);
        }
    }

    /** Black wins in nine plies along the row of h8. Returns the end as each of the two heard it. */
    List<Frame> playFive() {
        play("d8", "d9", "e8", "e9", "f8", "f9", "g8", "g9", "h8");
        return List.of(black.await("ended"), white.await("ended"));
    }

    @Override
    public void close() {
        black.close();
        white.close();
    }
}
