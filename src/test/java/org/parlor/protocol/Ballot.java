package org.parlor.protocol;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parlor.game.Game;
import org.parlor.game.Outcome;
import org.parlor.game.Position;
import org.parlor.game.Ruling;
import org.parlor.game.Seat;
import org.parlor.game.Seats;
import org.parlor.game.Setup;
import org.parlor.game.Viewer;

/**
 * Two or three vote, {@code yea} or {@code nay}, none of them knowing of the others' votes. A position is the votes in the order of
 * the seats, a dash for one that is not cast, a question mark for one that the viewer may not know.
 */
final class Ballot implements Game {

    static final Seat NORTH = new Seat("north");
    static final Seat EAST = new Seat("east");
    static final Seat SOUTH = new Seat("south");

    @Override
    public String name() {
        return "ballot";
    }

    @Override
    public boolean hasSecrets() {
        return true;
    }

    @Override
    public Setup setUp(Map<String, String> options, Optional<String> position) {
        Votes none = new Votes(List.of(NORTH, EAST, SOUTH), Map.of());
        return new Setup.Ready(options, none, Seats.byAgreement(2, NORTH, EAST, SOUTH));
    }

    private record Votes(List<Seat> voters, Map<Seat, String> cast) implements Position {

        @Override
        public List<Seat> due() {
            return voters.stream().filter(seat -> !cast.containsKey(seat)).toList();
        }

        @Override
        public String notation() {
            return voters.stream().map(seat -> cast.getOrDefault(seat, "-")).collect(Collectors.joining(" "));
        }

        @Override
        public Ruling play(Seat seat, String move) {
            if (!move.equals("yea") && !move.equals("nay")) {
                return new Ruling.Illegal(Ruling.Reason.BAD_MOVE, "vote yea or nay");
            }
            Map<Seat, String> more = new LinkedHashMap<>(cast);
            more.put(seat, move);
            return new Ruling.Legal(move, new Votes(voters, more), Ruling.Legal.Kind.SECRET);
        }

        @Override
        public List<Ruling.Legal> legal(Seat seat) {
            return due().contains(seat)
                    ? Stream.of("yea", "nay")
                            .map(move -> (Ruling.Legal) play(seat, move))
                            .toList()
                    : List.of();
        }

        @Override
        public Optional<Outcome> outcome() {
            return due().isEmpty() ? Optional.of(Outcome.shared(voters, "counted")) : Optional.empty();
        }

        @Override
        public Position view(Viewer viewer) {
            Map<Seat, String> seen = new LinkedHashMap<>();
            cast.forEach((seat, vote) -> seen.put(seat, due().isEmpty() || viewer.sitsAt(seat) ? vote : "?"));
            return new Votes(voters, seen);
        }

        @Override
        public Position begin(List<Seat> players) {
            return new Votes(players, Map.of());
        }
    }
}
