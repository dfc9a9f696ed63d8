package org.parlor.game.backgammon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parlor.game.GameRecord;
import org.parlor.game.GameRecord.Step;
import org.parlor.game.RecordFormat;
import org.parlor.game.RecordFormat.Reading;
import org.parlor.game.Seat;

/** Files of matches: what they look like, and what is wrong with broken ones. */
class RecordsTest {

    private static final Backgammon BACKGAMMON = new Backgammon();
    private static final RecordFormat SGF = new BackgammonSgf(BACKGAMMON);
    private static final RecordFormat MAT = new MatFile(BACKGAMMON);

    private static final Duration SOON = Duration.ofSeconds(10);

    private static final String MATCH =
            """
            ; [Crawford "On"]

             3 point match

             Game 1
             Ann : 0                               Ben : 0
              1)                                   31: 8/5 6/5
              2) 42: 8/4 6/4                        Doubles => 2
              3)  Takes                            11: 8/7(2) 6/5(2)
              4)                                    Wins 2 points

             Game 2
             Ann : 0                               Ben : 2
              1) 65: 24/18/13                      21: 13/11 24/23
              2) 61: 25/19
            """;

    private static GameRecord understood(RecordFormat format, String text) {
        Reading reading = format.read(text);
        assertThat(reading).isInstanceOf(Reading.Understood.class);
        return ((Reading.Understood) reading).game();
    }

    private static Reading.Broken broken(RecordFormat format, String text) {
        Reading reading = format.read(text);
        assertThat(reading).isInstanceOf(Reading.Broken.class);
        return (Reading.Broken) reading;
    }

    private static String matchUpTo(String end) {
        return MATCH.substring(0, MATCH.indexOf(end));
    }

    @Test
    void aMatchInColumnsIsReadStepByStep() {
        GameRecord match = understood(MAT, matchUpTo("  2) 61"));
        assertThat(match.names()).isEqualTo(Map.of(Seat.WHITE, "Ann", Seat.BLACK, "Ben"));
        assertThat(match.options()).isEqualTo(Map.of("length", "3", "cube", "on", "crawford", "on"));
        assertThat(match.outcome()).isEmpty();
        assertThat(match.steps())
                .containsExactly(
                        new Step.Rolled(Seat.BLACK, List.of(3, 1), 0),
                        new Step.Moved(Seat.BLACK, "8/5 6/5", 0),
                        new Step.Moved(Seat.WHITE, "roll", 0),
                        new Step.Rolled(Seat.WHITE, List.of(4, 2), 0),
                        new Step.Moved(Seat.WHITE, "8/4 6/4", 0),
                        new Step.Moved(Seat.BLACK, "double", 0),
                        new Step.Moved(Seat.WHITE, "take", 0),
                        new Step.Rolled(Seat.BLACK, List.of(1, 1), 0),
                        new Step.Moved(Seat.BLACK, "8/7(2) 6/5(2)", 0),
                        new Step.Moved(Seat.WHITE, "resign single", 0),
                        new Step.Moved(Seat.BLACK, "accept", 0),
                        new Step.Rolled(Seat.WHITE, List.of(5, 6), 0),
                        new Step.Moved(Seat.WHITE, "24/13", 0),
                        new Step.Rolled(Seat.BLACK, List.of(2, 1), 0),
                        new Step.Moved(Seat.BLACK, "24/23 13/11", 0));
    }

    @Test
    void aMatchInSgfHasATreeForEachGame() {
        String sgf = SGF.write(understood(MAT, matchUpTo("  2) 61")));
        assertThat(sgf)
                .isEqualTo(
                        """
                        (;FF[4]GM[6]CA[UTF-8]AP[Parlor]MI[length:3][game:0][ws:0][bs:0]PW[Ann]PB[Ben]RU[Crawford]RE[B+2R]XO[crawford:on][cube:on][length:3]
                        ;B[31qtst]
                        ;W[42hdfd]
                        ;B[double]
                        ;W[take]
                        ;B[11qrqrstst]
                        ;XR[W:single]
                        ;XR[B:accept])
                        (;FF[4]GM[6]CA[UTF-8]AP[Parlor]MI[length:3][game:1][ws:0][bs:2]PW[Ann]PB[Ben]RU[Crawford:CrawfordGame]
                        ;W[65xrrm]
                        ;B[21lnab])
                        """);
    }

