package org.parlor.game.gomoku;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.parlor.game.Position;
import org.parlor.game.Result;
import org.parlor.game.Ruling;
import org.parlor.game.Seat;

/**
 * A position of five in a row.
 *
 * @param rule what wins
 * @param board the stones
 * @param next whose turn it is, or would be if the game were not over
 * @param result how the game ended; empty while it goes on
 */
record GomokuPosition(Rule rule, Board board, Seat next, Optional<Result> result) implements Position {

    private static final Pattern MOVE = Pattern.compile("([a-zA-Z])(0|[1-9][0-9]{0,8})");

    @Override
    public Optional<Seat> toMove() {
        return result.isPresent() ? Optional.empty() : Optional.of(next);
    }

    @Override
    public String notation() {
        return new Diagram(board, next).toString();
    }

    @Override
    public Ruling play(String move) {
        if (result.isPresent()) {
            throw new IllegalStateException("the game is over");
        }
        int size = board.size();
        String lines = "a letter from a to " + (char) ('a' + size - 1) + " and a number from 1 to " + size;
        Matcher matcher = MOVE.matcher(move);
        if (!matcher.matches()) {
            return new Ruling.Illegal(Ruling.Reason.BAD_MOVE, "a move is " + lines + ", such as a1");
        }
        int x = Character.toLowerCase(move.charAt(0)) - 'a';
        int y = size - Integer.parseInt(matcher.group(2));
        if (x >= size || y < 0 || y >= size) {
            return new Ruling.Illegal(Ruling.Reason.OFF_BOARD, move + " is not on the board, which has " + lines);
        }
        return play(board.point(x, y));
    }

    private Ruling play(int point) {
        Optional<Seat> owner = board.at(point);
        if (owner.isPresent()) {
            String detail = board.name(point) + " already holds a " + owner.get().label() + " stone";
            return new Ruling.Illegal(Ruling.Reason.OCCUPIED, detail);
        }
        return place(point);
    }

    private Ruling.Legal place(int point) {
        Board after = board.with(next, point);
        Optional<Result> end = rule.winningRow(after, next, point)
                .map(row -> Result.win(next, "five", row.points().stream().map(after::name).toList()))
                .or(() -> after.isFull() ? Optional.of(Result.draw("full-board")) : Optional.empty());
        return new Ruling.Legal(board.name(point), new GomokuPosition(rule, after, next.other(), end));
    }

    @Override
    public List<Ruling.Legal> legal() {
        return result.isPresent() ? List.of() : board.empty().mapToObj(this::place).collect(Collectors.toList());
    }

    @Override
    public List<String> forbidden() {
        return List.of();
    }
}
