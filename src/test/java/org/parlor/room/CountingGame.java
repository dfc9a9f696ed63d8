package org.parlor.room;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.parlor.game.Game;
import org.parlor.game.Option;
import org.parlor.game.Outcome;
import org.parlor.game.Position;
import org.parlor.game.Ruling;
import org.parlor.game.Seat;
import org.parlor.game.Seats;
import org.parlor.game.Setup;

/**
 * Two or three players who agree to begin say the next number in turn, without end. Whoever gives up is passed over from then on, and who
 * is left alone has won. With a limit, whoever is slower than so many seconds loses the turn, once the first number has been said.
 */
public final class CountingGame implements Game {

    public static final Seat FIRST = new Seat("first");
    public static final Seat SECOND = new Seat("second");
    public static final Seat THIRD = new Seat("third");
    private static final Seats SEATS = Seats.byAgreement(2, FIRST, SECOND, THIRD);
    private static final Option LIMIT = Option.choice("limit", "none", "300");

    private final Tally judged = new Tally();

    /** How often the rules were asked about a move. */
    public int judged() {
        return judged.count.get();
    }

    @Override
    public String name() {
        return "counting";
    }

    @Override
    public List<Option> options() {
        return List.of(LIMIT);
    }

    @Override
    public Setup setUp(Map<String, String> options, Optional<String> position) {
        String limit = options.getOrDefault(LIMIT.name(), LIMIT.usual());
        Optional<Duration> time = Optional.of(limit)
                .filter(it -> !it.equals(LIMIT.usual()))
                .map(it -> Duration.ofSeconds(Long.parseLong(it)));
        return new Setup.Ready(
                Map.of(LIMIT.name(), limit), new Count(judged, time, SEATS.all(), SEATS.all(), 0), SEATS);
    }

    /** Makes no difference between positions. */
    private static final class Tally {

        private final AtomicInteger count = new AtomicInteger();

        @Override
        public boolean equals(Object other) {
            return other instanceof Tally;
        }

        @Override
        public int hashCode() {
            return 0;
        }
    }

    /** Who says the next number comes first among those who are left. */
    private record Count(Tally judged, Optional<Duration> limit, List<Seat> players, List<Seat> left, int said)
            implements Position {

        @Override
        public List<Seat> due() {
            return left.size() > 1 ? left.subList(0, 1) : List.of();
        }

        @Override
        public String notation() {
            return said + " " + left.get(0).label();
        }

        @Override
        public Ruling play(Seat seat, String move) {
            judged.count.incrementAndGet();
            return move.equals(next()) ? legal().get(0) : new Ruling.Illegal(Ruling.Reason.BAD_MOVE, "say " + next());
        }

        private String next() {
            return String.valueOf(said + 1);
        }

        private Count turned(int number) {
            List<Seat> others =
                    Stream.concat(left.stream().skip(1), left.stream().limit(1)).toList();
            return new Count(judged, limit, players, others, number);
        }

        @Override
        public List<Ruling.Legal> legal(Seat seat) {
            return due().contains(seat) ? List.of(new Ruling.Legal(next(), turned(said + 1))) : List.of();
        }

        @Override
        public Optional<Outcome> outcome() {
            if (left.size() > 1) {
                return Optional.empty();
            }
            Map<Seat, Integer> places = new HashMap<>();
            players.forEach(seat -> places.put(seat, left.contains(seat) ? 1 : 2));
            return Optional.of(new Outcome(places, Map.of(left.get(0), 1), "last", List.of()));
        }

        @Override
        public Position begin(List<Seat> sitting) {
            return new Count(judged, limit, sitting, sitting, 0);
        }

        @Override
        public Optional<Position> without(Seat seat) {
            List<Seat> others = left.stream().filter(each -> !each.equals(seat)).toList();
            return Optional.of(new Count(judged, limit, players, others, said));
        }

        @Override
        public Optional<Duration> timeLimit() {
            return limit.filter(it -> said > 0 && left.size() > 1);
        }

        @Override
        public Position timeUp() {
            return turned(said);
        }
    }
}
