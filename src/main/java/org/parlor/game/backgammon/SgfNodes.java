package org.parlor.game.backgammon;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.parlor.game.GameRecord.Step;
import org.parlor.game.Seat;
import org.parlor.game.sgf.SgfWriter;

/**
 * The nodes of one game. A throw waits for its play, with which it shares a node; if something else comes first, it has a node
 * of its own. That a player chose to roll goes without saying.
 */
final class SgfNodes {

    private final SgfWriter file;
    private long before;
    private String dice = "";
    private Seat thrower = Seat.BLACK;
    private boolean waits;
    private long untilThrow;

    /**
     * Writes on.
     *
     * @param before the time of the last step before this game
     */
    SgfNodes(SgfWriter file, long before) {
        this.file = file;
        this.before = before;
    }

    void add(SingleGame.Event event) {
        if (event.step() instanceof Step.Rolled rolled) {
            dice = dice(event, rolled);
            thrower = rolled.seat();
            untilThrow = pass(rolled.at());
            waits = true;
        } else if (event.step() instanceof Step.Moved moved && !moved.move().equals("roll")) {
            move(event, moved);
        }
    }

    /** Dice as they fell; of the opening throw, the mover's first. */
    private static String dice(SingleGame.Event event, Step.Rolled rolled) {
        int first = rolled.dice().get(0);
        int second = rolled.dice().get(1);
        boolean turned = event.before().phase() instanceof Opening && first < second;
        return turned ? "" + second + first : "" + first + second;
    }

    private void move(SingleGame.Event event, Step.Moved moved) {
        String letter = BackgammonSgf.letter(moved.seat());
        if (event.play().isPresent()) {
            Play play = event.play().get();
            String thrown = dice.isEmpty()
                    ? event.before().phase().dice().map(SgfNodes::dice).orElseThrow()
                    : dice;
            file.node().with(letter, thrown + moves(play));
            List<Long> spent = new ArrayList<>(waits ? List.of(untilThrow) : List.of());
            spent.add(pass(moved.at()));
            spend(spent);
            waits = false;
            dice = "";
            return;
        }
        writeThrow();
        String word = moved.move();
        switch (word) {
            case "double", "take", "drop" -> file.node().with(letter, word);
            case "beaver" -> file.node().with(letter, "double");
            default -> file.node().with("XR", letter + ":" + word.replace("resign ", ""));
        }
        spend(List.of(pass(moved.at())));
    }

    private static String dice(Dice dice) {
        return "" + dice.high() + dice.low();
    }

    private void writeThrow() {
        if (waits) {
            file.node().with("PL", BackgammonSgf.letter(thrower)).with("DI", dice);
            spend(List.of(untilThrow));
            waits = false;
        }
    }

    /** Ends the game and returns the time of its last step. */
    long end() {
        writeThrow();
        return before;
    }

    private long pass(long at) {
        long spent = at - before;
        before = at;
        return spent;
    }

    private void spend(List<Long> millis) {
        if (millis.stream().anyMatch(spent -> spent > 0)) {
            file.with("XT", millis.stream().map(SgfNodes::seconds).toList());
        }
    }

    private static String seconds(long millis) {
        return millis / 1000 + "." + String.format("%03d", millis % 1000);
    }

    private static String moves(Play play) {
        return play.moves().stream()
                .map(move -> place(play.seat(), move.from()) + place(play.seat(), move.to()))
                .collect(Collectors.joining());
    }

    /** The letter of a place that this seat counts so. */
    static String place(Seat seat, int place) {
        return switch (place) {
            case Board.BAR -> "y";
            case Board.OFF -> "z";
            default -> String.valueOf((char) ('a' + (seat.equals(Seat.WHITE) ? place : Board.BAR - place) - 1));
        };
    }
}
