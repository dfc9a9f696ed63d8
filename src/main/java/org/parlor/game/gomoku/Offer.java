package org.parlor.game.gomoku;

import java.util.List;
import java.util.Optional;
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
record Offer(int count, List<String> offered) implements Step {

    private static final String WORD = "offer ";

    /** Nothing is offered so far. */
    Offer(int count) {
        this(count, List.of());
    }

    @Override
    public Seat seat() {
        return Seat.BLACK;
    }

    @Override
    public Stream<String> moves(Board board) {
        return Step.points(board).map(WORD::concat);
    }

    /** {@inheritDoc} The point alone is understood as well. */
    @Override
    public Ruling play(GomokuPosition game, String move, List<Step> rest) {
        boolean spelled = move.regionMatches(true, 0, WORD, 0, WORD.length());
        Ruling ruling = game.play(spelled ? move.substring(WORD.length()) : move);
        if (!(ruling instanceof Ruling.Legal stone)) {
            return ruling;
        }
        String point = stone.move();
        Optional<String> twin = twin(game.board(), point);
        if (twin.isPresent()) {
            String detail = twin.get().equals(point)
                    ? point + " is already offered; offer another point"
                    : point + " is symmetric to " + twin.get() + ", which is already offered; offer another point";
            return new Ruling.Illegal(Ruling.Reason.FORBIDDEN, detail);
        }
        List<String> points = Stream.concat(offered.stream(), Stream.of(point)).toList();
        Step next = points.size() < count ? new Offer(count, points) : new Pick(points);
        List<Step> steps = Stream.concat(Stream.of(next), rest.stream()).toList();
        return new Ruling.Legal(WORD + point, OpeningPosition.of(game, steps));
    }

    private Optional<String> twin(Board board, String point) {
        List<Isometry> symmetries = Isometry.keeping(board);
        return offered.stream()
                .filter(other -> symmetries.stream()
                        .anyMatch(symmetry -> symmetry.takes(board, board.point(other), board.point(point))))
                .findFirst();
    }
}
