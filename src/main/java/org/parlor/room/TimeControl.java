package org.parlor.room;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How much time the players have, in the words of the option {@code clock}. A turn is the time in which a seat is due without a
 * break, whatever it decides meanwhile: rolling and playing are one turn.
 */
public sealed interface TimeControl {

    /** Nobody's time is counted. */
    static TimeControl none() {
        return new None();
    }

    /** The words of the option: {@code 300+5}. */
    String label();

    /** What a seat has when a game begins. */
    Remaining start();

    /** How long a turn may last that begins with this, in milliseconds. */
    long available(Remaining remaining);

    /** What is left after a turn that lasted so many milliseconds, at most as long as was available. */
    Remaining after(Remaining remaining, long turn);

    /** What a clock shows so many milliseconds into a turn, in milliseconds. */
    default long shown(Remaining remaining, long turn) {
        return Math.max(0, available(remaining) - turn);
    }

    /** Whether time is counted at all. */
    default boolean isOn() {
        return true;
    }

    /**
     * What a seat has left.
     *
     * @param millis of its own time
     * @param periods of byo-yomi, else 0
     */
    record Remaining(long millis, int periods) {}

    /** No clock. */
    record None() implements TimeControl {

        @Override
        public String label() {
            return "none";
        }

        @Override
        public Remaining start() {
            return new Remaining(0, 0);
        }

        @Override
        public long available(Remaining remaining) {
            return Long.MAX_VALUE;
        }

        @Override
        public Remaining after(Remaining remaining, long turn) {
            return remaining;
        }

        @Override
        public boolean isOn() {
            return false;
        }
    }

    /** Time for the whole game, and some more for each turn (Fischer): {@code 300+5}, {@code 300+0} without. */
    record Increment(int seconds, int increment) implements TimeControl {

        @Override
        public String label() {
            return seconds + "+" + increment;
        }

        @Override
        public Remaining start() {
            return new Remaining(Duration.ofSeconds(seconds).toMillis(), 0);
        }

        @Override
        public long available(Remaining remaining) {
            return remaining.millis();
        }

        @Override
        public Remaining after(Remaining remaining, long turn) {
            return new Remaining(
                    remaining.millis() - turn + Duration.ofSeconds(increment).toMillis(), 0);
        }
    }

    /** Time for the whole game that begins to run some seconds into each turn (simple delay, as in backgammon): {@code 120d12}. */
    record Delay(int seconds, int delay) implements TimeControl {

        @Override
        public String label() {
            return seconds + "d" + delay;
        }

        @Override
        public Remaining start() {
            return new Remaining(Duration.ofSeconds(seconds).toMillis(), 0);
        }

        private long delayMillis() {
            return Duration.ofSeconds(delay).toMillis();
        }

        @Override
        public long available(Remaining remaining) {
            return remaining.millis() + delayMillis();
        }

        @Override
        public Remaining after(Remaining remaining, long turn) {
            return new Remaining(shown(remaining, turn), 0);
        }

        @Override
        public long shown(Remaining remaining, long turn) {
            return Math.max(0, remaining.millis() - Math.max(0, turn - delayMillis()));
        }
    }

    /** Time for the whole game, then periods of which one is used up by a turn that lasts longer (byo-yomi): {@code 600/5x30}. */
    record ByoYomi(int seconds, int periods, int period) implements TimeControl {

        @Override
        public String label() {
            return seconds + "/" + periods + "x" + period;
        }

        @Override
        public Remaining start() {
            return new Remaining(Duration.ofSeconds(seconds).toMillis(), periods);
        }

        private long periodMillis() {
            return Duration.ofSeconds(period).toMillis();
        }

        @Override
        public long available(Remaining remaining) {
            return remaining.millis() + remaining.periods() * periodMillis();
        }

