package org.parlor.game.gomoku;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.parlor.game.Ruling;
import org.parlor.game.Seat;

/**
 * Black offers points for the fifth stone, one with each move, of which white will {@link Pick} one. No two of them may be
 * symmetric: equal under an {@link Isometry} that keeps the stones on the board. The RIF asks for proposals that are
 * "unequal in all respects".
 *
 * @param count how many are offered in all, at least two
 * @param offered those that were offered so far
 */
record Offer(int count, List<String> offered) implements Step.OnPoint {

    private static final String WORD = "offer ";

    /** Nothing is offered so far. */
    Offer(int count) {
        this(count, List.of());
    }

    @Override
    public Seat seat() {
        return Seat.BLACK;
    }

    /** {@inheritDoc} The point alone is understood as well. */
    @Override
    public Ruling play(GomokuPosition game, String move, List<Step> rest) {
        boolean spelled = move.regionMatches(true, 0, WORD, 0, WORD.length());
        return Step.OnPoint.super.play(game, spelled ? move.substring(WORD.length()) : move, rest);
    }

    @Override
    public Ruling take(GomokuPosition game, Ruling.Legal stone, List<Step> rest) {
        return take(game, stone, rest, closed(game.board()));
    }

    @Override
    public Stream<Ruling> rulings(GomokuPosition game, List<Step> rest) {
        Map<String, String> closed = closed(game.board());
        return game.legal().stream().map(stone -> take(game, stone, rest, closed));
    }

    private Ruling take(GomokuPosition game, Ruling.Legal stone, List<Step> rest, Map<String, String> closed) {
        String point = stone.move();
        if (closed.containsKey(point)) {
            String detail = offered.contains(point)
                    ? point + " is already offered; offer another point"
                    : point + " is symmetric to " + closed.get(point)
                            + ", which is already offered; offer another point";
            return new Ruling.Illegal(Ruling.Reason.FORBIDDEN, detail);
        }
        List<String> points = Stream.concat(offered.stream(), Stream.of(point)).toList();
        Step next = points.size() < count ? new Offer(count, points) : new Pick(points);
        List<Step> steps = Stream.concat(Stream.of(next), rest.stream()).toList();
        return new Ruling.Legal(WORD + point, OpeningPosition.of(game, steps));
    }

    /** Every point that is on offer or symmetric to one that is, and to which. */
    private Map<String, String> closed(Board board) {
        Map<String, String> closed = new HashMap<>();
        for (String point : offered) {
            Isometry.images(board, board.point(point)).forEach(image -> closed.put(board.name(image), point));
        }
        return closed;
    }
}
