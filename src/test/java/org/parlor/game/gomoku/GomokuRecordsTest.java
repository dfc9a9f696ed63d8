package org.parlor.game.gomoku;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.parlor.game.GameRecord;
import org.parlor.game.GameRecord.Step;
import org.parlor.game.Outcome;
import org.parlor.game.Position;
import org.parlor.game.RecordFormat;
import org.parlor.game.RecordFormat.Reading;
import org.parlor.game.Ruling;
import org.parlor.game.Seat;
import org.parlor.game.Setup;

class GomokuRecordsTest {

    private static final Gomoku GOMOKU = new Gomoku();
    private static final RecordFormat SGF = new GomokuSgf(GOMOKU);
    private static final RecordFormat PSQ = new PiskvorkFile(GOMOKU);

    /** A recorded game, a second a move. */
    static GameRecord record(Recorded.Play play) {
        Map<String, String> options =
                RecordReplayer.options(Rule.of(play.rule()).orElseThrow(), String.valueOf(play.size()));
        Position position = Pictures.ready(GOMOKU.setUp(options, Optional.empty()));
        List<Step> steps = new ArrayList<>();
        for (List<Integer> move : play.moves()) {
            String point = new Stone(Seat.BLACK, move.get(0), move.get(1)).point(play.size());
            steps.add(new Step.Moved(position.toMove().orElseThrow(), point, 1000L * steps.size()));
            position = ((Ruling.Legal) position.play(point)).after();
        }
        Map<String, String> filledIn = ((Setup.Ready) GOMOKU.setUp(options, Optional.empty())).options();
        return new GameRecord(
                filledIn,
                Optional.empty(),
                Map.of(Seat.BLACK, "Ann", Seat.WHITE, "Ben"),
                1_731_000_000_123L,
                steps,
                position.outcome());
    }

    static List<Recorded.Play> games() throws IOException {
        return Recorded.lines("gomoku_games.jsonl", Recorded.Play.class);
    }

    static GameRecord understood(RecordFormat format, String text) {
        Reading reading = format.read(text);
        assertThat(reading).as(text).isInstanceOf(Reading.Understood.class);
        return ((Reading.Understood) reading).game();
    }

    /** Broken, with the line and words of the reason. */
    private static void assertBroken(RecordFormat format, String text, int line, String words) {
        Reading reading = format.read(text.replace('~', '\n'));
        assertThat(reading).isInstanceOf(Reading.Broken.class);
        assertThat(((Reading.Broken) reading).detail()).contains(words);
        assertThat(((Reading.Broken) reading).line()).isEqualTo(line);
    }

    @ParameterizedTest
    @MethodSource("games")
    void everyRecordedGameComesBackFromSgf(Recorded.Play play) {
        GameRecord game = record(play);
        assertThat(understood(SGF, SGF.write(game))).isEqualTo(game);
    }

    @ParameterizedTest
    @MethodSource("games")
    void everyRecordedGameComesBackFromPsqWithoutItsDate(Recorded.Play play) {
        GameRecord game = record(play);
        assertThat(PSQ.holds(game)).isTrue();
        assertThat(understood(PSQ, PSQ.write(game)))
                .isEqualTo(
                        new GameRecord(game.options(), game.position(), game.names(), 0, game.steps(), game.outcome()));
    }

    @Test
    void sgfIsWrittenAsTheStandardHasIt() {
        GameRecord game = new GameRecord(
                Map.of("rule", "renju", "size", "15", "forbidden", "refuse"),
                Optional.empty(),
                Map.of(Seat.BLACK, "A]n\\n"),
                1_731_000_000_123L,
                List.of(new Step.Moved(Seat.BLACK, "h8", 0), new Step.Moved(Seat.WHITE, "a15", 1500)),
                Optional.of(Outcome.win(Seat.WHITE, "resignation", List.of())));
        assertThat(SGF.write(game))
                .isEqualTo("(;FF[4]GM[4]CA[UTF-8]AP[Parlor]SZ[15]RU[renju]OPTION[forbidden:refuse]PB[A\\]n\\\\n]"
                        + "DT[2024-11-07]STARTED[2024-11-07T17:20:00.123Z]RE[W+R]\n;B[hh]\n;W[aa]SPENT[1.500])\n");
    }

    @Test
    void psqIsWrittenAsPiskvorkAndTheGomocupJudgeDo() {
        GameRecord game = new GameRecord(
                Map.of("rule", "caro-exact", "size", "20"),
                Optional.empty(),
                Map.of(Seat.BLACK, "Ann"),
                0,
                List.of(new Step.Moved(Seat.BLACK, "j11", 7), new Step.Moved(Seat.WHITE, "a20", 1507)),
                Optional.of(Outcome.win(Seat.WHITE, "resignation", List.of())));
        assertThat(PSQ.write(game)).isEqualTo("Piskvorky 20x20, 0:0, 0\n10,10,7\n1,1,1500\nAnn\n?\n-1\n2,caro-exact\n");
    }

