package org.parlor.game.backgammon;

import org.parlor.game.Seat;
import org.parlor.game.Seats;

/**
 * GNU Backgammon's position ID: 80 bits in Base64, 14 characters. First the seat that is not on roll, then the one that is;
 * for each its points from 1 to 24 and the bar, as many ones as checkers and then a zero ("A technical description of the
 * Position ID", GNU Backgammon Manual).
 */
final class PositionId {

    private static final int BITS = 80;

    private PositionId() {}

    static String write(Board board, Seat onRoll) {
        Bits bits = new Bits(BITS);
        for (Seat seat : new Seat[] {onRoll.other(), onRoll}) {
            for (int point = 1; point <= Board.BAR; point++) {
                for (int checker = board.at(seat, point); checker > 0; checker--) {
                    bits.write(1, 1);
                }
                bits.write(0, 1);
            }
        }
        return bits.toString();
    }

    /**
     * Reads the board of a game that goes on.
     *
     * @throws BadOption if the text is no such board
     */
    static Board read(String text, Seat onRoll) {
        Bits bits = Bits.read("position ID", text, BITS);
        int[] waiting = side(bits);
        int[] rolling = side(bits);
        bits.checkRest();
        for (int point = 1; point < Board.BAR; point++) {
            if (waiting[point] > 0 && rolling[Board.BAR - point] > 0) {
                throw new BadOption("position ID " + text + " has checkers of both seats on one point: "
                        + onRoll.label() + "'s " + (Board.BAR - point));
            }
        }
        Board board = onRoll.equals(Seat.BLACK) ? Board.of(rolling, waiting) : Board.of(waiting, rolling);
        for (Seat seat : Seats.BLACK_AND_WHITE.all()) {
            if (board.farthest(seat) == Board.OFF) {
                throw new BadOption(
                        "position ID " + text + ": " + seat.label() + " has borne off every checker already");
            }
        }
        if (isLocked(board, Seat.BLACK) && isLocked(board, Seat.WHITE)) {
            throw new BadOption("position ID " + text + ": neither seat could ever move again");
        }
        return board;
    }

    private static boolean isLocked(Board board, Seat seat) {
        return board.at(seat, Board.BAR) > 0 && board.isClosed(seat.other());
    }

    private static int[] side(Bits bits) {
        int[] checkers = new int[Board.BAR + 1];
        int sum = 0;
        for (int point = 1; point <= Board.BAR; point++) {
            while (bits.read(1) == 1) {
                checkers[point]++;
                sum++;
            }
        }
        if (sum > Board.CHECKERS) {
            throw new BadOption("position ID has " + sum + " checkers of one seat, but there are " + Board.CHECKERS);
        }
        return checkers;
    }
}
