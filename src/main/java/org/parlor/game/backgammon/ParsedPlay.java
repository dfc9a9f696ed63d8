package org.parlor.game.backgammon;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parlor.game.Seat;

/**
 * A play as somebody spelled it: {@code 8/5 6/5}, {@code 6/5 8/5}, {@code 24/18*}{@code /16}, {@code 24/16},
 * {@code 25/22}, {@code 6/0(2)}. Stars are read, but nobody has to set them.
 *
 * @param legs from where to where a checker goes, in the order of the text; a leg may take more than one die
 * @param starred the points marked as hit
 */
record ParsedPlay(List<CheckerMove> legs, Set<Integer> starred) {

    private static final String PLACE = "(?:bar|off|[0-9]{1,9})";
    private static final int MOST = 4;
    private static final Pattern CHECKER =
            Pattern.compile("(" + PLACE + "(?:/" + PLACE + "\\*?){1," + MOST + "})(?:\\(([1-9])\\))?");
    private static final Pattern GAP = Pattern.compile("[\\s,]+");

    ParsedPlay {
        legs = List.copyOf(legs);
        starred = Set.copyOf(starred);
    }

    /** Understands the text; empty if it is not spelled like a play. Places are not checked to be on the board. */
    static Optional<ParsedPlay> parse(String text) {
        List<CheckerMove> legs = new ArrayList<>();
        Set<Integer> starred = new HashSet<>();
        for (String word : GAP.split(text.strip().toLowerCase(Locale.ROOT), -1)) {
            Matcher checker = CHECKER.matcher(word);
            if (!checker.matches()) {
                return Optional.empty();
            }
            int times = checker.group(2) == null ? 1 : Integer.parseInt(checker.group(2));
            for (int i = 0; i < times; i++) {
                read(checker.group(1).split("/", -1), legs, starred);
            }
            if (legs.size() > MOST) {
                return Optional.empty();
            }
        }
        return Optional.of(new ParsedPlay(legs, starred));
    }

    private static void read(String[] places, List<CheckerMove> legs, Set<Integer> starred) {
        int from = place(places[0]);
        for (int i = 1; i < places.length; i++) {
            boolean hit = places[i].endsWith("*");
            int to = place(hit ? places[i].substring(0, places[i].length() - 1) : places[i]);
            legs.add(new CheckerMove(from, to));
            if (hit) {
                starred.add(to);
            }
            from = to;
        }
    }

    private static int place(String text) {
        return switch (text) {
            case "bar" -> Board.BAR;
            case "off" -> Board.OFF;
            default -> Integer.parseInt(text);
        };
    }

    /**
     * Those of the plays that the text can mean. Where several plays differ only in what is hit, the stars decide, and
     * without stars the play that hits nothing.
     */
    List<Play> among(Iterable<Play> plays, Board board, Seat seat, Dice dice) {
        Set<Board> reached = reached(board, seat, dice);
        List<Play> meant = new ArrayList<>();
        for (Play play : plays) {
            if (reached.contains(play.after())) {
                meant.add(play);
            }
        }
        Optional<Play> exact =
                meant.stream().filter(play -> play.hits().equals(starred)).findFirst();
        return exact.map(List::of).orElse(meant);
    }

    /** Every board that the legs lead to, each die used once at most, whether or not more dice could be used. */
    Set<Board> reached(Board board, Seat seat, Dice dice) {
        Set<Board> reached = new HashSet<>();
        follow(board, seat, dice.numbers(), legs, reached);
        return reached;
    }

    private static void follow(
            Board board, Seat seat, List<Integer> numbers, List<CheckerMove> legs, Set<Board> reached) {
        if (legs.isEmpty()) {
            reached.add(board);
        }
        for (CheckerMove leg : legs) {
            for (int number : new HashSet<>(numbers)) {
                OptionalInt to = MoveGenerator.target(board, seat, leg.from(), number);
                if (to.isPresent() && to.getAsInt() >= leg.to()) {
                    List<CheckerMove> rest = new ArrayList<>(legs);
                    rest.remove(leg);
                    if (to.getAsInt() > leg.to()) {
                        rest.add(new CheckerMove(to.getAsInt(), leg.to()));
                    }
                    Board after = board.after(seat, new CheckerMove(leg.from(), to.getAsInt()));
                    follow(after, seat, without(numbers, number), rest, reached);
                }
            }
        }
    }

    private static List<Integer> without(List<Integer> numbers, int number) {
        List<Integer> rest = new ArrayList<>(numbers);
        rest.remove((Integer) number);
        return rest;
    }
}
