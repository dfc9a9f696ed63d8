package org.parlor.game.gomoku;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.parlor.game.GameRecord;
import org.parlor.game.GameRecord.Step;
import org.parlor.game.Outcome;
import org.parlor.game.Position;
import org.parlor.game.RecordFormat;
import org.parlor.game.RecordFormat.Reading;
import org.parlor.game.Ruling;
import org.parlor.game.Seat;
import org.parlor.game.Setup;

class GomokuRecordLawsTest {

    private static final Gomoku GOMOKU = new Gomoku();

    @Property(tries = 300)
    void whatSgfHoldsComesBack(@ForAll("records") GameRecord game) {
        RecordFormat sgf = new GomokuSgf(GOMOKU);
        assertThat(sgf.read(sgf.write(game))).isEqualTo(new Reading.Understood(game));
    }

    @Property(tries = 300)
    void whatPsqHoldsComesBackAndStaysAsItIs(@ForAll("records") GameRecord game) {
        RecordFormat psq = new PiskvorkFile(GOMOKU);
        if (!psq.holds(game)) {
            return;
        }
        GameRecord once = ((Reading.Understood) psq.read(psq.write(game))).game();
        assertThat(once.options()).containsEntry("rule", game.options().get("rule"));
        assertThat(last(once)).isEqualTo(last(game));
        if (!game.options().containsKey("opening")) {
            int before = once.steps().size() - game.steps().size();
            assertThat(once.steps().subList(before, once.steps().size())).isEqualTo(game.steps());
        }
        assertThat(once.outcome().flatMap(Outcome::winner))
                .isEqualTo(game.outcome().flatMap(Outcome::winner));
        assertThat(((Reading.Understood) psq.read(psq.write(once))).game()).isEqualTo(once);
    }

    /** The stones at the end of a game. */
    private static String last(GameRecord game) {
        Position position = Pictures.ready(GOMOKU.setUp(game.options(), game.position()));
        for (Step step : game.steps()) {
            position = step.from(position);
        }
        return position.notation();
    }

    @Property(tries = 2000)
    void noFileIsTooBrokenForAnAnswer(
            @ForAll("records") GameRecord game, @ForAll("damage") List<Damage> damages, @ForAll boolean inSgf) {
        RecordFormat format = inSgf ? new GomokuSgf(GOMOKU) : new PiskvorkFile(GOMOKU);
        String text = inSgf || format.holds(game) ? format.write(game) : "Piskvorky 9x9, 0:0, 0\n5,5,1\n1,1,1\n-1\n";
        for (Damage damage : damages) {
            text = damage.to(text);
        }
        Reading reading = format.read(text);
        if (reading instanceof Reading.Broken broken) {
            assertThat(broken.line()).isBetween(1, (int) text.lines().count() + 1);
            assertThat(broken.detail()).isNotBlank();
        } else if (reading instanceof Reading.Understood understood) {
            assertThat(format.read(new GomokuSgf(GOMOKU).write(understood.game())))
                    .isNotNull();
        }
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
        Arbitrary<String> by = Arbitraries.oneOf(
                Arbitraries.of(
                        "", "(", ")", ";", "[", "]", "\\", "\n", "0", "99999", "-", ",", "AB[aa:zz]", "SZ[5]", "B[tt]"),
                Arbitraries.of(
                        "GM[6]", "RU[renju]", "PL[W]", "MOVE[swap]", "DT[-1]", "SPENT[1e9]", "STARTED[+999999999]"),
                Arbitraries.strings().ofMaxLength(4));
        return Combinators.combine(
                        Arbitraries.integers().between(0, 1000),
                        Arbitraries.integers().between(0, 40),
                        by)
                .as(Damage::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(5);
    }

    @Provide
    Arbitrary<GameRecord> records() {
        Arbitrary<Map<String, String>> options = Combinators.combine(
                        Arbitraries.of(Rule.values()),
                        Arbitraries.integers().between(5, 9),
                        Arbitraries.of(Penalty.values()),
                        Arbitraries.of(Opening.values()))
                .as(GomokuRecordLawsTest::options);
        Arbitrary<List<Integer>> picks =
                Arbitraries.integers().between(0, 10_000).list().ofMaxSize(40);
        Arbitrary<String> names = Arbitraries.strings()
                .withChars("aB7 ,:;[]\\()é黑?\"-")
                .ofMinLength(1)
                .ofMaxLength(12)
                .map(name -> "x" + name + "x");
        Arbitrary<Integer> end = Arbitraries.integers().between(0, 6);
        return Combinators.combine(options, picks, Arbitraries.integers().between(0, 6), names, names, end)
                .as(GomokuRecordLawsTest::played);
    }

    /** Options that fit together: the opening is left out where it does not suit. */
    private static Map<String, String> options(Rule rule, int size, Penalty penalty, Opening opening) {
        Map<String, String> options = new HashMap<>(Map.of("rule", rule.label(), "size", String.valueOf(size)));
        if (rule.forbids()) {
            options.putAll(Map.of("size", "15", "forbidden", penalty.label()));
        }
        Map<String, String> opened = new HashMap<>(options);
        opened.put("opening", opening.label());
        return GOMOKU.setUp(opened, Optional.empty()) instanceof Setup.Ready ready ? ready.options() : options;
    }

    /** A game from the position after so many picks; the other picks are its moves. */
    private static GameRecord played(
            Map<String, String> options, List<Integer> picks, int set, String black, String white, int end) {
        Position position = Pictures.ready(GOMOKU.setUp(options, Optional.empty()));
        Optional<String> start = Optional.empty();
        int first = set > 3 && !options.containsKey("opening") ? Math.min(set, picks.size()) : 0;
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < picks.size() && position.outcome().isEmpty(); i++) {
            if (i == first && first > 0) {
                start = Optional.of(position.notation());
                position = Pictures.ready(GOMOKU.setUp(options, start));
            }
            List<Ruling.Legal> legal = position.legal();
            Ruling.Legal play = legal.get(picks.get(i) % legal.size());
            if (i >= first) {
                steps.add(new Step.Moved(position.toMove().orElseThrow(), play.move(), 40L * steps.size()));
            }
            position = play.after();
        }
        if (start.isEmpty()
                && first > 0
                && first == picks.size()
                && position.outcome().isEmpty()) {
            start = Optional.of(position.notation());
        }
        Map<Seat, String> names = new HashMap<>();
        names.put(Seat.BLACK, black);
        if (end % 2 == 0) {
            names.put(Seat.WHITE, white);
        }
        Setup.Ready ready = (Setup.Ready) GOMOKU.setUp(options, start);
        return new GameRecord(ready.options(), start, names, end * 1_000_000_000_001L, steps, result(position, end));
    }

    private static Optional<Outcome> result(Position last, int end) {
        List<Optional<Outcome>> told = List.of(
                Optional.empty(),
                Optional.of(Outcome.win(Seat.BLACK, "resignation", List.of())),
                Optional.of(Outcome.win(Seat.WHITE, "timeout", List.of())),
                Optional.of(Outcome.win(Seat.BLACK, "abandonment", List.of())),
                Optional.of(Outcome.win(Seat.WHITE, "recorded", List.of())),
                Optional.of(Outcome.draw("agreement")),
                Optional.empty());
        return last.outcome().or(() -> told.get(end));
    }
}
