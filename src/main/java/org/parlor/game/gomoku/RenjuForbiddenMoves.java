package org.parlor.game.gomoku;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.parlor.game.Seat;

/**
 * Black's forbidden moves by the International Rules of Renju of the RIF, section 9.
 *
 * <p>A stone that makes exactly five is never a foul. A four counts if one stone makes it exactly five. A three counts only
 * if black may play one of the stones that make it a straight four: that stone is no foul itself, by this same test, and
 * makes no five elsewhere. The test plays such stones on its own copy of the board and ends because the board fills up.
 */
final class RenjuForbiddenMoves implements ForbiddenMoves {

    private final int size;
    private final int stride;
    private final boolean[] black;
    private final boolean[] free;
    private final int[] steps;

    RenjuForbiddenMoves(Board board) {
        size = board.size();
        // A margin all around, as wide as a line reaches, is neither black nor free.
        stride = size + 2 * Line.MIDDLE;
        black = new boolean[stride * stride];
        free = new boolean[stride * stride];
        board.taken(Seat.BLACK).forEach(point -> black[cell(point)] = true);
        board.empty().forEach(point -> free[cell(point)] = true);
        steps = Arrays.stream(Direction.values())
                .mapToInt(d -> d.dy() * stride + d.dx())
                .toArray();
    }

    @Override
    public Set<ForbiddenMove> at(int point) {
        int cell = cell(point);
        return fouls(cell, lines(cell));
    }

    private int cell(int point) {
        return (point / size + Line.MIDDLE) * stride + point % size + Line.MIDDLE;
    }

    private Set<ForbiddenMove> fouls(int cell, Line[] lines) {
        boolean overline = false;
        int fours = 0;
        int possibleThrees = 0;
        for (Line line : lines) {
            if (line.five()) {
                return Set.of();
            }
            overline |= line.overline();
            fours += line.fours();
            possibleThrees += line.straightFours() == 0 ? 0 : 1;
        }
        Set<ForbiddenMove> fouls = EnumSet.noneOf(ForbiddenMove.class);
        if (overline) {
            fouls.add(ForbiddenMove.OVERLINE);
        }
        if (fours > 1) {
            fouls.add(ForbiddenMove.DOUBLE_FOUR);
        }
        if (possibleThrees > 1 && threes(cell, lines) > 1) {
            fouls.add(ForbiddenMove.DOUBLE_THREE);
        }
        return fouls;
    }

    private int threes(int cell, Line[] lines) {
        black[cell] = true;
        free[cell] = false;
        int threes = 0;
        for (int i = 0; i < lines.length; i++) {
            threes += isThree(cell, steps[i], lines[i].straightFours()) ? 1 : 0;
        }
        black[cell] = false;
        free[cell] = true;
        return threes;
    }

    private boolean isThree(int cell, int step, int straightFours) {
        for (int bits = straightFours; bits != 0; bits &= bits - 1) {
            int offset = Integer.numberOfTrailingZeros(bits) - Line.MIDDLE;
            if (isAllowedWithoutFive(cell + offset * step)) {
                return true;
            }
        }
        return false;
    }

    private boolean isAllowedWithoutFive(int cell) {
        Line[] lines = lines(cell);
        for (Line line : lines) {
            if (line.five()) {
                return false;
            }
        }
        return fouls(cell, lines).isEmpty();
    }

    /** The lines through the cell in the order of the steps, as if black had just played there. */
    private Line[] lines(int cell) {
        Line[] lines = new Line[steps.length];
        for (int i = 0; i < steps.length; i++) {
            lines[i] = line(cell, steps[i]);
        }
        return lines;
    }

    private Line line(int cell, int step) {
        int stones = 1 << Line.MIDDLE;
        int gaps = 0;
        for (int i = -Line.MIDDLE; i <= Line.MIDDLE; i++) {
            int bit = 1 << (Line.MIDDLE + i);
            stones |= black[cell + i * step] ? bit : 0;
            gaps |= i != 0 && free[cell + i * step] ? bit : 0;
        }
        return new Line(stones, gaps);
    }
}