        @Override
        public Remaining after(Remaining remaining, long turn) {
            long over = turn - remaining.millis();
            return over <= 0
                    ? new Remaining(-over, remaining.periods())
                    : new Remaining(0, remaining.periods() - (int) (over / periodMillis()));
        }

        @Override
        public long shown(Remaining remaining, long turn) {
            long left = remaining.millis() - turn;
            return left > 0 || available(remaining) <= turn
                    ? Math.max(0, left)
                    : periodMillis() - -left % periodMillis();
        }
    }

    /** So many seconds for each turn: {@code 30/move}. */
    record PerMove(int seconds) implements TimeControl {

        @Override
        public String label() {
            return seconds + "/move";
        }

        @Override
        public Remaining start() {
            return new Remaining(Duration.ofSeconds(seconds).toMillis(), 0);
        }

        @Override
        public long available(Remaining remaining) {
            return remaining.millis();
        }

        @Override
        public Remaining after(Remaining remaining, long turn) {
            return start();
        }
    }

    /** So many days for each turn, also while nobody is connected: {@code 3days}. */
    record Days(int days) implements TimeControl {

        @Override
        public String label() {
            return days + "days";
        }

        @Override
        public Remaining start() {
            return new Remaining(Duration.ofDays(days).toMillis(), 0);
        }

        @Override
        public long available(Remaining remaining) {
            return remaining.millis();
        }

        @Override
        public Remaining after(Remaining remaining, long turn) {
            return start();
        }
    }

    /** What the option may be, for whoever got it wrong. */
    String SYNTAX = "none, 300+5 (seconds and increment), 120d12 (delay), 600/5x30 (byo-yomi), 30/move or 3days";

    /** Reads the option {@code clock}; empty if it is none of {@link #SYNTAX}, or beyond a day, 100 periods or 30 days. */
    static Optional<TimeControl> of(String text) {
        if (text.equals(none().label())) {
            return Optional.of(none());
        }
        Matcher words = Words.PATTERN.matcher(text);
        return words.matches() ? Words.read(words) : Optional.empty();
    }

    /** The numbers in the words of a time control. */
    final class Words {

        private static final Pattern PATTERN = Pattern.compile(
                "(\\d{1,5})"
                        + "(?:(?<plus>\\+)(\\d{1,5})|(?<delay>d)(\\d{1,5})|(?<periods>/)(\\d{1,3})x(\\d{1,5})|(?<move>/move)|(?<days>days))");
        private static final int MOST_SECONDS = 86_400;
        private static final int MOST_PERIODS = 100;
        private static final int MOST_DAYS = 30;

        private Words() {}

        private static Optional<TimeControl> read(Matcher words) {
            int first = Integer.parseInt(words.group(1));
            if (words.group("days") != null) {
                return Optional.<TimeControl>of(new Days(first)).filter(it -> first >= 1 && first <= MOST_DAYS);
            }
            if (words.group("move") != null) {
                return Optional.<TimeControl>of(new PerMove(first)).filter(it -> first >= 1 && first <= MOST_SECONDS);
            }
            return ofGame(first, words).filter(it -> first <= MOST_SECONDS);
        }

        private static Optional<TimeControl> ofGame(int first, Matcher words) {
            if (words.group("plus") != null) {
                int increment = Integer.parseInt(words.group(3));
                return Optional.<TimeControl>of(new Increment(first, increment))
                        .filter(it -> increment <= MOST_SECONDS && first > 0);
            }
            if (words.group("delay") != null) {
                int delay = Integer.parseInt(words.group(5));
                return Optional.<TimeControl>of(new Delay(first, delay))
                        .filter(it -> delay <= MOST_SECONDS && first + delay > 0);
            }
            int periods = Integer.parseInt(words.group(7));
            int period = Integer.parseInt(words.group(8));
            return Optional.<TimeControl>of(new ByoYomi(first, periods, period))
                    .filter(it -> periods >= 1 && periods <= MOST_PERIODS && period >= 1 && period <= MOST_SECONDS);
        }
    }
}
