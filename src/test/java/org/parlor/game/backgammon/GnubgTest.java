package org.parlor.game.backgammon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parlor.game.GameRecord;
import org.parlor.game.Position;
import org.parlor.game.RecordFormat;
import org.parlor.game.Ruling;
import org.parlor.game.Seat;

/** GNU Backgammon reads what is written here, and agrees on it. */
class GnubgTest {

    private static final int POSITIONS = 2000;
    private static final int MATCHES = 60;
    private static final Backgammon BACKGAMMON = new Backgammon();

    @TempDir
    private Path folder;

    @Test
    void gnuBackgammonHasTheSamePlaysInTheSameWordsAndWritesTheSameId() throws Exception {
        Random random = new Random(6);
        List<Position> positions = new ArrayList<>();
        while (positions.size() < POSITIONS) {
            positions.add(random.nextBoolean() ? anyBoard(random) : fromMatch(random));
        }
        List<Gnubg.Seen> seen =
                Gnubg.see(folder, positions.stream().map(Position::notation).toList());
        assertThat(seen).hasSameSizeAs(positions);
        for (int i = 0; i < positions.size(); i++) {
            Position position = positions.get(i);
            assertThat(seen.get(i).id()).isEqualTo(position.notation());
            if (((BackgammonPosition) position).phase() instanceof Rolled) {
                List<String> plays =
                        position.legal().stream().map(Ruling.Legal::move).toList();
                assertThat(seen.get(i).plays())
                        .as(position.notation())
                        .containsExactlyInAnyOrderElementsOf(plays.equals(List.of("pass")) ? List.of() : plays);
            }
        }
    }

    private static Position anyBoard(Random random) {
        Dice dice = Dice.of(1 + random.nextInt(6), 1 + random.nextInt(6));
        MatchState state = new MatchState(
                Match.start(new Rules(0, true, false, true, false)),
                RandomMatch.board(random),
                Cube.CENTRED,
                random.nextBoolean() ? Seat.BLACK : Seat.WHITE);
        return new BackgammonPosition(state, new Rolled(dice));
    }

    /** A position from a match, of a kind that GNU Backgammon can be shown: it steps back from doubles and offers to resign. */
    private static Position fromMatch(Random random) {
        List<Map<String, String>> options = List.of(Map.of("length", "5"), Map.of("length", "0"), Map.of());
        List<Position> match = RandomMatch.play(options.get(random.nextInt(options.size())), random, 600);
        Position position = match.get(random.nextInt(match.size()));
        Phase phase = ((BackgammonPosition) position).phase();
        return phase instanceof Rolled || phase instanceof BeforeRoll ? position : fromMatch(random);
    }

    @Test
    void gnuBackgammonImportsEveryMatchFromBothFormatsWithItsGamesAndItsEnd() throws Exception {
        Random random = new Random(7);
        List<GameRecord> matches = new ArrayList<>();
        List<Path> files = new ArrayList<>();
        while (matches.size() < MATCHES) {
            GameRecord match = RandomMatch.record(random);
            for (RecordFormat format : BACKGAMMON.formats()) {
                if (format.holds(match)) {
                    Path file = folder.resolve(matches.size() + "." + format.extension());
                    files.add(Files.writeString(file, format.write(match)));
                    matches.add(match);
                }
            }
        }
        List<Gnubg.Imported> imported = Gnubg.open(folder, files);
        for (int i = 0; i < matches.size(); i++) {
            check(matches.get(i), imported.get(i), files.get(i));
        }
    }

    private static void check(GameRecord match, Gnubg.Imported imported, Path file) throws IOException {
        String text = Files.readString(file);
        List<SingleGame> games = SingleGame.of(BACKGAMMON, match);
        List<?> theirs = (List<?>) imported.match().get("games");
        assertThat(theirs).as(text).hasSameSizeAs(games);
        for (int i = 0; i < games.size(); i++) {
            Map<?, ?> game = (Map<?, ?>) theirs.get(i);
            Map<?, ?> info = (Map<?, ?>) game.get("info");
            Optional<SingleGame.End> end = games.get(i).end();
            assertThat(Optional.ofNullable(info.get("points-won")).map(points -> ((Number) points).intValue()))
                    .as(text)
                    .isEqualTo(end.map(SingleGame.End::points));
            // It calls its player 0 X here.
            assertThat(Optional.ofNullable(info.get("winner")))
                    .as(text)
                    .isEqualTo(end.map(it -> it.winner().equals(Seat.WHITE) ? "X" : "O"));
            long plays = games.get(i).events().stream()
                    .filter(event -> event.play().isPresent())
                    .count();
            assertThat(((List<?>) game.get("game"))
                            .stream()
                                    .filter(action -> "move".equals(((Map<?, ?>) action).get("action")))
                                    .count())
                    .as(text)
                    .isEqualTo(plays);
        }
    }
}
