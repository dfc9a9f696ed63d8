package org.parlor.game.backgammon;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Recorded positions and matches on which independent programs agree, a JSON object a line. */
final class Recorded {

    /** Positions and matches of others, which may be read where they lie but not kept here. */
    static final Path SHARED = Path.of("..", "shared", "games");

    /** A throw and every position, seen by the mover, that a play of it leads to. */
    public record Throw(String id, String position_id, List<Integer> dice, int dice_used, List<String> results) {}

    /** A last play and what the game then counts. Checkers by point from 1 to 24 and the bar. */
    public record Score(
            String id,
            boolean jacoby,
            int cube,
            boolean cube_turned,
            List<Integer> winner_me,
            List<Integer> loser_opp,
            List<Integer> dice,
            String move,
            String what,
            int points) {}

    /** A match; player 0 is the one whose column is on the left. */
    public record Match(String id, String mat_file, int length, List<Game> games, List<Integer> final_score) {}

    /** A game of a match. */
    public record Game(
            boolean crawford,
            List<Integer> start_score,
            List<Action> actions,
            String end,
            int winner,
            int cube,
            String last,
            int gnubg_points) {}

    /** What a player did; positions are seen by the player. */
    public record Action(
            int p, String a, List<Integer> dice, List<List<Integer>> moves, String before, String after, int to) {}

    private Recorded() {}

    /** Lines that this project keeps. */
    static <T> List<T> kept(String resource, Class<T> type) throws IOException {
        try (InputStream in = Recorded.class.getResourceAsStream(resource)) {
            return parse(
                    new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .toList(),
                    type);
        }
    }

    /** Lines that lie beside the project. */
    static <T> List<T> shared(String file, Class<T> type) throws IOException {
        return parse(Files.readAllLines(SHARED.resolve(file)), type);
    }

    static boolean isSharedThere() {
        return Files.isDirectory(SHARED);
    }

    private static <T> List<T> parse(List<String> lines, Class<T> type) {
        Jsonb json = JsonbBuilder.create();
        return lines.stream().map(line -> json.fromJson(line, type)).toList();
    }
}
