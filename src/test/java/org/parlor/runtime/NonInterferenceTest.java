package org.parlor.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.parlor.example.HighCard;
import org.parlor.fairness.Seed;
import org.parlor.game.Seat;
import org.parlor.game.Viewer;
import org.parlor.room.Command;
import org.parlor.room.Offer;
import org.parlor.room.OfferCommand;
import org.parlor.room.PlayCommand;
import org.parlor.room.Room;
import org.parlor.room.SeatCommand;
import org.parlor.room.Status;

/**
 * Two rooms that differ only in what somebody may not see give that one the same frames: in number, order, content and length. That a
 * seat has acted is everybody's to know, what it did is not. Tokens and commitments are random in any case.
 */
class NonInterferenceTest {

    private static final List<String> NAMES = List.of("left", "middle", "right");
    private static final int DEALS = 800;

    /** What each seat is dealt in the room with this secret. */
    private static final List<List<String>> CARDS =
            IntStream.range(0, DEALS).mapToObj(NonInterferenceTest::cards).toList();

    /** What happens in both rooms. */
    private record Act(String who, Deed deed, int choice) {}

    private enum Deed {
        DECIDE,
        BLUNDER,
        LEGAL,
        SAY,
        OFFER,
        ACCEPT,
        DECLINE,
        COME_BACK,
        CATCH_UP,
        LOSE,
        CLAIM,
        RESIGN,
        WATCH
    }

    /**
     * Two rooms as one viewer sees them.
     *
     * @param viewer whose frames must be the same
     * @param acts what happens in both
     * @param hidden what the others decide in each: raise or fold
     */
    private record Story(String viewer, int first, int second, List<Act> acts, List<List<Boolean>> hidden) {}

    @Provide
    Arbitrary<Story> stories() {
        Arbitrary<Act> acts = Combinators.combine(
                        Arbitraries.of("left", "middle", "right", "eve"),
                        Arbitraries.of(Deed.class),
                        Arbitraries.integers().between(0, 99))
                .as(Act::new);
        Arbitrary<List<List<Boolean>>> hidden =
                Arbitraries.of(true, false).list().ofSize(40).list().ofSize(2);
        return Arbitraries.of("left", "middle", "right", "eve").flatMap(viewer -> Combinators.combine(
                        deals(viewer), acts.list().ofMinSize(5).ofMaxSize(40), hidden)
                .as((deals, list, choices) -> new Story(viewer, deals.get(0), deals.get(1), list, choices)));
    }

    /** Two secrets with which this seat is dealt the same card, and others are not. */
    private static Arbitrary<List<Integer>> deals(String viewer) {
        int seat = NAMES.indexOf(viewer);
        List<List<Integer>> pairs = new ArrayList<>();
        for (int one = 0; one < DEALS; one++) {
            for (int other = one + 1; other < Math.min(DEALS, one + 60); other++) {
                boolean same = seat < 0
                        || CARDS.get(one).get(seat).equals(CARDS.get(other).get(seat));
                if (same && !CARDS.get(one).equals(CARDS.get(other))) {
                    pairs.add(List.of(one, other));
                }
            }
        }
        return Arbitraries.of(pairs);
    }

    private static List<String> cards(int secret) {
        Table table = new Table("eve", secret, List.of());
        Room room = table.house.stored();
        return NAMES.stream()
                .map(name -> room.position().view(Viewer.at(new Seat(name))).notation())
                .toList();
    }

    /** A room, and the people in it. */
    private static final class Table {

        private final House house;
        private final Map<String, Recorder> people = new HashMap<>();
        private final List<Recorder> watching = new ArrayList<>();
        private final Map<String, List<String>> heard = new HashMap<>();
        private final String viewer;
        private final List<Boolean> hidden;
        private int asked;
        private int decided;

        Table(String viewer, int secret, List<Boolean> hidden) {
            this.viewer = viewer;
            this.hidden = hidden;
            house = new House(new HighCard(), Map.of(), Optional.of(new Seed("%064x".formatted(secret))));
            people.put("eve", entering());
            for (String name : NAMES) {
                people.put(name, entering());
                asks(name, new SeatCommand.Sit(Optional.of(new Seat(name)), name));
            }
        }

        private Recorder entering() {
            Recorder recorder = new Recorder();
            house.enters(recorder);
            return recorder;
        }

        private void asks(String who, Command command) {
            house.asks(people.get(who), who + asked++, command);
        }