    @Test
    void sgfKeepsAStartPositionAndWhoMovesFirst() {
        GameRecord game = new GameRecord(
                Map.of("rule", "standard", "size", "5"),
                Optional.of("5/5/1xox1/5/5 b"),
                Map.of(),
                0,
                List.of(new Step.Moved(Seat.BLACK, "a1", 0)),
                Optional.empty());
        assertThat(SGF.write(game)).contains("AB[bc][dc]AW[cc]PL[B]");
        assertThat(understood(SGF, SGF.write(game))).isEqualTo(game);
    }

    @Test
    void psqTellsAStartPositionAsOpeningMovesIfItCan() {
        GameRecord even = new GameRecord(
                Map.of("rule", "freestyle", "size", "5"),
                Optional.of("5/5/1xox1/5/5 w"),
                Map.of(),
                0,
                List.of(new Step.Moved(Seat.WHITE, "a1", 9)),
                Optional.empty());
        assertThat(PSQ.holds(even)).isTrue();
        assertThat(PSQ.write(even)).contains("\n2,3,0\n3,3,0\n4,3,0\n1,5,9\n");
        GameRecord handicap = new GameRecord(
                even.options(), Optional.of("5/5/1xxx1/5/5 w"), Map.of(), 0, List.of(), Optional.empty());
        assertThat(PSQ.holds(handicap)).isFalse();
        GameRecord six = new GameRecord(
                Map.of("rule", "standard", "size", "7"),
                Optional.of("xxxxxx1/o1o1o1o/7/1o1o3/7/7/7 b"),
                Map.of(),
                0,
                List.of(),
                Optional.empty());
        assertThat(PSQ.holds(six)).as("five of the six stones would have won").isFalse();
    }

    @Test
    void sgfKeepsTheChoicesOfAnOpeningAndPsqTheStonesThatStayed() {
        Map<String, String> options = Map.of("rule", "freestyle", "size", "15", "opening", "swap");
        Position position = Pictures.ready(GOMOKU.setUp(options, Optional.empty()));
        List<Step> steps = new ArrayList<>();
        for (String move : List.of("h8", "h9", "g7", "swap", "a1")) {
            steps.add(new Step.Moved(position.toMove().orElseThrow(), move, 0));
            position = steps.get(steps.size() - 1).from(position);
        }
        GameRecord game = new GameRecord(options, Optional.empty(), Map.of(), 0, steps, Optional.empty());
        assertThat(SGF.write(game))
                .contains("OPTION[opening:swap]", ";B[hh]\n;W[hg]\n;B[gi]\n;MOVE[swap]C[white: swap]\n;W[ao]");
        assertThat(understood(SGF, SGF.write(game))).isEqualTo(game);
        GameRecord stones = understood(PSQ, PSQ.write(game));
        assertThat(stones.options()).isEqualTo(Map.of("rule", "freestyle", "size", "15"));
        assertThat(moves(stones)).containsExactly("h8", "h9", "g7", "a1");
    }

    @Test
    void filesOfOtherProgramsAreRead() {
        GameRecord renju = understood(
                SGF,
                """
                mail
                ( ;GM[4]SZ[15:15]RU[RIF Renju rules]PB[ Ann
                Lee ]DT[1999-12-31,2000]BlackTeam[x]XX[\\]y]RE[b+resign]
                (;B[hh](;W[gg];B [aa])(;W[ii]))(;B[aa])) trailing (
                """);
        assertThat(renju.options()).containsEntry("rule", "renju").containsEntry("forbidden", "lose");
        assertThat(renju.names()).isEqualTo(Map.of(Seat.BLACK, "Ann Lee"));
        assertThat(renju.startedAt()).isEqualTo(946_598_400_000L);
        assertThat(renju.outcome()).contains(Outcome.win(Seat.BLACK, "resignation", List.of()));
        assertThat(moves(renju)).containsExactly("h8", "g9", "a15");

        GameRecord whiteFirst = understood(SGF, "(;SZ[6];AB[aa:bb][cf];W[ff])");
        assertThat(whiteFirst.position()).contains("xx4/xx4/6/6/6/2x3 w");
        assertThat(moves(whiteFirst)).containsExactly("f1");
        assertThat(understood(SGF, "(;RE[?])").options()).containsEntry("size", "15");
    }

