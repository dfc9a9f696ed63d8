package org.parlor.game.gomoku;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Recorded verdicts on which independent referees agree, a JSON object a line. Points are [x, y] from the top left. */
final class Recorded {

    /** One point, black to play. */
    public record Point(
            String id,
            List<List<Integer>> black,
            List<List<Integer>> white,
            List<Integer> point,
            boolean forbidden,
            List<String> kinds,
            boolean makes_five) {}

    /** A whole board with X black and O white, and everything that black may not play. */
    public record WholeBoard(String id, List<String> rows, List<Ban> forbidden) {}

    /** A forbidden point of a whole board. */
    public record Ban(List<Integer> p, List<String> kinds) {}

    /** A game with a letter for every ply: - goes on, B or W wins, D is a draw. */
    public record Play(String id, String rule, int size, List<List<Integer>> moves, String result_by_ply, String end) {}

    private Recorded() {}

    static <T> List<T> lines(String resource, Class<T> type) throws IOException {
        Jsonb json = JsonbBuilder.create();
        try (InputStream in = Recorded.class.getResourceAsStream(resource);
                BufferedReader text = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return text.lines().map(line -> json.fromJson(line, type)).toList();
        }
    }
}