        void does(Act act) {
            String who = act.who();
            switch (act.deed()) {
                case DECIDE -> asks(who, new PlayCommand.Move(raises(act) ? "raise" : "fold"));
                case BLUNDER -> asks(who, new PlayCommand.Move("show"));
                case LEGAL -> asks(who, new Command.Legal());
                case SAY -> asks(who, new Command.Say("hello"));
                case OFFER -> asks(who, new OfferCommand.Propose(kind(act), false));
                case ACCEPT -> asks(who, new OfferCommand.Accept(new OfferCommand.Which.OfKind(kind(act))));
                case DECLINE -> asks(who, new OfferCommand.Decline(new OfferCommand.Which.OfKind(kind(act))));
                case COME_BACK -> comesBack(who, act.choice());
                case CATCH_UP -> asks(who, new SeatCommand.Resume(Optional.empty(), 0));
                case LOSE -> house.leaves(people.get(who));
                case CLAIM -> {
                    house.clock.passMillis(act.choice() * 1_000L);
                    asks(who, new PlayCommand.Claim());
                }
                case RESIGN -> asks(who, new PlayCommand.Resign());
                case WATCH -> watching.add(entering());
            }
        }

        private boolean raises(Act act) {
            boolean open = act.who().equals(viewer);
            decided++;
            return open ? act.choice() % 2 == 0 : hidden.get(decided % hidden.size());
        }

        private static Offer.Kind kind(Act act) {
            return act.choice() % 2 == 0 ? Offer.Kind.DRAW : Offer.Kind.TAKEBACK;
        }

        private void comesBack(String who, int choice) {
            Recorder again = entering();
            Recorder before = people.put(who, again);
            heard.computeIfAbsent(who, name -> new ArrayList<>()).addAll(before.texts());
            long since = choice % 2 == 0 ? 0 : Math.min(choice, house.stored().seq());
            asks(
                    who,
                    who.equals("eve")
                            ? new SeatCommand.Resume(Optional.empty(), since)
                            : new SeatCommand.Resume(Optional.of(before.token()), since));
        }

        /** Everything that the viewer was told so far, and what those who watch were. */
        List<String> told() {
            List<String> told = new ArrayList<>(heard.getOrDefault(viewer, List.of()));
            told.addAll(people.get(viewer).texts());
            watching.forEach(each -> told.addAll(each.texts()));
            return told.stream().map(Table::blinded).toList();
        }

        private static String blinded(String frame) {
            return frame.replaceAll("\"token\":\"[^\"]{32}\"", "\"token\":\"a token\"")
                    .replaceAll("\"commitment\":\"[0-9a-f]{64}\"", "\"commitment\":\"a commitment\"");
        }

        boolean isOpen() {
            return house.stored().status() == Status.OVER;
        }
    }

    /** What is logged meanwhile, in every detail. */
    private static final class Log extends Handler implements AutoCloseable {

        private final Logger logger = Logger.getLogger("org.parlor");
        private final Level level = logger.getLevel();
        private final List<String> lines = new ArrayList<>();

        Log() {
            logger.setLevel(Level.ALL);
            logger.addHandler(this);
        }

        @Override
        public void publish(LogRecord entry) {
            lines.add(new SimpleFormatter().formatMessage(entry));
        }

        @Override
        public void flush() {
            // Nothing is kept back.
        }

        @Override
        public void close() {
            logger.setLevel(level);
            logger.removeHandler(this);
        }

        List<String> lines() {
            List<String> all = List.copyOf(lines);
            lines.clear();
            return all;
        }
    }

    @Property(tries = 400)
    void whatSomebodyMayNotSeeChangesNothingThatTheyAreTold(@ForAll("stories") Story story) {
        Table one = new Table(story.viewer(), story.first(), story.hidden().get(0));
        Table other = new Table(story.viewer(), story.second(), story.hidden().get(1));
        try (Log log = new Log()) {
            for (Act act : story.acts()) {
                one.does(act);
                List<String> logged = log.lines();
                other.does(act);
                assertThat(log.lines()).isEqualTo(logged);
                assertThat(one.isOpen()).isEqualTo(other.isOpen());
                if (one.isOpen()) {
                    return;
                }
                assertThat(other.told()).isEqualTo(one.told());
                assertThat(other.house.metrics.counted).isEqualTo(one.house.metrics.counted);
            }
        }
    }
}
