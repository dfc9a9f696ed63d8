package org.parlor.game.gomoku;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.parlor.game.Outcome;
import org.parlor.game.Position;
import org.parlor.game.Ruling;
import org.parlor.game.Seat;
import org.parlor.game.Setup;

class GomokuLawsTest {

    /** A game played by taking the n-th legal move, over and over, until it ends or the picks run out. */
    record Game(Map<String, String> options, List<Integer> picks) {

        List<Position> positions() {
            List<Position> positions = new ArrayList<>();
            positions.add(Pictures.start(options));
            for (int pick : picks) {
                Position last = positions.get(positions.size() - 1);
                if (last.outcome().isEmpty()) {
                    List<Ruling.Legal> legal = last.legal();
                    positions.add(legal.get(pick % legal.size()).after());
                }
            }
            return positions;
        }
    }

    @Property(tries = 400)
    void theLinesThroughTheLastStoneTellWhatTheWholeBoardTells(@ForAll("games") Game game) {
        for (Position position : game.positions()) {
            Optional<Seat> winner = position.outcome().flatMap(Outcome::winner);
            assertThat(winnersOf(game.options().get("rule"), position.notation()))
                    .as(position.notation())
                    .isEqualTo(winner.map(Set::of).orElse(Set.of()));
        }
    }

    @Property(tries = 200)
    void aWinningLineIsAnUnbrokenRowOfTheWinnerFromEndToEnd(@ForAll("games") Game game) {
        List<Position> positions = game.positions();
        positions
                .get(positions.size() - 1)
                .outcome()
                .filter(end -> end.winner().isPresent())
                .ifPresent(end -> {
                    GomokuPosition last = (GomokuPosition) positions.get(positions.size() - 1);
                    GomokuPosition before = (GomokuPosition) positions.get(positions.size() - 2);
                    Seat winner = end.winner().orElseThrow();
                    List<Integer> line = last.board()
                            .taken(winner)
                            .boxed()
                            .filter(point -> end.line().contains(last.board().name(point)))
                            .toList();
                    assertThat(line).hasSameSizeAs(end.line()).hasSizeGreaterThanOrEqualTo(5);
                    assertThat(line).anyMatch(point -> before.board().at(point).isEmpty());
                    int dx = end.line().get(1).charAt(0) - end.line().get(0).charAt(0);
                    int dy = number(end.line().get(1)) - number(end.line().get(0));
                    for (int i = -1; i <= end.line().size(); i++) {
                        int x = end.line().get(0).charAt(0) - 'a' + i * dx;
                        int y = last.board().size() - number(end.line().get(0)) - i * dy;
                        assertThat(last.board().has(winner, x, y))
                                .isEqualTo(i >= 0 && i < end.line().size());
                    }
                });
    }

    @Property(tries = 200)
    void coloursAlternateAndTheEndLeavesNobodyToMove(@ForAll("games") Game game) {
        Seat next = Seat.BLACK;
        for (Position position : game.positions()) {
            assertThat(position.toMove())
                    .isEqualTo(position.outcome().isPresent() ? Optional.empty() : Optional.of(next));
            assertThat(position.legal().isEmpty()).isEqualTo(position.outcome().isPresent());
            next = next.other();
        }
    }

    @Property(tries = 200)
    void playNeverChangesAnEarlierPosition(@ForAll("games") Game game) {
        List<String> notations = new ArrayList<>();
        Position position = Pictures.start(game.options());
        List<Position> played = new ArrayList<>();
        for (int pick : game.picks()) {
            if (position.outcome().isEmpty()) {
                played.add(position);
                notations.add(position.notation());
                List<Ruling.Legal> legal = position.legal();
                position =
                        Pictures.after(position, legal.get(pick % legal.size()).move());
            }
        }
        assertThat(played).extracting(Position::notation).isEqualTo(notations);
    }

    @Property(tries = 200)
    void anOpenPositionSetUpFromItsNotationIsTheSamePosition(@ForAll("games") Game game) {
        for (Position position : game.positions()) {
            Setup again = new Gomoku().setUp(game.options(), Optional.of(position.notation()));
            if (position.outcome().isEmpty()) {
                assertThat(again).isEqualTo(new Setup.Ready(game.options(), position));
            } else {
                assertThat(again).isInstanceOf(Setup.Rejected.class);
            }
        }
    }

    @Property(tries = 100)
    void turningAndMirroringAGameChangesNoResult(@ForAll("games") Game game) {
        List<Position> positions = game.positions();
        for (Symmetry symmetry : Symmetry.values()) {
            Position turned = positions.get(0);
            for (int i = 1; i < positions.size(); i++) {
                Board before = ((GomokuPosition) positions.get(i - 1)).board();
                Board after = ((GomokuPosition) positions.get(i)).board();
                int point = before.empty()
                        .filter(p -> after.at(p).isPresent())
                        .findFirst()
                        .orElseThrow();
                turned = Pictures.after(turned, before.name(symmetry.of(before, point)));
                assertThat(outcome(turned)).isEqualTo(outcome(positions.get(i)));
            }
        }
    }

