package org.parlor.game.gomoku;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Black's fouls as the rule book words them, found by putting stones down and looking: slow, and written without a thought
 * of {@link RenjuForbiddenMoves}, so that the two can be held against each other.
 */
final class LiteralRenju {

    private record Spot(int x, int y) {
        Spot step(Direction direction, int steps) {
            return new Spot(x + steps * direction.dx(), y + steps * direction.dy());
        }
    }

    private final char[][] board;

    LiteralRenju(List<String> rows) {
        board = rows.stream().map(String::toCharArray).toArray(char[][]::new);
    }

    /** What black's stone on the empty point would be guilty of. */
    Set<ForbiddenMove> at(int x, int y) {
        return fouls(new Spot(x, y));
    }

    private Set<ForbiddenMove> fouls(Spot stone) {
        Set<ForbiddenMove> fouls = new HashSet<>();
        put(stone, 'x');
        if (!makesFive(stone)) {
            for (Direction direction : Direction.values()) {
                if (row(stone, direction).size() > 5) {
                    fouls.add(ForbiddenMove.OVERLINE);
                }
            }
            if (fours(stone).size() > 1) {
                fouls.add(ForbiddenMove.DOUBLE_FOUR);
            }
            if (threes(stone).size() > 1) {
                fouls.add(ForbiddenMove.DOUBLE_THREE);
            }
        }
        put(stone, '.');
        return fouls;
    }

    private Set<Set<Spot>> fours(Spot stone) {
        Set<Set<Spot>> fours = new HashSet<>();
        for (Direction direction : Direction.values()) {
            for (int i = -4; i <= 4; i++) {
                Spot fifth = stone.step(direction, i);
                if (at(fifth) == '.') {
                    put(fifth, 'x');
                    Set<Spot> row = row(fifth, direction);
                    put(fifth, '.');
                    if (row.size() == 5 && row.contains(stone)) {
                        row.remove(fifth);
                        fours.add(row);
                    }
                }
            }
        }
        return fours;
    }

    private Set<Set<Spot>> threes(Spot stone) {
        Set<Set<Spot>> threes = new HashSet<>();
        for (Direction direction : Direction.values()) {
            for (int i = -3; i <= 3; i++) {
                Spot fourth = stone.step(direction, i);
                if (at(fourth) == '.') {
                    put(fourth, 'x');
                    Set<Spot> row = row(fourth, direction);
                    boolean straight = row.contains(stone) && isStraightFour(row, direction) && !makesFive(fourth);
                    put(fourth, '.');
                    if (straight && fouls(fourth).isEmpty()) {
                        row.remove(fourth);
                        threes.add(row);
                    }
                }
            }
        }
        return threes;
    }

    private boolean isStraightFour(Set<Spot> row, Direction direction) {
        List<Spot> completing = new ArrayList<>();
        for (Spot stone : row) {
            for (Spot next : List.of(stone.step(direction, 1), stone.step(direction, -1))) {
                if (at(next) == '.') {
                    put(next, 'x');
                    if (row(next, direction).size() == 5) {
                        completing.add(next);
                    }
                    put(next, '.');
                }
            }
        }
        return row.size() == 4 && completing.size() == 2;
    }

    private boolean makesFive(Spot stone) {
        for (Direction direction : Direction.values()) {
            if (row(stone, direction).size() == 5) {
                return true;
            }
        }
        return false;
    }

    private Set<Spot> row(Spot stone, Direction direction) {
        Set<Spot> row = new HashSet<>();
        for (int i = 0; at(stone.step(direction, i)) == 'x'; i++) {
            row.add(stone.step(direction, i));
        }
        for (int i = -1; at(stone.step(direction, i)) == 'x'; i--) {
            row.add(stone.step(direction, i));
        }
        return row;
    }

    private char at(Spot spot) {
        boolean on = spot.x >= 0 && spot.y >= 0 && spot.x < board.length && spot.y < board.length;
        return on ? board[spot.y][spot.x] : '#';
    }

    private void put(Spot spot, char sign) {
        board[spot.y][spot.x] = sign;
    }
}
