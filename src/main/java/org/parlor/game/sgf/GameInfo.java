package org.parlor.game.sgf;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.parlor.game.Seat;
import org.parlor.game.Seats;
import org.parlor.game.sgf.SgfNode.Property;

/**
 * What a root says of the whole game in the properties that are the same for every game.
 *
 * @param root the first node of the tree
 */
public record GameInfo(SgfNode root) {

    private static final long LATEST = 1L << 52;

    /** Who played, by the seat; those whom the file does not name are left out. */
    public Map<Seat, String> names() {
        Map<Seat, String> names = new HashMap<>();
        for (Seat seat : Seats.BLACK_AND_WHITE.all()) {
            root.find(seat.equals(Seat.BLACK) ? "PB" : "PW")
                    .flatMap(Property::simpleText)
                    .ifPresent(name -> names.put(seat, name));
        }
        return names;
    }

    /**
     * When the game began, in milliseconds since 1970: by the day in {@code DT} if there is nothing better; 0 if it is not known.
     *
     * @param moment the property that holds the very moment in ISO 8601
     */
    public long startedAt(String moment) {
        Function<String, Instant> day = text -> LocalDate.parse(text.substring(0, Math.min(10, text.length())))
                .atStartOfDay()
                .toInstant(ZoneOffset.UTC);
        return time(moment, Instant::parse).or(() -> time("DT", day)).orElse(0L);
    }

    /** A time that can be read and that this project can have; no file is broken for the lack of one. */
    private Optional<Long> time(String name, Function<String, Instant> parser) {
        try {
            return root.find(name)
                    .flatMap(Property::simpleText)
                    .map(parser)
                    .map(Instant::toEpochMilli)
                    .filter(at -> at > 0 && at < LATEST);
        } catch (DateTimeParseException | ArithmeticException e) {
            return Optional.empty();
        }
    }
}
