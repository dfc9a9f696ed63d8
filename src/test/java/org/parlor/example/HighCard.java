package org.parlor.example;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.parlor.game.Chance;
import org.parlor.game.Game;
import org.parlor.game.Outcome;
import org.parlor.game.Position;
import org.parlor.game.Roll;
import org.parlor.game.Ruling;
import org.parlor.game.Seat;
import org.parlor.game.Seats;
import org.parlor.game.Setup;
import org.parlor.game.Viewer;

/**
 * The smallest game with something to hide: three players are dealt a card each that only they see, of twelve. Then all decide at once
 * and unseen whether to raise or to fold. Of those who raise, the highest card wins. A position is a word for each seat, a card and what
 * was decided: {@code 5r 12f 7-}, with a question mark for what the viewer may not know.
 */
public final class HighCard implements Game {

    private static final Seats SEATS = Seats.whenFull(new Seat("left"), new Seat("middle"), new Seat("right"));
    private static final int CARDS = 12;
    private static final String RAISE = "raise";
    private static final String FOLD = "fold";
    private static final List<String> MOVES = List.of(RAISE, FOLD);
    private static final String HIDDEN = "?";
    private static final String USUAL = "-- -- --";

    @Override
    public String name() {
        return "high-card";
    }

    @Override
    public boolean hasSecrets() {
        return true;
    }

    @Override
    public Setup setUp(Map<String, String> options, Optional<String> position) {
        return options.isEmpty() && position.orElse(USUAL).equals(USUAL)
                ? new Setup.Ready(options, new Hands(Map.of(), Map.of()), SEATS)
                : new Setup.Rejected("high-card has no options and always starts with " + USUAL);
    }

    /** Cards and decisions of those who have them; 0 and a question mark stand for what the viewer may not know. */
    private record Hands(Map<Seat, Integer> cards, Map<Seat, String> decisions) implements Position {

        @Override
        public List<Seat> due() {
            return SEATS.all().stream()
                    .filter(seat -> !decisions.containsKey(seat))
                    .toList();
        }

        @Override
        public Ruling play(Seat seat, String move) {
            return MOVES.contains(move)
                    ? new Ruling.Legal(move, with(seat, move), Ruling.Legal.Kind.SECRET)
                    : new Ruling.Illegal(Ruling.Reason.BAD_MOVE, "raise or fold");
        }

        private Hands with(Seat seat, String decision) {
            Map<Seat, String> more = new HashMap<>(decisions);
            more.put(seat, decision);
            return new Hands(cards, more);
        }

        @Override
        public List<Ruling.Legal> legal(Seat seat) {
            return due().contains(seat)
                    ? MOVES.stream()
                            .map(move -> (Ruling.Legal) play(seat, move))
                            .toList()
                    : List.of();
        }

        @Override
        public Optional<Roll> roll() {
            return SEATS.all().stream()
                    .filter(seat -> !cards.containsKey(seat))
                    .findFirst()
                    .map(seat -> new Deal(this, seat));
        }

        private List<Integer> deck() {
            return IntStream.rangeClosed(1, CARDS)
                    .boxed()
                    .filter(card -> !cards.containsValue(card))
                    .toList();
        }

        private Hands dealt(Seat seat, int card) {
            Map<Seat, Integer> more = new HashMap<>(cards);
            more.put(seat, card);
            return new Hands(more, decisions);
        }

        /** Whoever leaves folds, and the others play on. */
        @Override
        public Optional<Position> without(Seat seat) {
            return Optional.of(with(seat, FOLD));
        }

        @Override
        public Optional<Outcome> outcome() {
            return due().isEmpty() ? Optional.of(showdown()) : Optional.empty();
        }

        private Outcome showdown() {
            Optional<Seat> best = SEATS.all().stream()
                    .filter(seat -> decisions.get(seat).equals(RAISE))
                    .max(Comparator.comparing(cards::get));
            Map<Seat, Integer> places = new HashMap<>();
            SEATS.all()
                    .forEach(seat ->
                            places.put(seat, best.isEmpty() || best.get().equals(seat) ? 1 : 2));
            return new Outcome(places, best.map(seat -> Map.of(seat, 1)).orElse(Map.of()), "high-card", List.of());
        }

        /** Until all have decided, each knows their own. */
        @Override
        public Position view(Viewer viewer) {
            if (due().isEmpty()) {
                return this;
            }
            Map<Seat, Integer> known = new HashMap<>(cards);
            known.replaceAll((seat, card) -> viewer.sitsAt(seat) ? card : 0);
            Map<Seat, String> seen = new HashMap<>(decisions);
            seen.replaceAll((seat, decision) -> viewer.sitsAt(seat) ? decision : HIDDEN);
            return new Hands(known, seen);
        }

        @Override
        public Position world(Viewer viewer, RandomGenerator random) {
            Hands world = (Hands) view(viewer);
            for (Seat seat : SEATS.all()) {
                if (HIDDEN.equals(world.decisions.get(seat))) {
                    world = world.with(seat, MOVES.get(random.nextInt(MOVES.size())));
                }
                if (Integer.valueOf(0).equals(world.cards.get(seat))) {
                    List<Integer> deck = world.deck();
                    world = world.dealt(seat, deck.get(random.nextInt(deck.size())));
                }
            }
            return world;
        }

        @Override
        public String notation() {
            return SEATS.all().stream().map(this::word).collect(Collectors.joining(" "));
        }

        private String word(Seat seat) {
            String card = cards.containsKey(seat) ? cards.get(seat).toString() : "-";
            return (card.equals("0") ? HIDDEN : card)
                    + decisions.getOrDefault(seat, "-").charAt(0);
        }
    }

    private record Deal(Hands before, Seat seat) implements Roll {

        @Override
        public List<Integer> dice(Chance chance) {
            List<Integer> deck = before.deck();
            return List.of(deck.get(chance.roll(deck.size()) - 1));
        }

        @Override
        public Position after(List<Integer> dice) {
            return before.dealt(seat, dice.get(0));
        }

        @Override
        public Seat seat(List<Integer> dice) {
            return seat;
        }

        @Override
        public boolean isSecret() {
            return true;
        }
    }
}
