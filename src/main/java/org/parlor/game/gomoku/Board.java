package org.parlor.game.gomoku;

import java.util.BitSet;
import java.util.Optional;
import java.util.stream.IntStream;
import org.parlor.game.Seat;

/** The stones on a square board. Immutable. A point is an index in board order: {@code y * size + x}, from the top left. */
final class Board {

    /** The fewest lines each way that a board has. */
    static final int SMALLEST = 5;

    /** The most lines each way that a board has. */
    static final int LARGEST = 22;

    private final int size;
    private final BitSet black;
    private final BitSet white;

    /** An empty board of so many lines each way. */
    Board(int size) {
        this(size, new BitSet(size * size), new BitSet(size * size));
    }

    private Board(int size, BitSet black, BitSet white) {
        this.size = size;
        this.black = black;
        this.white = white;
    }

    /** Lines each way. */
    int size() {
        return size;
    }

    /** The point in this column from the left and row from the top, both from 0. */
    int point(int x, int y) {
        return y * size + x;
    }

    /** The point's column from the left, from 0. */
    int x(int point) {
        return point % size;
    }

    /** The point's row from the top, from 0. */
    int y(int point) {
        return point / size;
    }

    /** The point as players write it: a letter from {@code a} at the left, a number from 1 at the bottom. */
    String name(int point) {
        return (char) ('a' + x(point)) + String.valueOf(size - y(point));
    }

    /** The point with this {@linkplain #name name}. */
    int point(String name) {
        return point(name.charAt(0) - 'a', size - Integer.parseInt(name.substring(1)));
    }

    /** How many stones there are. */
    int stones() {
        return black.cardinality() + white.cardinality();
    }

    /** Whose stone lies on the point, if any does. */
    Optional<Seat> at(int point) {
        if (black.get(point)) {
            return Optional.of(Seat.BLACK);
        }
        return white.get(point) ? Optional.of(Seat.WHITE) : Optional.empty();
    }

    /** Whether the seat has a stone there; false for places off the board. */
    boolean has(Seat seat, int x, int y) {
        return holds(x, y) && stones(seat).get(point(x, y));
    }

    /** Whether the place is on the board. */
    boolean holds(int x, int y) {
        return x >= 0 && y >= 0 && x < size && y < size;
    }

    boolean isFull() {
        return stones() == size * size;
    }

    /** The points without a stone, in board order. */
    IntStream empty() {
        return IntStream.range(0, size * size).filter(point -> !black.get(point) && !white.get(point));
    }

    /** The points with a stone of this seat, in board order. */
    IntStream taken(Seat seat) {
        return stones(seat).stream();
    }

    /** The board with one more stone, on an empty point. */
    Board with(Seat seat, int point) {
        BitSet stones = (BitSet) stones(seat).clone();
        stones.set(point);
        return seat.equals(Seat.BLACK) ? new Board(size, stones, white) : new Board(size, black, stones);
    }

    private BitSet stones(Seat seat) {
        return seat.equals(Seat.BLACK) ? black : white;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Board that && size == that.size && black.equals(that.black) && white.equals(that.white);
    }

    @Override
    public int hashCode() {
        return 31 * black.hashCode() + white.hashCode();
    }
}
