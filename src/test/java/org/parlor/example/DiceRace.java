package org.parlor.example;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.parlor.game.Chance;
import org.parlor.game.Game;
import org.parlor.game.Outcome;
import org.parlor.game.Position;
import org.parlor.game.Roll;
import org.parlor.game.Ruling;
import org.parlor.game.Seat;
import org.parlor.game.Setup;

/**
 * A race to ten with a die. Each throws one to begin, never the same, and the higher goes first with what it threw. At a turn a
 * player runs ahead as far as the die says or pushes the other back as far; who stands at the start can't be pushed, so that
 * running is forced. A position is both runners, the seat to move and its die: {@code 3-5 b 4}, with a dash for a die that has yet
 * to fall, and {@code 0-0 - -} at the start.
 */
public final class DiceRace implements Game {

    private static final int GOAL = 10;
    private static final int SIDES = 6;
    private static final Pattern NOTATION = Pattern.compile("([0-9])-([0-9]) ([bw]) ([1-6]|-)");

    @Override
    public String name() {
        return "dice-race";
    }

    @Override
    public Setup setUp(Map<String, String> options, Optional<String> position) {
        Matcher track = NOTATION.matcher(position.orElse("0-0 b -"));
        if (!options.isEmpty() || !track.matches()) {
            return new Setup.Rejected("a dice race has no options; a position is such as 3-5 b 4");
        }
        Optional<Seat> seat = position.map(it -> track.group(3).equals("b") ? Seat.BLACK : Seat.WHITE);
        int die = track.group(4).equals("-") ? 0 : Integer.parseInt(track.group(4));
        return new Setup.Ready(
                options, new Track(Integer.parseInt(track.group(1)), Integer.parseInt(track.group(2)), seat, die));
    }

    /** {@code turn} is empty before the opening throw, {@code die} is 0 before the die has fallen. */
    private record Track(int black, int white, Optional<Seat> turn, int die) implements Position {

        @Override
        public List<Seat> due() {
            return outcome().isPresent() ? List.of() : List.of(turn.orElse(Seat.BLACK));
        }

        @Override
        public String notation() {
            return black + "-" + white + " "
                    + turn.map(it -> it.label().substring(0, 1)).orElse("-") + " " + (die == 0 ? "-" : die);
        }

        @Override
        public Ruling play(Seat seat, String move) {
            if (die == 0 || !(move.equals("run") || move.equals("push"))) {
                return new Ruling.Illegal(Ruling.Reason.BAD_MOVE, "run or push, once the die has fallen");
            }
            if (move.equals("push") && at(seat.other()) == 0) {
                return new Ruling.Illegal(Ruling.Reason.FORBIDDEN, "who stands at the start can't be pushed");
            }
            return new Ruling.Legal(
                    move,
                    move.equals("run")
                            ? moved(seat, Math.min(GOAL, at(seat) + die), seat.other(), 0)
                            : moved(seat.other(), Math.max(0, at(seat.other()) - die), seat.other(), 0));
        }

        @Override
        public List<Ruling.Legal> legal(Seat seat) {
            return due().contains(seat)
                    ? Stream.of("run", "push")
                            .map(move -> play(seat, move))
                            .filter(Ruling.Legal.class::isInstance)
                            .map(Ruling.Legal.class::cast)
                            .toList()
                    : List.of();
        }

        @Override
        public Optional<Roll> roll() {
            return die == 0 && outcome().isEmpty() ? Optional.of(new Die(this)) : Optional.empty();
        }

        @Override
        public Optional<String> forced() {
            return legal().size() == 1 ? Optional.of("run") : Optional.empty();
        }

        @Override
        public Optional<Outcome> outcome() {
            return black == GOAL || white == GOAL
                    ? Optional.of(Outcome.win(black == GOAL ? Seat.BLACK : Seat.WHITE, "home", List.of()))
                    : Optional.empty();
        }

        private int at(Seat seat) {
            return seat.equals(Seat.BLACK) ? black : white;
        }

        private Track moved(Seat runner, int to, Seat next, int fallen) {
            return new Track(
                    runner.equals(Seat.BLACK) ? to : black,
                    runner.equals(Seat.WHITE) ? to : white,
                    Optional.of(next),
                    fallen);
        }
    }

    private record Die(Track before) implements Roll {

        @Override
        public List<Integer> dice(Chance chance) {
            if (before.turn().isPresent()) {
                return List.of(chance.roll(SIDES));
            }
            int black = chance.roll(SIDES);
            int white = chance.roll(SIDES);
            return black == white ? dice(chance) : List.of(black, white);
        }

        @Override
        public Position after(List<Integer> dice) {
            Seat seat = before.turn().orElseGet(() -> dice.get(0) > dice.get(1) ? Seat.BLACK : Seat.WHITE);
            int die = dice.stream().mapToInt(Integer::intValue).max().orElseThrow();
            return before.moved(seat, before.at(seat), seat, die);
        }
    }
}
