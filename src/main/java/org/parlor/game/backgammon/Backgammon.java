package org.parlor.game.backgammon;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.parlor.game.Game;
import org.parlor.game.Option;
import org.parlor.game.RecordFormat;
import org.parlor.game.Setup;

/**
 * Backgammon: a match of several games, or a single game for money.
 *
 * <table>
 * <caption>Options</caption>
 * <tr><th>option</th><th>values</th><th>if left out</th></tr>
 * <tr><td>{@code length}</td><td>1 to 64 points win the match; 0 is one game for money, whose points count as they are</td>
 * <td>that of the start position, else 1</td></tr>
 * <tr><td>{@code cube}</td><td>the doubling cube, {@code on} or {@code off}; not in a match to 1 point, which needs none</td>
 * <td>{@code on}</td></tr>
 * <tr><td>{@code crawford}</td><td>{@code on}: nobody doubles in the first game after a player has come within a point of
 * winning; in matches to 2 points or more with the cube on</td><td>{@code on}</td></tr>
 * <tr><td>{@code jacoby}</td><td>{@code on}: gammons and backgammons count single while the cube is in the middle; for money
 * with the cube on</td><td>what the start position says, else {@code on}</td></tr>
 * <tr><td>{@code beavers}</td><td>{@code on}: who is doubled may double at once and keep the cube; for money with the cube
 * on</td><td>{@code off}</td></tr>
 * </table>
 *
 * <p>A match to one point is a plain game without a cube, which is what somebody expects who has never heard of one.
 */
public final class Backgammon implements Game {

    private static final String ON = "on";
    private static final String OFF = "off";

    @Override
    public String name() {
        return "backgammon";
    }

    @Override
    public List<Option> options() {
        return List.of(
                Option.number("length", 0, Rules.LONGEST, 1),
                Option.choice("cube", ON, OFF),
                Option.choice("crawford", ON, OFF),
                Option.choice("jacoby", ON, OFF),
                Option.choice("beavers", OFF, ON));
    }

    @Override
    public Setup setUp(Map<String, String> options, Optional<String> position) {
        try {
            return ready(options, position);
        } catch (BadOption bad) {
            return new Setup.Rejected(bad.getMessage());
        }
    }

    @Override
    public boolean hasChance() {
        return true;
    }

    @Override
    public List<RecordFormat> formats() {
        return List.of(new BackgammonSgf(this), new MatFile(this));
    }

    private static Setup.Ready ready(Map<String, String> chosen, Optional<String> position) {
        Optional<StartPosition> start = position.map(StartPosition::parse);
        Map<String, String> options = new TreeMap<>();
        int length = length(chosen.getOrDefault(
                "length",
                start.map(given -> String.valueOf(given.id().length())).orElse("1")));
        options.put("length", String.valueOf(length));
        boolean cube = length != 1 && choose(options, chosen, "cube", ON);
        boolean crawford = cube && length > 1 && choose(options, chosen, "crawford", ON);
        boolean noJacoby = start.map(given -> given.id().noJacoby()).orElse(false);
        boolean jacoby = cube && length == 0 && choose(options, chosen, "jacoby", noJacoby ? OFF : ON);
        boolean beavers = cube && length == 0 && choose(options, chosen, "beavers", OFF);
        checkKnown(options, chosen.keySet());
        Rules rules = new Rules(length, cube, crawford, jacoby, beavers);
        BackgammonPosition first = start.map(given -> given.in(rules))
                .orElseGet(() -> new BackgammonPosition(MatchState.opening(Match.start(rules)), new Opening()));
        return new Setup.Ready(options, first);
    }

    private static int length(String text) {
        if (!text.matches("0|[1-9][0-9]?") || Integer.parseInt(text) > Rules.LONGEST) {
            throw new BadOption("length, chosen or of the position, must be a number of points from 1 to "
                    + Rules.LONGEST + ", or 0 for one game for money");
        }
        return Integer.parseInt(text);
    }

    private static boolean choose(Map<String, String> options, Map<String, String> chosen, String name, String usual) {
        String value = chosen.getOrDefault(name, usual);
        if (!List.of(ON, OFF).contains(value)) {
            throw new BadOption(name + " must be on or off");
        }
        options.put(name, value);
        return value.equals(ON);
    }

    private static void checkKnown(Map<String, String> options, Set<String> chosen) {
        Set<String> unknown = new TreeSet<>(chosen);
        unknown.removeAll(options.keySet());
        if (!unknown.isEmpty()) {
            throw new BadOption(String.join(", ", unknown) + ": no option of backgammon with length "
                    + options.get("length") + (OFF.equals(options.get("cube")) ? " and without a cube" : "")
                    + ", which takes " + String.join(", ", options.keySet()));
        }
    }
}
