package org.parlor.game.backgammon;

import java.util.Optional;
import org.parlor.game.Seat;

/**
 * The doubling cube.
 *
 * @param value what the game counts so far, a power of two from 1 to {@link #LARGEST}
 * @param owner who alone may double; empty while the cube is in the middle, where either may
 */
record Cube(int value, Optional<Seat> owner) {

    /** As far as the cube goes; GNU Backgammon's goes as far. */
    static final int LARGEST = 4096;

    /** The cube of a game that nobody has doubled. */
    static final Cube CENTRED = new Cube(1, Optional.empty());

    /** Whether the seat may turn the cube as far as the cube is concerned. */
    boolean isAvailableTo(Seat seat) {
        return owner.map(seat::equals).orElse(true);
    }

    /** The cube at twice its value, in the hands of this seat. */
    Cube turnedTo(Seat next) {
        return new Cube(2 * value, Optional.of(next));
    }
}
