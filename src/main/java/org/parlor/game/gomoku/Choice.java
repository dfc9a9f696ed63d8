package org.parlor.game.gomoku;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parlor.game.Ruling;
import org.parlor.game.Ruling.Legal.Kind;
import org.parlor.game.Seat;

/**
 * A choice that puts no stone.
 *
 * @param seat who chooses
 * @param choices what there is to choose
 */
record Choice(Seat seat, List<Answer> choices) implements Step {

    /**
     * One of the answers.
     *
     * @param move how it is written
     * @param swap whether the players change seats with it
     * @param then the steps that it leads to, before those that follow anyway
     */
    record Answer(String move, boolean swap, List<Step> then) {}

    Choice(Seat seat, Answer... choices) {
        this(seat, List.of(choices));
    }

    /** The player in this seat may take the other colour. */
    static Choice swapOrStay(Seat seat) {
        return new Choice(seat, swap(), stay());
    }

    /** The players change seats, so that the one who chooses takes the other colour. */
    static Answer swap(Step... then) {
        return new Answer("swap", true, List.of(then));
    }

    /** Everyone keeps the colour. */
    static Answer stay(Step... then) {
        return new Answer("stay", false, List.of(then));
    }

    /** Something else than a colour is chosen. */
    static Answer choice(String move, Step... then) {
        return new Answer(move, false, List.of(then));
    }

    @Override
    public Stream<Ruling> rulings(GomokuPosition game, List<Step> rest) {
        return choices.stream().map(choice -> legal(choice, game, rest));
    }

    @Override
    public Ruling play(GomokuPosition game, String move, List<Step> rest) {
        Optional<Answer> chosen = choices.stream()
                .filter(choice -> choice.move().equalsIgnoreCase(move))
                .findFirst();
        return chosen.<Ruling>map(choice -> legal(choice, game, rest))
                .orElseGet(() -> new Ruling.Illegal(
                        Ruling.Reason.BAD_MOVE,
                        "before the next stone, choose one of: "
                                + choices.stream().map(Answer::move).collect(Collectors.joining(", "))));
    }

    private static Ruling.Legal legal(Answer choice, GomokuPosition game, List<Step> rest) {
        List<Step> next = Stream.concat(choice.then().stream(), rest.stream()).toList();
        return new Ruling.Legal(choice.move(), OpeningPosition.of(game, next), choice.swap() ? Kind.SWAP : Kind.PLAIN);
    }
}
