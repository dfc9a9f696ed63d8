package org.parlor.game;

import java.util.List;
import java.util.Optional;

/**
 * The seats of a game, and when play starts.
 *
 * @param all 1 to 16, in the game's order, no two alike
 * @param fewest how many players a game needs, 1 to as many as there are seats
 * @param start when play starts
 */
public record Seats(List<Seat> all, int fewest, Start start) {

    /** The most seats that a game may have. */
    public static final int MOST = 16;

    /** Two who sit across from each other. */
    public static final Seats BLACK_AND_WHITE = whenFull(Seat.BLACK, Seat.WHITE);

    /** When play starts. */
    public enum Start {
        /** As soon as every seat is taken. */
        WHEN_FULL,
        /** When enough sit and all of them are ready. */
        BY_AGREEMENT
    }

    public Seats {
        all = List.copyOf(all);
        if (all.isEmpty() || all.size() > MOST || all.stream().distinct().count() < all.size()) {
            throw new IllegalArgumentException("a game has 1 to " + MOST + " different seats, not " + all);
        }
        if (fewest < 1 || fewest > all.size()) {
            throw new IllegalArgumentException("a game of " + all.size() + " seats can't need " + fewest + " players");
        }
    }

    /** Seats that must all be taken, and then play starts. */
    public static Seats whenFull(Seat... seats) {
        return new Seats(List.of(seats), seats.length, Start.WHEN_FULL);
    }

    /** Seats of which some may stay free: play starts when at least so many sit and all of them are ready. */
    public static Seats byAgreement(int fewest, Seat... seats) {
        return new Seats(List.of(seats), fewest, Start.BY_AGREEMENT);
    }

    /** The seat of this name. */
    public Optional<Seat> find(String label) {
        return all.stream().filter(seat -> seat.label().equals(label)).findFirst();
    }

    /** Whether these are two who sit across from each other. */
    public boolean areBlackAndWhite() {
        return all.equals(BLACK_AND_WHITE.all());
    }
}
