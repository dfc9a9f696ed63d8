package org.parlor.game.backgammon;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.parlor.game.Chance;
import org.parlor.game.GameRecord;
import org.parlor.game.Position;
import org.parlor.game.Ruling;
import org.parlor.game.Seat;

/** Matches that nobody thinks about, and boards that nobody would come to. */
final class RandomMatch {

    private RandomMatch() {}

    /** Every position of a match, up to so many. */
    static List<Position> play(Map<String, String> options, Random random, int most) {
        List<Position> positions = new ArrayList<>(List.of(Tables.start(options)));
        while (positions.size() < most && last(positions).result().isEmpty()) {
            positions.add(next(last(positions), random, new ArrayList<>()));
        }
        return positions;
    }

    /** What happens in a match until it is over, or until so many things have happened. */
    static List<GameRecord.Step> steps(Position start, Random random, int most) {
        List<GameRecord.Step> steps = new ArrayList<>();
        Position position = start;
        while (steps.size() < most && position.result().isEmpty()) {
            position = next(position, random, steps);
        }
        return steps;
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
        Stage stage = ((BackgammonPosition) position).stage();
        List<Ruling.Legal> offers = stage.resignations(((BackgammonPosition) position).table());
        if (position.forced().isEmpty() && !offers.isEmpty() && random.nextInt(40) == 0) {
            return offers.get(random.nextInt(offers.size()));
        }
        boolean rolls = stage instanceof BeforeRoll && random.nextInt(8) > 0;
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