    @Test
    void aThrowThatWasNotPlayedIsKeptInBoth() {
        GameRecord match = understood(MAT, matchUpTo("42: 8/4") + "42:\n");
        assertThat(match.steps()).endsWith(new Step.Rolled(Seat.WHITE, List.of(4, 2), 0));
        assertThat(SGF.write(match)).endsWith(";PL[W]DI[42])\n");
        assertThat(understood(SGF, SGF.write(match)).steps()).isEqualTo(match.steps());
        assertThat(MAT.write(match)).endsWith("\n  2) 42:\n");
    }

    @Test
    void aFileOfGnuBackgammonIsRead() {
        GameRecord match = understood(
                SGF,
                """
                (;FF[4]GM[6]CA[UTF-8]AP[GNU Backgammon:1.07.001]MI[length:3][game:0][ws:0][bs:0]PW[Ann]PB[Ben]\
                DT[2026-11-21]RU[Crawford]RE[W+2R]
                ;W[31hefe]
                ;B[42qusu]
                ;W[double]
                ;B[take]
                ;W[11hghgfefe])
                (;FF[4]GM[6]CA[UTF-8]AP[GNU Backgammon:1.07.001]MI[length:3][game:1][ws:2][bs:0]PW[Ann]PB[Ben]\
                RU[Crawford:CrawfordGame]RE[B+1R]
                ;B[42qusu]
                ;W[31hefe]
                ;PL[B]DI[66]
                ;B[66agaglrlr])
                """);
        assertThat(match.startedAt()).isEqualTo(1_795_219_200_000L);
        assertThat(match.steps()).hasSize(19).endsWith(new Step.Moved(Seat.BLACK, "accept", 0));
    }

    @Test
    void aPositionThatIsSetUpIsWhereTheMatchStarts() {
        GameRecord match = understood(
                SGF,
                "(;FF[4]GM[6]MI[length:5][game:0][ws:1][bs:0]RU[Crawford];CV[2];CP[w]"
                        + ";PL[W]AE[a:y]AW[a][a][b]AB[x][y];PL[W]DI[31])");
        assertThat(match.steps())
                .containsExactly(new Step.Moved(Seat.WHITE, "roll", 0), new Step.Rolled(Seat.WHITE, List.of(3, 1), 0));
        BackgammonPosition start = (BackgammonPosition) MatchStates.start(match.options(), match.position());
        assertThat(start.state().cube()).isEqualTo(new Cube(2, Optional.of(Seat.WHITE)));
        assertThat(start.state().board().at(Seat.BLACK, Board.BAR)).isEqualTo(1);
        assertThat(start.state().board().at(Seat.BLACK, 1)).isEqualTo(1);
        assertThat(start.state().board().at(Seat.WHITE, 1)).isEqualTo(2);
        assertThat(start.state().match().points(Seat.WHITE)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "42: 8/4 6/4 | 42: 8/4 6/5 | 8 | white plays 8/4 6/5: the checkers can't move so",
                "42: 8/4 6/4 | 42: 8/4     | 8 | you must use both dice",
                "42: 8/4 6/4 | 47: 8/4 6/4 | 8 | white rolls 47",
                "42: 8/4 6/4 |             | 8 | black plays double, but it is not its turn",
                "Takes       | Beavers     | 9 | white plays beaver",
                "31: 8/5 6/5 | 33: 8/5 6/5 | 7 | never a doublet",
                "Wins 2      | Loses 2     | 13 | the one before has no end",
                "Ben : 2     | Ben : 1     | 13 | by the games before they must be 0 and 2",
                "Ann : 0     | Ann         | 6 | both names and their points",
                " 3 point    | 300 point   | 6 | 1 to 64"
            })
    void aBrokenMatchInColumnsIsRefusedWithLineAndReason(String good, String bad, int line, String words) {
        String text = MATCH.replaceFirst("\\Q" + good.strip() + "\\E", bad == null ? "" : bad.strip());
        Reading.Broken broken = broken(MAT, text);
        assertThat(broken.detail()).contains(words);
        assertThat(broken.line()).isEqualTo(line);
    }

