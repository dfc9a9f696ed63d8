package org.parlor.game.backgammon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.parlor.game.GameRecord;
import org.parlor.game.GameRecord.Step;
import org.parlor.game.RecordFormat;
import org.parlor.game.RecordFormat.Reading;

class RecordLawsTest {

    private static final Backgammon BACKGAMMON = new Backgammon();
    private static final RecordFormat SGF = new BackgammonSgf(BACKGAMMON);
    private static final RecordFormat MAT = new MatFile(BACKGAMMON);

    @Provide
    Arbitrary<GameRecord> records() {
        return Arbitraries.longs().map(seed -> RandomMatch.record(new Random(seed)));
    }

    @Property(tries = 150)
    void whatSgfHoldsComesBack(@ForAll("records") GameRecord match) {
        assertThat(SGF.read(SGF.write(match))).isEqualTo(new Reading.Understood(match));
    }

    @Property(tries = 150)
    void whatMatHoldsComesBackAndStaysAsItIs(@ForAll("records") GameRecord match) {
        if (!MAT.holds(match)) {
            return;
        }
        GameRecord once = understood(MAT.read(MAT.write(match)));
        assertThat(once.steps()).isEqualTo(withoutTimesAndRejectedOffers(match.steps()));
        assertThat(once.options()).isEqualTo(match.options());
        assertThat(once.outcome()).isEqualTo(match.outcome());
        assertThat(once.names()).isEqualTo(match.names());
        assertThat(once.startedAt()).isEqualTo(match.startedAt());
        assertThat(understood(MAT.read(MAT.write(once)))).isEqualTo(once);
    }

    private static GameRecord understood(Reading reading) {
        assertThat(reading).isInstanceOf(Reading.Understood.class);
        return ((Reading.Understood) reading).game();
    }

    private static List<Step> withoutTimesAndRejectedOffers(List<Step> steps) {
        List<Step> kept = new ArrayList<>();
        for (Step step : steps) {
            if (step instanceof Step.Rolled rolled) {
                kept.add(new Step.Rolled(rolled.seat(), rolled.dice(), 0));
            } else if (step instanceof Step.Moved moved && moved.move().equals("reject")) {
                kept.remove(kept.size() - 1);
            } else if (step instanceof Step.Moved moved) {
                kept.add(new Step.Moved(moved.seat(), moved.move(), 0));
            }
        }
        Optional<Step> last = kept.isEmpty() ? Optional.empty() : Optional.of(kept.get(kept.size() - 1));
        boolean open = last.filter(
                        step -> step instanceof Step.Moved moved && moved.move().startsWith("resign"))
                .isPresent();
        return open ? kept.subList(0, kept.size() - 1) : kept;
    }

    /** Replaces a part of a text, whose place and length are in thousandths of it. */
    record Damage(int place, int length, String by) {

        String to(String text) {
            int from = place * text.length() / 1000;
            int to = Math.min(text.length(), from + length * text.length() / 1000);
            return text.substring(0, from) + by + text.substring(to);
        }
    }

    @Provide
    Arbitrary<List<Damage>> damage() {
        Arbitrary<String> by = Arbitraries.of(
                "",
                "x",
                "[",
                "]",
                ")",
                "(;",
                "\n",
                "66:",
                " Doubles => 2",
                " Takes",
                ";B[11]",
                ";W[take]",
                "Game 3",
                "99",
                "bar/30",
                "Wins 3",
                ";AB[a][b]",
                "MI[length:99]",
                "\u0000");
        return Combinators.combine(
                        Arbitraries.integers().between(0, 999),
                        Arbitraries.integers().between(0, 30),
                        by)
                .as(Damage::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3);
    }

    @Property(tries = 600)
    void noFileIsTooBrokenForAnAnswer(
            @ForAll("records") GameRecord match, @ForAll("damage") List<Damage> damages, @ForAll boolean inSgf) {
        RecordFormat format = inSgf || !MAT.holds(match) ? SGF : MAT;
        String text = format.write(match);
        for (Damage damage : damages) {
            text = damage.to(text);
        }
        Reading reading = format.read(text);
        if (reading instanceof Reading.Broken broken) {
            assertThat(broken.line()).isBetween(1, (int) text.lines().count() + 1);
            assertThat(broken.detail()).isNotBlank();
        } else if (reading instanceof Reading.Understood understood) {
            assertThat(SGF.read(SGF.write(understood.game()))).isEqualTo(understood);
        }
    }

    @Property(tries = 300)
    void anyTextGetsAnAnswer(@ForAll String text) {
        assertThat(SGF.read("(;GM[6]" + text)).isNotNull();
        assertThat(MAT.read("3 point match\n" + text)).isNotNull();
        assertThat(BACKGAMMON.setUp(Map.of(), Optional.of(text + ":" + text))).isNotNull();
    }
}
