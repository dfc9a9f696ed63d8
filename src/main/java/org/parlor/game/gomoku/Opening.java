package org.parlor.game.gomoku;

import static org.parlor.game.Seat.BLACK;
import static org.parlor.game.Seat.WHITE;
import static org.parlor.game.gomoku.Choice.choice;
import static org.parlor.game.gomoku.Choice.stay;
import static org.parlor.game.gomoku.Choice.swap;
import static org.parlor.game.gomoku.Choice.swapOrStay;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.parlor.game.Position;

/**
 * How a game begins: a list of {@linkplain Step steps}. A step belongs to a seat; where the players change seats, the steps
 * after it are the other player's, so that black always plays the black stones in the end.
 */
enum Opening {
    /** Black puts the first stone wherever it likes. */
    FREE(0),

    /** The first stone lies in the centre, the third one outside the central 5x5. */
    PRO(5, new Place(BLACK, Area.CENTRE), new Place(WHITE, Area.ANYWHERE), new Place(BLACK, Area.outside(5))),

    /** The first stone lies in the centre, the third one outside the central 7x7. */
    LONG_PRO(7, new Place(BLACK, Area.CENTRE), new Place(WHITE, Area.ANYWHERE), new Place(BLACK, Area.outside(7))),

    /** One player puts black, white and black anywhere; the other takes a colour. */
    SWAP(
            0,
            new Place(BLACK, Area.ANYWHERE),
            new Place(BLACK, Area.ANYWHERE),
            new Place(BLACK, Area.ANYWHERE),
            swapOrStay(WHITE)),

    /** As in {@link #SWAP}, but the other may also put white and black, and leave the colours to the first. */
    SWAP2(
            0,
            new Place(BLACK, Area.ANYWHERE),
            new Place(BLACK, Area.ANYWHERE),
            new Place(BLACK, Area.ANYWHERE),
            new Choice(
                    WHITE,
                    swap(),
                    stay(),
                    choice(
                            "put 2 more",
                            new Place(WHITE, Area.ANYWHERE),
                            new Place(WHITE, Area.ANYWHERE),
                            swapOrStay(BLACK)))),

    /**
     * The RIF's rule of 1996. One player puts one of the 26 openings, the other takes a colour, white puts the fourth stone,
     * black offers two points for the fifth and white picks one.
     */
    RIF(
            5,
            new Place(BLACK, Area.CENTRE),
            new Place(BLACK, Area.within(3)),
            new Place(BLACK, Area.within(5)),
            swapOrStay(WHITE),
            new Place(WHITE, Area.ANYWHERE),
            new Offer(2)),

    /**
     * Soosõrv's rule as in the world championships since 2017. As {@link #RIF}, but white declares with the fourth stone how
     * many points will be offered for the fifth, up to eight, and then the other side takes a colour again.
     */
    SOOSORV_8(
            5,
            new Place(BLACK, Area.CENTRE),
            new Place(BLACK, Area.within(3)),
            new Place(BLACK, Area.within(5)),
            swapOrStay(WHITE),
            new Place(WHITE, Area.ANYWHERE),
            new Choice(
                    WHITE,
                    IntStream.rangeClosed(1, 8)
                            .mapToObj(count -> choice(
                                    "fifths " + count,
                                    swapOrStay(BLACK),
                                    count == 1 ? new Place(BLACK, Area.ANYWHERE) : new Offer(count)))
                            .toList())),

    /**
     * Taraguchi's rule with ten fifths, certified by the RIF. The stones lie in growing squares, and the other side may take
     * the colour after each; or black, instead of choosing a colour after the fourth, offers ten points for the fifth.
     */
    TARAGUCHI_10(
            9,
            new Place(BLACK, Area.CENTRE),
            swapOrStay(WHITE),
            new Place(WHITE, Area.within(3)),
            swapOrStay(BLACK),
            new Place(BLACK, Area.within(5)),
            swapOrStay(WHITE),
            new Place(WHITE, Area.within(7)),
            new Choice(
                    BLACK,
                    swap(new Place(BLACK, Area.within(9)), swapOrStay(WHITE)),
                    stay(new Place(BLACK, Area.within(9)), swapOrStay(WHITE)),
                    choice("fifths 10", new Offer(10))));

    private final int square;
    private final List<Step> steps;

    /** @param square lines each way of the largest central square that the opening speaks of, 0 if of none */
    Opening(int square, Step... steps) {
        this.square = square;
        this.steps = List.of(steps);
    }

    /** The first position of a game that begins so. */
    Position begin(GomokuPosition game) {
        return OpeningPosition.of(game, steps);
    }

    /** Whether the board has the room, and the centre, that the opening asks for. */
    boolean fits(int size) {
        return square == 0 || (size % 2 == 1 && size > square);
    }

    /** The fewest lines each way of a board that {@linkplain #fits(int) fits}. */
    int smallest() {
        return Math.max(Board.SMALLEST, square + 2);
    }

    /** Whether games under this rule may begin so. */
    boolean suits(Rule rule) {
        return switch (this) {
            case RIF, SOOSORV_8, TARAGUCHI_10 -> rule == Rule.RENJU;
            default -> true;
        };
    }

    /** The option's value: {@code long-pro}. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The opening with this {@link #label()}. */
    static Optional<Opening> of(String label) {
        return Arrays.stream(values())
                .filter(opening -> opening.label().equals(label))
                .findFirst();
    }
}