    @Test
    void aMatchThatEndedGoesNoFurther() {
        String over = MATCH.replace("Wins 2", "Wins 3").replace("Ben : 2", "Ben : 3");
        assertThat(broken(MAT, over))
                .isEqualTo(
                        new Reading.Broken(14, "white rolls 65, but the match is over: black has won (resignation)"));
        String money = MATCH.replace(" 3 point", " 0 point");
        assertThat(broken(MAT, money).detail()).contains("for money there is one game to a record");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "B[31qtst]   | B[31qtsz]  | 2 | black plays 8/5 6/off",
                "B[31qtst]   | B[7qtst]   | 2 | is no move",
                "B[31qtst]   | W[31qtst]  | 2 | white plays 17/20 19/20",
                "W[take]     | W[accept]  | 5 | is no move",
                "bs:2        | bs:1       | 9 | MI has other points",
                "W:single    | W:nothing  | 7 | resign nothing",
                "B:accept    | B:take     | 8 | resign take",
                "W[42hdfd]   | W[42hdfd   | 3 | is no move"
            })
    void aBrokenSgfIsRefusedWithLineAndReason(String good, String bad, int line, String words) {
        String sgf = SGF.write(understood(MAT, matchUpTo("  2) 61")))
                .replaceFirst("\\Q" + good.strip() + "\\E", bad.strip());
        Reading.Broken broken = broken(SGF, sgf);
        assertThat(broken.detail()).contains(words);
        assertThat(broken.line()).isEqualTo(line);
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", ":", "a: 0 ", "; ["})
    void noLineTakesLongToRefuse(String part) {
        String match = "3 point match\n\n Game 1\n" + part.repeat(100_000) + "x\n";
        String tag = "; [" + part.repeat(100_000) + "x\n" + match;
        assertTimeoutPreemptively(SOON, () -> assertThat(List.of(MAT.read(match), MAT.read(tag)))
                .hasOnlyElementsOfType(Reading.Broken.class));
    }

    @Test
    void aPlayOfAnyLengthIsRefusedAsAnyOther() {
        String text = matchUpTo("8/5 6/5") + "8" + "/7".repeat(100_000) + "\n";
        assertThat(broken(MAT, text).line()).isEqualTo(7);
    }

    @Test
    void aMatchMayTakeAsLongAsRoomsCanTell() {
        String spent = "[999999999]".repeat(20_000);
        GameRecord match = understood(SGF, "(;GM[6]MI[length:3];B[31qtst]XT" + spent + ")");
        assertThat(match.steps()).last().extracting(Step::at).isEqualTo(1L << 52);
    }

    @Test
    void filesOfOtherKindsAreLeftToOthers() {
        assertThat(SGF.read("(;GM[4]SZ[15];B[hh])")).isInstanceOf(Reading.Foreign.class);
        assertThat(SGF.read("(;SZ[15];B[hh])")).isInstanceOf(Reading.Foreign.class);
        assertThat(SGF.read(MATCH)).isInstanceOf(Reading.Foreign.class);
        assertThat(MAT.read("(;GM[6])")).isInstanceOf(Reading.Foreign.class);
    }

    static boolean isSharedThere() {
        return Recorded.isSharedThere();
    }

    static List<Recorded.Match> matches() throws IOException {
        return Recorded.shared("backgammon_matches.jsonl", Recorded.Match.class);
    }

    @ParameterizedTest
    @MethodSource("matches")
    @EnabledIf("isSharedThere")
    void everyFileOfARealMatchIsReadAndComesBackFromBothFormats(Recorded.Match match) throws IOException {
        GameRecord read = understood(MAT, Files.readString(Recorded.SHARED.resolve(match.mat_file())));
        List<SingleGame> games = SingleGame.of(BACKGAMMON, read);
        assertThat(games).hasSameSizeAs(match.games());
        for (int i = 0; i < games.size(); i++) {
            SingleGame.End end = games.get(i).end().orElseThrow();
            assertThat(end.points()).isEqualTo(match.games().get(i).gnubg_points());
            assertThat(end.winner()).isEqualTo(match.games().get(i).winner() == 0 ? Seat.WHITE : Seat.BLACK);
            long plays = games.get(i).events().stream()
                    .filter(event -> event.play().isPresent())
                    .count();
            assertThat(plays)
                    .isEqualTo(match.games().get(i).actions().stream()
                            .filter(action -> action.a().equals("move"))
                            .count());
        }
        assertThat(understood(SGF, SGF.write(read))).isEqualTo(read);
        assertThat(understood(MAT, MAT.write(read))).isEqualTo(read);
    }
}
