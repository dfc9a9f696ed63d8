package org.parlor.hostile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.parlor.game.GameRecord;
import org.parlor.game.GameRecord.Step;
import org.parlor.game.Position;
import org.parlor.game.Ruling;
import org.parlor.game.Setup;
import org.parlor.game.backgammon.Backgammon;

/** A match of backgammon that nobody thinks about and that takes a long time to check: it has almost as many plays as a file may have. */
final class LargeFile {

    private static final int STEPS = 9_000;

    private LargeFile() {}

    /** The file in the format that players of backgammon send each other. */
    static String mat() {
        Backgammon game = new Backgammon();
        Setup.Ready ready = (Setup.Ready) game.setUp(Map.of("length", "64", "cube", "off"), Optional.empty());
        Random random = new Random(1);
        List<Step> steps = new ArrayList<>();
        Position position = ready.position();
        while (steps.size() < STEPS && position.outcome().isEmpty()) {
            Step step = step(position, random);
            steps.add(step);
            position = step.from(position);
        }
        GameRecord record = new GameRecord(ready.options(), Optional.empty(), Map.of(), 0, steps, position.outcome());
        return game.formats().stream()
                .filter(format -> format.extension().equals("mat"))
                .findFirst()
                .orElseThrow()
                .write(record);
    }

    private static Step step(Position position, Random random) {
        if (position.roll().isPresent()) {
            List<Integer> dice = position.roll().get().dice(sides -> 1 + random.nextInt(sides));
            return new Step.Rolled(position.roll().get().after(dice).toMove().orElseThrow(), dice, 0);
        }
        List<Ruling.Legal> legal = position.legal();
        return new Step.Moved(
                position.toMove().orElseThrow(),
                legal.get(random.nextInt(legal.size())).move(),
                0);
    }
}
