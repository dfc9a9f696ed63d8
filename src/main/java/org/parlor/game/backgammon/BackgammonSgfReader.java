package org.parlor.game.backgammon;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.parlor.game.BadRecord;
import org.parlor.game.Game;
import org.parlor.game.GameRecord;
import org.parlor.game.RecordFormat.Reading;
import org.parlor.game.Seat;
import org.parlor.game.sgf.GameInfo;
import org.parlor.game.sgf.SgfNode;
import org.parlor.game.sgf.SgfNode.Property;
import org.parlor.game.sgf.SgfReader;

/** Reads what {@link BackgammonSgf} and GNU Backgammon write; properties that a match does not need are passed over. */
final class BackgammonSgfReader {

    private static final Pattern PLAY = Pattern.compile("([1-6])([1-6])((?:[a-z]{2}){0,4})");
    private static final Pattern RESULT = Pattern.compile("([BW])\\+([0-9]{1,6})R(?:esign)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern RESIGN = Pattern.compile("([BW]):([a-z]+)");

    private final Game game;
    private final List<List<SgfNode>> trees;
    private final SgfNode root;

    private BackgammonSgfReader(Game game, List<List<SgfNode>> trees) {
        this.game = game;
        this.trees = trees;
        this.root = trees.get(0).get(0);
    }

    static Reading read(Game game, String text) {
        if (!SgfReader.recognizes(text)) {
            return new Reading.Foreign("there is no \"(;\" in the file, with which a game begins in this format");
        }
        try {
            BackgammonSgfReader reader = new BackgammonSgfReader(game, SgfReader.mainLines(text));
            String kind = reader.root.find("GM").flatMap(Property::simpleText).orElse("");
            return kind.equals("6")
                    ? new Reading.Understood(reader.read())
                    : new Reading.Foreign("GM[" + kind + "] is another game; backgammon is GM[6]");
        } catch (BadRecord bad) {
            return new Reading.Broken(bad.line(), bad.getMessage());
        }
    }

    private GameRecord read() {
        Map<String, String> options = options();
        RecordReplayer match = new RecordReplayer(game, options, start(options), root.line());
        for (List<SgfNode> tree : trees) {
            begin(match, tree.get(0));
            tree.forEach(node -> new Node(match, node).run());
            end(match, tree.get(0));
        }
        GameInfo info = new GameInfo(root);
        return match.record(
                info.names(),
                info.startedAt("XS"),
                root.find("XE").flatMap(Property::simpleText).flatMap(ToldResult::read));
    }

    private Map<String, String> options() {
        Optional<Property> told = root.find("XO");
        if (told.isPresent()) {
            return told.get().options();
        }
        Map<String, String> options = new HashMap<>();
        int length = info(root, "length");
        List<String> rules = rules();
        options.put("length", String.valueOf(length));
        boolean cube = !rules.contains("NoCube");
        if (length != 1) {
            options.put("cube", cube ? "on" : "off");
        }
        if (cube && length > 1) {
            options.put("crawford", rules.contains("Crawford") ? "on" : "off");
        }
        if (cube && length == 0) {
            options.put("jacoby", rules.contains("Jacoby") ? "on" : "off");
            options.put("beavers", "on");
        }
        return options;
    }

    private List<String> rules() {
        return List.of(root.find("RU").flatMap(Property::simpleText).orElse("").split(":", -1));
    }

    /** A number of the match, such as its length or a score; 0 if it is not told. */
    private static int info(SgfNode node, String name) {
        Optional<Property> info = node.find("MI");
        String start = name + ":";
        String value = info.stream()
                .flatMap(property -> property.values().stream())
                .filter(text -> text.startsWith(start))
                .map(text -> text.substring(start.length()).strip())
                .findFirst()
                .orElse("0");
        if (!value.matches("[0-9]{1,4}")) {
            throw new BadRecord(info.map(Property::line).orElse(node.line()), "MI has no number for " + name);
        }
        return Integer.parseInt(value);
    }

    private Optional<String> start(Map<String, String> options) {
        Optional<Property> position = root.find("XP");
        if (position.isPresent()) {
            return position.get().simpleText();
        }
        BackgammonPosition fresh = new RecordReplayer(game, options, Optional.empty(), root.line()).position();
        Match match = new Match(
                fresh.state().match().rules(), info(root, "bs"), info(root, "ws"), rules().contains("CrawfordGame"));
        BackgammonPosition opening = new BackgammonPosition(MatchState.opening(match), new Opening());
        Optional<BackgammonPosition> setUp = SgfSetUp.read(trees.get(0), opening.state());
        return setUp.or(() -> Optional.of(opening).filter(it -> !it.equals(fresh)))
                .map(BackgammonPosition::notation);
    }

    private static void begin(RecordReplayer match, SgfNode first) {
        BackgammonPosition position = match.position();
        Match standing = position.state().match();
        if (!match.isFresh()
                && !(position.phase() instanceof Opening)
                && position.outcome().isEmpty()) {
            throw new BadRecord(first.line(), "a game begins, but the one before has no end");
        }
        if (first.find("MI").isPresent()
                && (info(first, "ws") != standing.white() || info(first, "bs") != standing.black())) {
            throw new BadRecord(
                    first.line(),
                    "MI has other points than the games before it: they make " + standing.white() + " for white and "
                            + standing.black() + " for black");
        }
    }

    /** A resignation that is told of in the result alone. */
    private static void end(RecordReplayer match, SgfNode first) {
        Phase phase = match.position().phase();
        Optional<Property> told = first.find("RE");
        Matcher result = RESULT.matcher(told.flatMap(Property::simpleText).orElse(""));
        if (result.matches() && !(phase instanceof Opening) && !(phase instanceof Over)) {
            Seat winner = seat(result.group(1));
            match.resign(
                    winner.other(),
                    Integer.parseInt(result.group(2)),
                    told.orElseThrow().line());
        }
    }

    private static Seat seat(String letter) {
        return letter.equalsIgnoreCase("B") ? Seat.BLACK : Seat.WHITE;
    }

    /** A node that is played. */
    private record Node(RecordReplayer match, SgfNode node) {

        void run() {
            List<Long> spent = node.find("XT").map(Property::millis).orElse(List.of());
            spent.stream().limit(1).forEach(match::pass);
            node.find("DI").ifPresent(this::roll);
            for (String letter : List.of("B", "W")) {
                node.find(letter).ifPresent(move -> move(seat(letter), move, spent));
            }
            node.find("XR").ifPresent(this::resign);
        }

        private void roll(Property dice) {
            Matcher numbers = PLAY.matcher(dice.value().strip());
            if (!numbers.matches()) {
                throw new BadRecord(dice.line(), "DI must be two numbers from 1 to 6");
            }
            Seat seat = node.find("PL")
                    .flatMap(Property::simpleText)
                    .map(BackgammonSgfReader::seat)
                    .orElse(match.position().state().onRoll());
            roll(seat, numbers, dice.line());
        }

        /** Throws the dice, unless they lie there already. */
        private void roll(Seat seat, Matcher numbers, int line) {
            int first = Integer.parseInt(numbers.group(1));
            int second = Integer.parseInt(numbers.group(2));
            if (!match.position().phase().dice().equals(Optional.of(Dice.of(first, second)))) {
                match.roll(seat, first, second, line);
            }
        }

        private void move(Seat seat, Property property, List<Long> spent) {
            String text = property.value().strip();
            Matcher play = PLAY.matcher(text);
            if (play.matches()) {
                roll(seat, play, property.line());
                spent.stream().skip(1).forEach(match::pass);
                match.move(seat, moves(seat, play.group(3), property.line()), property.line());
            } else if (List.of("double", "take", "drop").contains(text)) {
                boolean again = text.equals("double") && match.position().phase() instanceof Doubled;
                match.move(seat, again ? "beaver" : text, property.line());
            } else {
                throw new BadRecord(
                        property.line(),
                        property.name() + "[" + text
                                + "] is no move: two dice and the places from and to, such as 31hefe,"
                                + " or double, take or drop");
            }
        }

        private String moves(Seat seat, String places, int line) {
            if (places.isEmpty()) {
                return match.position().forced().orElse(Rolled.PASS);
            }
            return Arrays.stream(places.split("(?<=\\G..)", -1))
                    .filter(move -> !move.isEmpty())
                    .map(move -> place(seat, move.charAt(0), line) + "/" + place(seat, move.charAt(1), line))
                    .collect(Collectors.joining(" "));
        }

        private static String place(Seat seat, char letter, int line) {
            return Play.name(SgfSetUp.place(seat, letter)
                    .orElseThrow(() -> new BadRecord(line, "'" + letter + "' is no place: they are a to z")));
        }

        private void resign(Property property) {
            Matcher words = RESIGN.matcher(property.value().strip());
            if (!words.matches()) {
                throw new BadRecord(
                        property.line(), "XR must be a seat and what it says, such as B:gammon or W:accept");
            }
            String word = words.group(2);
            boolean answers = word.equals("accept") || word.equals("reject");
            match.move(seat(words.group(1)), answers ? word : "resign " + word, property.line());
        }
    }
}
