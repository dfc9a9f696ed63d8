package org.parlor.game.backgammon;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.parlor.game.Seat;

/**
 * Everything that a seat may do with its dice: as many numbers are used as any order of them allows, and where only one of
 * two can be used, the larger if it can (Backgammon Galore, Rules of Backgammon).
 */
final class MoveGenerator {

    private final Seat seat;
    private final List<Integer> numbers;
    private final Board start;
    private final Map<Board, Play> found = new LinkedHashMap<>();
    private final Deque<CheckerMove> moves = new ArrayDeque<>();
    private int used;

    private MoveGenerator(Board start, Seat seat, List<Integer> numbers) {
        this.start = start;
        this.seat = seat;
        this.numbers = numbers;
    }

    /** Every play, one for each position that can be reached. Empty if no checker can move. */
    static Collection<Play> of(Board board, Seat seat, Dice dice) {
        MoveGenerator larger = search(board, seat, dice.numbers());
        if (dice.isDoublet()) {
            return larger.found();
        }
        MoveGenerator smaller = search(board, seat, List.of(dice.low(), dice.high()));
        if (larger.used == smaller.used && larger.used == 2) {
            smaller.found.forEach(larger.found::putIfAbsent);
        }
        return larger.used >= smaller.used ? larger.found() : smaller.found();
    }

    /** Where this number takes a checker from there; empty if it can't move so. */
    static OptionalInt target(Board board, Seat seat, int from, int number) {
        boolean stands = from > Board.OFF && from <= Board.BAR && board.at(seat, from) > 0;
        if (!stands || (from != Board.BAR && board.at(seat, Board.BAR) > 0)) {
            return OptionalInt.empty();
        }
        int to = from - number;
        if (to > Board.OFF) {
            return board.isOpen(seat, to) ? OptionalInt.of(to) : OptionalInt.empty();
        }
        boolean bearsOff = board.isHome(seat) && (to == Board.OFF || board.farthest(seat) == from);
        return bearsOff ? OptionalInt.of(Board.OFF) : OptionalInt.empty();
    }

    private static MoveGenerator search(Board board, Seat seat, List<Integer> numbers) {
        MoveGenerator plays = new MoveGenerator(board, seat, numbers);
        plays.search(board, Board.BAR);
        return plays;
    }

    private Collection<Play> found() {
        return used == 0 ? List.of() : found.values();
    }

    private void search(Board board, int highest) {
        boolean stuck = true;
        if (moves.size() < numbers.size()) {
            int number = numbers.get(moves.size());
            for (int from = Math.min(highest, board.farthest(seat)); from > Board.OFF; from--) {
                OptionalInt to = target(board, seat, from, number);
                if (to.isPresent()) {
                    stuck = false;
                    CheckerMove move = new CheckerMove(from, to.getAsInt());
                    moves.addLast(move);
                    search(board.after(seat, move), from(from));
                    moves.removeLast();
                }
            }
        }
        if (stuck) {
            keep(board);
        }
    }

    /** The moves of a doublet can be made from the farthest on, so their other orders need no look. */
    private int from(int from) {
        return numbers.size() > 2 ? from : Board.BAR;
    }

    private void keep(Board after) {
        if (moves.size() > used) {
            used = moves.size();
            found.clear();
        }
        if (moves.size() == used) {
            found.putIfAbsent(after, new Play(start, seat, new ArrayList<>(moves), after));
        }
    }
}
