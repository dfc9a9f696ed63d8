package org.parlor.game.backgammon;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.parlor.game.Chance;
import org.parlor.game.GameRecord;
import org.parlor.game.Outcome;
import org.parlor.game.Position;
import org.parlor.game.Ruling;
import org.parlor.game.Seat;
import org.parlor.game.Setup;

/** Matches that nobody thinks about, and boards that nobody would come to. */
final class RandomMatch {

    private RandomMatch() {}

    /** Every position of a match, up to so many. */
    static List<Position> play(Map<String, String> options, Random random, int most) {
        List<Position> positions = new ArrayList<>(List.of(MatchStates.start(options)));
        while (positions.size() < most && last(positions).outcome().isEmpty()) {
            positions.add(next(last(positions), random, new ArrayList<>()));
        }
        return positions;
    }

    private static final List<Map<String, String>> OPTIONS = List.of(
            Map.of(),
            Map.of("length", "2"),
            Map.of("length", "3"),
            Map.of("length", "7"),
            Map.of("length", "5", "crawford", "off"),
            Map.of("length", "0"),
            Map.of("length", "0", "beavers", "on", "jacoby", "off"),
            Map.of("length", "3", "cube", "off"));

    /** A whole match or a part of one, with or without a result that the board does not show. */
    static GameRecord record(Random random) {
        Map<String, String> options = OPTIONS.get(random.nextInt(OPTIONS.size()));
        Optional<String> start = Optional.empty();
        if (random.nextInt(3) == 0) {
            Position middle = last(play(options, random, 1 + random.nextInt(300)));
            start = middle.outcome().isEmpty() ? Optional.of(middle.notation()) : start;
        }
        Setup.Ready ready = (Setup.Ready) new Backgammon().setUp(options, start);
        int most = random.nextInt(4) == 0 ? random.nextInt(40) : 5000;
        List<GameRecord.Step> steps = new ArrayList<>();
        Position position = ready.position();
        // Dice fall and plays without a choice are played at once, so no record ends before them.
        while ((steps.size() < most
                        || position.roll().isPresent()
                        || position.forced().isPresent())
                && position.outcome().isEmpty()) {
            position = next(position, random, steps);
        }
        Optional<Outcome> told =
                Optional.of(Outcome.win(Seat.WHITE, "abandonment", List.of())).filter(result -> random.nextBoolean());
        Map<Seat, String> names = random.nextBoolean() ? Map.of(Seat.BLACK, "Ben J.", Seat.WHITE, "Ann") : Map.of();
        long startedAt = random.nextBoolean() ? 1_731_000_000_123L : 0;
        return new GameRecord(
                ready.options(),
                start,
                names,
                startedAt,
                timed(steps, random),
                position.outcome().or(() -> told));
    }

    /** The steps with times; a throw falls at the very moment when somebody chose it. */
    private static List<GameRecord.Step> timed(List<GameRecord.Step> steps, Random random) {
        List<GameRecord.Step> timed = new ArrayList<>();
        boolean slow = random.nextBoolean();
        long at = 0;
        boolean chosen = false;
        for (GameRecord.Step step : steps) {
            at += chosen || !slow ? 0 : random.nextInt(20_000);
            chosen = step instanceof GameRecord.Step.Moved moved && moved.move().equals("roll");
            timed.add(
                    step instanceof GameRecord.Step.Rolled rolled
                            ? new GameRecord.Step.Rolled(rolled.seat(), rolled.dice(), at)
                            : new GameRecord.Step.Moved(
                                    step(step).seat(), step(step).move(), at));
        }
        return timed;
    }

    private static GameRecord.Step.Moved step(GameRecord.Step step) {
        return (GameRecord.Step.Moved) step;
    }

    private static Position next(Position position, Random random, List<GameRecord.Step> steps) {
        if (position.roll().isPresent()) {
            Chance chance = sides -> 1 + random.nextInt(sides);
            List<Integer> dice = position.roll().get().dice(chance);
            Position after = position.roll().get().after(dice);
            steps.add(new GameRecord.Step.Rolled(after.toMove().orElseThrow(), dice, 0));
            return after;
        }
        Ruling.Legal move = choose(position, random);
        steps.add(new GameRecord.Step.Moved(position.toMove().orElseThrow(), move.move(), 0));
        return move.after();
    }

    /** Mostly what is legal; now and then an offer to resign. Doubles are rare, or every game would be dropped. */
    private static Ruling.Legal choose(Position position, Random random) {
        List<Ruling.Legal> legal = position.legal();
        Phase phase = ((BackgammonPosition) position).phase();
        List<Ruling.Legal> offers = phase.resignations(((BackgammonPosition) position).state());
        if (position.forced().isEmpty() && !offers.isEmpty() && random.nextInt(40) == 0) {
            return offers.get(random.nextInt(offers.size()));
        }
        boolean rolls = phase instanceof BeforeRoll && random.nextInt(8) > 0;
        return rolls ? legal.get(0) : legal.get(random.nextInt(legal.size()));
    }

    private static Position last(List<Position> positions) {
        return positions.get(positions.size() - 1);
    }

    /** A board with checkers anywhere, such as play may or may not lead to, on which the game is not over. */
    static Board board(Random random) {
        int[] black = new int[Board.BAR + 1];
        int[] white = new int[Board.BAR + 1];
        int reach = 1 + random.nextInt(Board.BAR);
        Stream.of(black, white).forEach(own -> {
            int[] theirs = own == black ? white : black;
            int checkers = 1 + random.nextInt(Board.CHECKERS);
            while (checkers > 0) {
                int point = 1 + random.nextInt(random.nextInt(4) == 0 ? Board.BAR : reach);
                if (point == Board.BAR || theirs[Board.BAR - point] == 0) {
                    int stack = 1 + random.nextInt(Math.min(3, checkers));
                    own[point] += stack;
                    checkers -= stack;
                }
            }
        });
        Board board = Board.of(black, white);
        boolean locked = board.isClosed(Seat.BLACK) && board.isClosed(Seat.WHITE);
        return locked ? board(random) : board;
    }
}