    @Property(tries = 2000)
    void noMoveTextEverThrows(@ForAll("texts") String text, @ForAll("games") Game game) {
        Position position = Pictures.start(game.options());
        Ruling ruling = position.play(text);
        if (ruling instanceof Ruling.Legal legal) {
            assertThat(legal.move()).isEqualTo(text.toLowerCase(Locale.ROOT)).matches("[a-v][1-9][0-9]?");
        } else {
            assertThat(((Ruling.Illegal) ruling).detail()).isNotBlank();
        }
    }

    @Property(tries = 1000)
    void noOptionOrPositionTextEverThrows(
            @ForAll("rules") String rule, @ForAll String size, @ForAll("positions") String position) {
        assertThat(new Gomoku().setUp(Map.of("rule", rule, "size", size), Optional.empty()))
                .isNotNull();
        assertThat(new Gomoku().setUp(Map.of("rule", rule), Optional.of(position)))
                .isNotNull();
    }

    @Provide
    Arbitrary<Game> games() {
        Arbitrary<Map<String, String>> options = Combinators.combine(
                        rules(), Arbitraries.integers().between(5, 8))
                .as((rule, size) -> rule.equals("renju")
                        ? Map.of("rule", rule, "size", "15", "forbidden", "refuse")
                        : Map.of("rule", rule, "size", size.toString()));
        Arbitrary<List<Integer>> picks =
                Arbitraries.integers().between(0, 300).list().ofMinSize(15).ofMaxSize(70);
        return Combinators.combine(options, picks).as(Game::new);
    }

    @Provide
    Arbitrary<String> rules() {
        return Arbitraries.of("freestyle", "standard", "caro", "caro-exact", "renju");
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings(),
                Arbitraries.strings().withChars("abhovzABHOVZ0123456789- ").ofMaxLength(12));
    }

    @Provide
    Arbitrary<String> positions() {
        return Arbitraries.oneOf(
                Arbitraries.strings(),
                Arbitraries.strings().withChars("xo15/ bw").ofMaxLength(40));
    }

    /** Who has won according to the rows of the whole board, each line read as text. */
    private static Set<Seat> winnersOf(String rule, String notation) {
        Set<Seat> winners = new HashSet<>();
        for (String line : linesOf(notation)) {
            Matcher row = Pattern.compile("x{5,}|o{5,}").matcher(line);
            while (row.find()) {
                Seat seat = row.group().startsWith("x") ? Seat.BLACK : Seat.WHITE;
                char rival = seat.equals(Seat.BLACK) ? 'o' : 'x';
                boolean exact = row.group().length() == 5;
                boolean enclosed = line.charAt(row.start() - 1) == rival && line.charAt(row.end()) == rival;
                boolean wins =
                        switch (rule) {
                            case "freestyle" -> true;
                            case "standard" -> exact;
                            case "caro" -> !exact || !enclosed;
                            case "caro-exact" -> exact && !enclosed;
                            default -> exact || seat.equals(Seat.WHITE);
                        };
                if (wins) {
                    winners.add(seat);
                }
            }
        }
        return winners;
    }

    private static List<String> linesOf(String notation) {
        Matcher numbers = Pattern.compile("[0-9]+").matcher(notation.substring(0, notation.indexOf(' ')));
        String[] rows =
                numbers.replaceAll(n -> ".".repeat(Integer.parseInt(n.group()))).split("/", -1);
        int size = rows.length;
        List<String> lines = new ArrayList<>();
        for (int i = -size; i < 2 * size; i++) {
            StringBuilder across = new StringBuilder("#");
            StringBuilder down = new StringBuilder("#");
            StringBuilder falling = new StringBuilder("#");
            StringBuilder rising = new StringBuilder("#");
            for (int j = 0; j < size; j++) {
                across.append(i >= 0 && i < size ? rows[i].charAt(j) : '#');
                down.append(i >= 0 && i < size ? rows[j].charAt(i) : '#');
                falling.append(i + j >= 0 && i + j < size ? rows[j].charAt(i + j) : '#');
                rising.append(i - j >= 0 && i - j < size ? rows[j].charAt(i - j) : '#');
            }
            for (StringBuilder line : List.of(across, down, falling, rising)) {
                lines.add(line.append('#').toString());
            }
        }
        return lines;
    }

    private static String outcome(Position position) {
        return position.outcome().map(end -> end.winner() + end.reason()).orElse("none yet");
    }

    private static int number(String move) {
        return Integer.parseInt(move.substring(1));
    }
}
