package org.parlor.game.backgammon;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.parlor.game.BadRecord;
import org.parlor.game.Seat;
import org.parlor.game.sgf.SgfNode;
import org.parlor.game.sgf.SgfNode.Property;

/** A start that is set up checker by checker. */
final class SgfSetUp {

    private static final List<String> MOVES = List.of("B", "W", "DI", "XR");

    private final int[] black = new int[Board.BAR + 1];
    private final int[] white = new int[Board.BAR + 1];
    private Cube cube = Cube.CENTRED;
    private Seat onRoll = Seat.BLACK;
    private boolean setUp;

    private SgfSetUp() {}

    /**
     * Reads what is set up before the first throw.
     *
     * @param usual what holds for all that is not set up
     * @return the position before a throw; empty if no checkers are set up
     */
    static Optional<BackgammonPosition> read(List<SgfNode> tree, MatchState usual) {
        SgfSetUp reader = new SgfSetUp();
        for (SgfNode node : tree) {
            if (node.properties().stream().anyMatch(property -> MOVES.contains(property.name()))) {
                break;
            }
            node.properties().forEach(reader::read);
        }
        MatchState state =
                new MatchState(usual.match(), Board.of(reader.black, reader.white), reader.cube, reader.onRoll);
        return reader.setUp ? Optional.of(new BackgammonPosition(state, new BeforeRoll(false))) : Optional.empty();
    }

    private void read(Property property) {
        String value = property.value().strip();
        switch (property.name()) {
            case "AB" -> add(Seat.BLACK, black, property);
            case "AW" -> add(Seat.WHITE, white, property);
            case "PL" -> onRoll = value.startsWith("W") ? Seat.WHITE : Seat.BLACK;
            case "CV" -> cube = new Cube(value(property), cube.owner());
            case "CP", "CO" -> cube = new Cube(cube.value(), owner(value));
            default -> {
                // Nothing of the table.
            }
        }
    }

    private void add(Seat seat, int[] side, Property property) {
        setUp = true;
        for (String letter : property.values()) {
            int place = Optional.of(letter.strip())
                    .filter(text -> text.length() == 1)
                    .flatMap(text -> place(seat, text.charAt(0)))
                    .orElseThrow(() -> new BadRecord(
                            property.line(), property.name() + "[" + letter + "] is no place: they are a to z"));
            if (place != Board.OFF) {
                side[place]++;
            }
            if (Arrays.stream(side).sum() > Board.CHECKERS) {
                throw new BadRecord(property.line(), property.name() + " sets up more checkers than there are");
            }
        }
    }

    private static int value(Property property) {
        String value = property.value().strip();
        if (!value.matches("[0-9]{1,4}") || Integer.bitCount(Integer.parseInt(value)) != 1) {
            throw new BadRecord(property.line(), "CV must be a power of two up to " + Cube.LARGEST);
        }
        return Integer.parseInt(value);
    }

    private static Optional<Seat> owner(String letter) {
        return switch (letter) {
            case "b" -> Optional.of(Seat.BLACK);
            case "w" -> Optional.of(Seat.WHITE);
            default -> Optional.empty();
        };
    }

    /** The place of this letter as the seat counts; empty if the letter is none. */
    static Optional<Integer> place(Seat seat, char letter) {
        if (letter == 'y' || letter == 'z') {
            return Optional.of(letter == 'y' ? Board.BAR : Board.OFF);
        }
        int white = letter - 'a' + 1;
        return white >= 1 && white < Board.BAR
                ? Optional.of(seat.equals(Seat.WHITE) ? white : Board.BAR - white)
                : Optional.empty();
    }
}
