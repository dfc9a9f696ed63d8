package org.parlor.game.gomoku;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.parlor.game.Outcome;
import org.parlor.game.Position;
import org.parlor.game.Ruling;
import org.parlor.game.Seat;

/**
 * A position of five in a row.
 *
 * <p>The game ends with a winning row, with a full board, or with a forbidden move if that loses. It goes on when Renju's
 * black is refused every point that is left: by the RIF black may pass there and white may not be robbed of the win, so it
 * is for the players, who have no pass, to agree on a draw or resign.
 *
 * @param rule what wins and what is forbidden
 * @param penalty what comes of a forbidden move
 * @param board the stones
 * @param next whose turn it is, or would be if the game were not over
 * @param outcome how the game ended; empty while it goes on
 */
record GomokuPosition(Rule rule, Penalty penalty, Board board, Seat next, Optional<Outcome> outcome)
        implements Position {

    private static final Pattern MOVE = Pattern.compile("([a-zA-Z])(0|[1-9][0-9]{0,8})");

    @Override
    public List<Seat> due() {
        return outcome.isPresent() ? List.of() : List.of(next);
    }

    @Override
    public String notation() {
        return new Diagram(board, next).toString();
    }

    @Override
    public Ruling play(Seat seat, String move) {
        if (outcome.isPresent()) {
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
            String detail =
                    board.name(point) + " already holds a " + owner.get().label() + " stone";
            return new Ruling.Illegal(Ruling.Reason.OCCUPIED, detail);
        }
        Set<ForbiddenMove> fouls = rule.fouls(board, next).at(point);
        if (isRefused(fouls)) {
            String kinds = fouls.stream().map(ForbiddenMove::label).collect(Collectors.joining(" and "));
            String detail = board.name(point) + " is forbidden to " + next.label() + ": " + kinds;
            return new Ruling.Illegal(Ruling.Reason.FORBIDDEN, detail);
        }
        return place(point, fouls);
    }

    private boolean isRefused(Set<ForbiddenMove> fouls) {
        return penalty == Penalty.REFUSE && !fouls.isEmpty();
    }

    private Ruling.Legal place(int point, Set<ForbiddenMove> fouls) {
        Board after = board.with(next, point);
        Optional<Outcome> end =
                fouls.isEmpty() ? end(after, point) : Optional.of(Outcome.win(next.other(), "forbidden", List.of()));
        return new Ruling.Legal(board.name(point), new GomokuPosition(rule, penalty, after, next.other(), end));
    }

    private Optional<Outcome> end(Board after, int point) {
        return rule.winningRow(after, next, point)
                .map(row -> Outcome.win(
                        next, "five", row.points().stream().map(after::name).toList()))
                .or(() -> after.isFull() ? Optional.of(Outcome.draw("full-board")) : Optional.empty());
    }

    /** {@inheritDoc} In board order, from the top left. */
    @Override
    public List<Ruling.Legal> legal(Seat seat) {
        if (!due().contains(seat)) {
            return List.of();
        }
        ForbiddenMoves fouls = rule.fouls(board, next);
        return board.empty()
                .filter(point -> !isRefused(fouls.at(point)))
                .mapToObj(point -> place(point, fouls.at(point)))
                .toList();
    }

    /** {@inheritDoc} In board order; also where the penalty is to lose rather than to be refused. */
    @Override
    public List<String> forbidden() {
        if (outcome.isPresent()) {
            return List.of();
        }
        ForbiddenMoves fouls = rule.fouls(board, next);
        return board.empty()
                .filter(point -> !fouls.at(point).isEmpty())
                .mapToObj(board::name)
                .toList();
    }
}
