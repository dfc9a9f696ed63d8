package org.parlor.protocol;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parlor.game.Outcome;
import org.parlor.game.Seat;
import org.parlor.game.Seats;

/** How the end of a game is written: of two who sit across from each other by who won, of others by their places. */
final class Outcomes {

    private static final int ANY_LENGTH = Integer.MAX_VALUE;

    private Outcomes() {}

    static void write(JsonWriter out, Outcome outcome) {
        out.with("winner", outcome.winner().map(Seat::label))
                .with("reason", outcome.reason())
                .with("line", outcome.line());
        if (Seats.BLACK_AND_WHITE.all().containsAll(outcome.places().keySet())) {
            out.with("points", outcome.winnersPoints());
        } else {
            out.with("places", byLabel(outcome.places())).with("points", byLabel(outcome.points()));
        }
    }

    private static Map<String, Integer> byLabel(Map<Seat, Integer> numbers) {
        Map<String, Integer> labelled = new LinkedHashMap<>();
        numbers.entrySet().stream()
                .sorted(Map.Entry.<Seat, Integer>comparingByValue()
                        .thenComparing(entry -> entry.getKey().label()))
                .forEach(entry -> labelled.put(entry.getKey().label(), entry.getValue()));
        return labelled;
    }

    static Outcome read(JsonReader in) {
        String reason = in.text("reason", ANY_LENGTH);
        List<String> line = in.words("line");
        if (in.has("places")) {
            return new Outcome(bySeat(in.texts("places")), bySeat(in.texts("points")), reason, line);
        }
        Optional<Seat> winner = in.optionalSeat("winner");
        if (winner.isPresent() && !Seats.BLACK_AND_WHITE.all().contains(winner.get())) {
            throw new JsonReader.BadField("\"winner\" must be black or white where no \"places\" are told");
        }
        int points = in.count("points");
        return winner.map(seat -> Outcome.win(seat, reason, line, points))
                .orElseGet(() -> new Outcome(Map.of(Seat.BLACK, 1, Seat.WHITE, 1), Map.of(), reason, line));
    }

    private static Map<Seat, Integer> bySeat(Map<String, String> numbers) {
        Map<Seat, Integer> seats = new HashMap<>();
        numbers.forEach((label, number) -> seats.put(new Seat(label), Integer.valueOf(number)));
        return seats;
    }
}