    @Test
    void filesOfPiskvorkAndOfTheGomocupJudgeAreRead() {
        GameRecord judge = understood(
                PSQ,
                """
                Piskvorky 15x15, 11:11, 0
                8,8,0
                9, 8, 0
                8,9,123
                RAPFI25.zip
                JAX25.zip
                -1
                2,Renju15_1
                """
                        .replace("\n", "\r\n"));
        assertThat(judge.options()).containsEntry("rule", "renju").containsEntry("forbidden", "lose");
        assertThat(moves(judge)).containsExactly("h8", "i8", "h7");
        assertThat(judge.names()).isEqualTo(Map.of(Seat.BLACK, "RAPFI25.zip", Seat.WHITE, "JAX25.zip"));
        assertThat(judge.steps().get(2).at()).isEqualTo(123);
        assertThat(judge.outcome()).contains(Outcome.win(Seat.WHITE, "recorded", List.of()));

        assertThat(moves(understood(PSQ, "Piskvorky 20x20, 11:0, 1\n1,20\n20,1\n-1")))
                .containsExactly("a1", "t20");
        assertThat(understood(PSQ, "Piskvorky 20x20, 11:0, 1\n1,1,5\nhomo-1\nhomo-2\n15\n")
                        .names())
                .as("the second player began")
                .isEqualTo(Map.of(Seat.WHITE, "homo-1", Seat.BLACK, "homo-2"));
        assertThat(understood(PSQ, "Piskvorky 15x15, 0:0, 0\n").steps()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "(;GM[4]~SZ[x])|2|square board",
                "(;SZ[15:16])|1|square board",
                "(;SZ[23])|1|from 5 to 22",
                "(;RU[renju]SZ[19])|1|must be 15",
                "(;SZ[9]~;B[aa]~;W[aj])|3|letter from a to i",
                "(;SZ[9]~;B[])|2|no point",
                "(;SZ[9]~;B[aa]~;W[aa])|3|already holds a black stone",
                "(;SZ[9]~;B[aa]~;B[bb])|3|turn of white",
                "(;SZ[9];AB[aa]~AW[aa])|2|set up twice",
                "(;SZ[9];AB[aj])|1|no point",
                "(;SZ[9]PL[X])|1|PL must be",
                "(;SZ[9];B[aa]~;AW[bb])|2|before the first move",
                "(;SZ[9]OPTION[colour:red])|1|colour",
                "(;SZ[9]OPTION[red])|1|colon",
                "(;SZ[9];AB[aa][ba][ca][da][ea])|1|already holds a win",
                "(;SZ[9]~;B[aa]|2|) is missing",
                "(;SZ[9]~;B[aa)|2|] is missing",
                "(;SZ[9]~;B;W[aa])|2|followed by a value",
                "(;SZ[9]~;B[aa]~!)|3|'!' can't stand here",
                "(;SZ[9]~;B[aa](;W[bb]~(;B[cc)))|3|] is missing",
                "(;SZ[9];B[aa];W[ai];B[ba];W[bi];B[ca];W[ci];B[da];W[di];B[ea]~;W[ei])|2|black had won (five)"
            })
    void aBrokenSgfIsToldWithLineAndReason(String text, int line, String words) {
        assertBroken(SGF, text, line, words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Piskvorky 15x16, 0:0, 0~|1|square",
                "Piskvorky 4x4, 0:0, 0~|1|from 5 to 22",
                "Piskvorky 15x15, 0:0, 0~8,8,0~8,16,0|3|not on the board",
                "Piskvorky 15x15, 0:0, 0~0,8,0|2|not on the board",
                "Piskvorky 15x15, 0:0, 0~8,8,0~8,8,0|3|already holds",
                "Piskvorky 15x15, 0:0, 0~8,8,0~8,x,0~9,9,0|3|is no move",
                "Piskvorky 15x15, 0:0, 0~8,8,0~oops~9,9,0|3|is no move",
                "Piskvorky 19x19, 0:0, 0~8,8,0~9,9,0~-1~?,renju|1|must be 15",
                "Piskvorky 15x15, 0:0, 0~8,8,123456789012|2|is no move"
            })
    void aBrokenPsqIsToldWithLineAndReason(String text, int line, String words) {
        if (text.contains("renju")) {
            text = text.replace("-1", "Ann~Ben~-1");
        }
        assertBroken(PSQ, text, line, words);
    }

    @Test
    void whatIsWrongIsToldInShortHoweverLongTheLine() {
        String line = "x".repeat(100_000);
        Reading broken = PSQ.read("Piskvorky 15x15, 0:0, 0\n1," + line + "\n");
        assertThat(((Reading.Broken) broken).detail())
                .hasSizeLessThan(500)
                .startsWith("\"1,xxx")
                .contains("…")
                .endsWith("is no move: a column, a row and milliseconds, with commas between them");
        Reading foreign = SGF.read("(;GM[" + line + "])");
        assertThat(((Reading.Foreign) foreign).detail()).hasSizeLessThan(500).endsWith("Gomoku and Renju are GM[4]");
    }

    @ParameterizedTest
    @CsvSource({"hello", "'(;GM[6])'", "'(;GM[1]SZ[19])'", "''", "'['"})
    void aFileOfAnotherKindIsForeign(String text) {
        assertThat(SGF.read(text)).isInstanceOf(Reading.Foreign.class);
        assertThat(PSQ.read(text)).isInstanceOf(Reading.Foreign.class);
    }

    private static List<String> moves(GameRecord game) {
        return game.steps().stream().map(step -> ((Step.Moved) step).move()).toList();
    }
}
