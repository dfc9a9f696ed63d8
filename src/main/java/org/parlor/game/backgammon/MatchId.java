package org.parlor.game.backgammon;

import java.util.Optional;
import org.parlor.game.Seat;

/**
 * GNU Backgammon's match ID: 72 bits in Base64, 12 characters ("A technical description of the Match ID", GNU Backgammon
 * Manual; the bit for the Jacoby rule is of GNU Backgammon 1.06 and later). GNU Backgammon's player 0 is white and its player
 * 1 black, as in the SGF files that it writes.
 *
 * @param cube the cube
 * @param onRoll who rolls next, or has rolled
 * @param crawford whether this is the Crawford game
 * @param state {@link #NOT_STARTED}, {@link #PLAYING}, or what {@link Over.Ending} has for a game that is over
 * @param turn whose decision it is
 * @param doubled whether a double waits for its answer
 * @param resigned what is offered to be resigned
 * @param dice the dice on the table
 * @param length the points that win; 0 for money
 * @param white white's points
 * @param black black's points
 * @param noJacoby whether gammons count while the cube is in the middle; for money alone
 */
record MatchId(
        Cube cube,
        Seat onRoll,
        boolean crawford,
        int state,
        Seat turn,
        boolean doubled,
        Optional<Victory> resigned,
        Optional<Dice> dice,
        int length,
        int white,
        int black,
        boolean noJacoby) {

    /** No game has begun: the opening roll is due. */
    static final int NOT_STARTED = 0;

    /** A game goes on. */
    static final int PLAYING = 1;

    private static final int BITS = 72;
    private static final int CENTRED = 3;

    /** What GNU Backgammon would say of this position. */
    static MatchId of(BackgammonPosition position) {
        MatchState state = position.state();
        Phase phase = position.phase();
        Match match = state.match();
        Rules rules = match.rules();
        return new MatchId(
                state.cube(),
                state.onRoll(),
                match.isCrawford(),
                phase.gameState(),
                phase.turn(state),
                phase.isDoubled(),
                phase.resigned(),
                phase.dice(),
                rules.length(),
                match.white(),
                match.black(),
                rules.isMoney() && !rules.jacoby());
    }

    /**
     * Understands a text.
     *
     * @throws BadOption if it is no match ID
     */
    static MatchId read(String text) {
        Bits bits = Bits.read("match ID", text, BITS);
        int value = 1 << bits.read(4);
        int owner = bits.read(2);
        if (owner == 2 || value > Cube.LARGEST) {
            throw new BadOption("match ID " + text + " has no cube that there can be");
        }
        Cube cube = new Cube(value, owner == CENTRED ? Optional.empty() : Optional.of(seat(owner)));
        MatchId id = new MatchId(
                cube,
                seat(bits.read(1)),
                bits.read(1) == 1,
                bits.read(3),
                seat(bits.read(1)),
                bits.read(1) == 1,
                Victory.of(bits.read(2)),
                dice(bits.read(3), bits.read(3), text),
                bits.read(15),
                bits.read(15),
                bits.read(15),
                bits.read(1) == 1);
        bits.checkRest();
        return id;
    }

    private static Seat seat(int player) {
        return player == 0 ? Seat.WHITE : Seat.BLACK;
    }

    private static int player(Seat seat) {
        return seat.equals(Seat.WHITE) ? 0 : 1;
    }

    private static Optional<Dice> dice(int one, int other, String text) {
        if (one == 0 && other == 0) {
            return Optional.empty();
        }
        if (Math.min(one, other) == 0 || Math.max(one, other) > Dice.SIDES) {
            throw new BadOption("match ID " + text + " has dice that there can't be: " + one + " and " + other);
        }
        return Optional.of(Dice.of(one, other));
    }

    /** The 12 characters. */
    @Override
    public String toString() {
        Bits bits = new Bits(BITS);
        bits.write(Integer.numberOfTrailingZeros(cube.value()), 4);
        bits.write(cube.owner().map(MatchId::player).orElse(CENTRED), 2);
        bits.write(player(onRoll), 1);
        bits.write(crawford ? 1 : 0, 1);
        bits.write(state, 3);
        bits.write(player(turn), 1);
        bits.write(doubled ? 1 : 0, 1);
        bits.write(resigned.map(Victory::factor).orElse(0), 2);
        bits.write(dice.map(Dice::high).orElse(0), 3);
        bits.write(dice.map(Dice::low).orElse(0), 3);
        bits.write(length, 15);
        bits.write(white, 15);
        bits.write(black, 15);
        bits.write(noJacoby ? 1 : 0, 1);
        return bits.toString();
    }
}
