package org.parlor.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.parlor.game.Outcome;
import org.parlor.game.Position;
import org.parlor.game.Ruling;
import org.parlor.game.Seat;
import org.parlor.game.Setup;
import org.parlor.game.gomoku.Gomoku;

/**
 * A picture on the page "Rules".
 *
 * @param name of the file, without its end
 * @param options of the game
 * @param rows the first position from the top, {@code x} black, {@code o} white, {@code .} empty; none for an empty board
 * @param next whose turn it is in the first position
 * @param moves what is played then; the rules may refuse the last one
 * @param outcome what the rules must say afterwards, in the words of {@link #verdict()}
 */
record RulePicture(
        String name, Map<String, String> options, List<String> rows, Seat next, List<String> moves, String outcome) {

    private static final Pattern GAP = Pattern.compile("\\.+");

    /** What comes of the moves: where the game stands, and the answer to the last move. */
    record Played(Position position, List<String> legal, Optional<String> refused) {

        /** The moves that put stones. */
        List<String> stones() {
            return legal.stream().filter(BoardDrawing::isPoint).toList();
        }

        /** The points that were offered for the fifth stone, until one is picked. */
        List<String> offered() {
            List<String> offered = legal.stream()
                    .map(BoardDrawing::offer)
                    .flatMap(Optional::stream)
                    .toList();
            return offered.contains(legal.isEmpty() ? "" : legal.get(legal.size() - 1)) ? List.of() : offered;
        }
    }

    /** The position that is drawn. */
    Position position() {
        return played().position();
    }

    /** The move that the rules refused. */
    Optional<String> refusedMove() {
        return played().refused().map(detail -> moves.get(moves.size() - 1));
    }

    /** What the rules say: who has won and why, why the last move is refused, or who may do what next. */
    String verdict() {
        Played played = played();
        return played.refused()
                .map(detail -> "refused: " + detail)
                .or(() -> played.position().outcome().map(RulePicture::ending))
                .orElseGet(() -> next(played.position()));
    }

    private static String ending(Outcome result) {
        return result.winner().map(seat -> seat.label() + " wins: ").orElse("draw: ") + result.reason();
    }

    private static String next(Position position) {
        List<String> moves = position.legal().stream().map(Ruling.Legal::move).toList();
        List<String> words = new ArrayList<>(
                moves.stream().filter(move -> !BoardDrawing.isPoint(move)).toList());
        long points = moves.stream().filter(BoardDrawing::isPoint).count();
        long offers = words.stream()
                .filter(word -> BoardDrawing.offer(word).isPresent())
                .count();
        words.removeIf(word -> BoardDrawing.offer(word).isPresent());
        if (points + offers > 0) {
            words.add((points + offers) + " points");
        }
        return position.toMove().orElseThrow().label() + " may choose: " + String.join(", ", words);
    }

    Played played() {
        Position now = start();
        List<String> legal = new ArrayList<>();
        for (String move : moves) {
            Ruling ruling = now.play(move);
            if (ruling instanceof Ruling.Illegal illegal) {
                if (legal.size() + 1 < moves.size()) {
                    throw new AssertionError(name + ": " + illegal.detail());
                }
                return new Played(now, legal, Optional.of(illegal.detail()));
            }
            legal.add(move);
            now = ((Ruling.Legal) ruling).after();
        }
        return new Played(now, legal, Optional.empty());
    }

    private Position start() {
        Optional<String> position = rows.isEmpty() ? Optional.empty() : Optional.of(notation());
        Setup setup = new Gomoku().setUp(options, position);
        if (setup instanceof Setup.Ready ready) {
            return ready.position();
        }
        throw new AssertionError(name + ": " + ((Setup.Rejected) setup).detail());
    }

    private String notation() {
        StringBuilder text = new StringBuilder();
        for (String row : rows) {
            text.append(text.isEmpty() ? "" : "/").append(counted(row));
        }
        return text + (next.equals(Seat.BLACK) ? " b" : " w");
    }

    private static String counted(String row) {
        return GAP.matcher(row).replaceAll(gap -> String.valueOf(gap.group().length()));
    }
}
