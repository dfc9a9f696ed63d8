package org.parlor.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.parlor.fairness.Seed;
import org.parlor.game.Outcome;
import org.parlor.game.Position;
import org.parlor.game.Roll;
import org.parlor.game.Ruling;
import org.parlor.game.Seat;
import org.parlor.game.Setup;
import org.parlor.game.Viewer;
import org.parlor.protocol.JsonEncoding;
import org.parlor.room.Change;
import org.parlor.room.Command;
import org.parlor.room.CommandContext;
import org.parlor.room.Decision;
import org.parlor.room.Event;
import org.parlor.room.PlayCommand;
import org.parlor.room.Refusal.Reason;
import org.parlor.room.Room;
import org.parlor.room.RoomConfig;
import org.parlor.room.SeatCommand;
import org.parlor.room.ServedTime;
import org.parlor.room.Status;
import org.parlor.runtime.Message;

class HighCardTest {

    private static final Seat LEFT = new Seat("left");
    private static final Seat MIDDLE = new Seat("middle");
    private static final Seat RIGHT = new Seat("right");
    private static final List<Seat> SEATS = List.of(LEFT, MIDDLE, RIGHT);
    private static final int PLAYER_OF_LEFT = 1;
    private static final int PLAYER_OF_MIDDLE = 2;
    private static final int PLAYER_OF_RIGHT = 3;

    private final HighCard game = new HighCard();

    private Setup.Ready ready() {
        return (Setup.Ready) game.setUp(Map.of(), Optional.empty());
    }

    /** The position after these cards were dealt, from left to right. */
    private Position dealt(int... cards) {
        Position position = ready().position();
        for (int card : cards) {
            position = position.roll().orElseThrow().after(List.of(card));
        }
        return position;
    }

    private static Position decided(Position position, Seat seat, String move) {
        return ((Ruling.Legal) position.play(seat, move)).after();
    }

    /** The position once all have decided, from left to right. */
    private static Position decided(Position position, String... moves) {
        Position after = position;
        for (int i = 0; i < moves.length; i++) {
            after = decided(after, SEATS.get(i), moves[i]);
        }
        return after;
    }

    @Test
    void everyoneIsDealtOneOfTwelveCardsAndNoCardTwice() {
        Random random = new Random(1);
        List<List<Integer>> hands = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            List<Integer> hand = new ArrayList<>();
            Position position = ready().position();
            while (position.roll().isPresent()) {
                Roll roll = position.roll().get();
                assertThat(roll.isSecret()).isTrue();
                List<Integer> card = roll.dice(sides -> 1 + random.nextInt(sides));
                assertThat(roll.seat(card)).isEqualTo(SEATS.get(hand.size()));
                hand.addAll(card);
                position = roll.after(card);
            }
            assertThat(hand).hasSize(3).doesNotHaveDuplicates().allMatch(card -> card >= 1 && card <= 12);
            hands.add(hand);
        }
        assertThat(hands.stream().flatMap(List::stream).distinct()).hasSize(12);
    }

    @Test
    void allDecideAtOnceAndEachOnce() {
        Position start = dealt(5, 12, 7);
        assertThat(start.due()).isEqualTo(SEATS);
        assertThat(start.toMove()).isEmpty();
        Position after = decided(start, MIDDLE, "raise");
        assertThat(after.due()).containsExactly(LEFT, RIGHT);
        assertThat(after.legal(MIDDLE)).isEmpty();
        assertThat(after.legal(LEFT)).extracting(Ruling.Legal::move).containsExactly("raise", "fold");
        assertThat(after.legal(LEFT)).allMatch(Ruling.Legal::isSecret);
        for (String nonsense : List.of("", "show", "Raise", "5")) {
            assertThat(after.play(LEFT, nonsense))
                    .isInstanceOfSatisfying(Ruling.Illegal.class, illegal -> assertThat(illegal.reason())
                            .isEqualTo(Ruling.Reason.BAD_MOVE));
        }
    }

    @Test
    void ofThoseWhoRaiseTheHighestCardWins() {
        assertThat(decided(dealt(5, 12, 7), "raise", "raise", "raise").outcome())
                .contains(new Outcome(Map.of(LEFT, 2, MIDDLE, 1, RIGHT, 2), Map.of(MIDDLE, 1), "high-card", List.of()));
        assertThat(decided(dealt(5, 12, 7), "raise", "fold", "raise").outcome().flatMap(Outcome::winner))
                .contains(RIGHT);
        assertThat(decided(dealt(5, 12, 7), "raise", "fold").outcome()).isEmpty();
    }

    @Test
    void ifAllFoldNobodyWins() {
        Outcome outcome =
                decided(dealt(5, 12, 7), "fold", "fold", "fold").outcome().orElseThrow();
        assertThat(outcome.winner()).isEmpty();
        assertThat(outcome.places()).isEqualTo(Map.of(LEFT, 1, MIDDLE, 1, RIGHT, 1));
        assertThat(outcome.points()).isEmpty();
    }

    @Test
    void eachSeesTheirOwnCardAndDecisionUntilAllHaveDecided() {
        Position position = decided(dealt(10, 12, 1), MIDDLE, "raise");
        assertThat(position.notation()).isEqualTo("10- 12r 1-");
        assertThat(position.view(Viewer.at(LEFT)).notation()).isEqualTo("10- ?? ?-");
        assertThat(position.view(Viewer.at(MIDDLE)).notation()).isEqualTo("?- 12r ?-");
        assertThat(position.view(Viewer.at(RIGHT)).notation()).isEqualTo("?- ?? 1-");
        assertThat(position.view(Viewer.SPECTATOR).notation()).isEqualTo("?- ?? ?-");
        Position over = decided(decided(position, LEFT, "fold"), RIGHT, "raise");
        assertThat(over.view(Viewer.SPECTATOR).notation()).isEqualTo("10f 12r 1r");
    }

    @Test
    void whatTheOthersMayHoldIsDrawnFromTheCardsThatAreLeft() {
        Position position = decided(dealt(10, 12, 1), MIDDLE, "raise");
        Random random = new Random(1);
        List<String> worlds = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            String world = position.world(Viewer.at(LEFT), random).notation();
            assertThat(world).matches("10- ([1-9]|11|12)[rf] ([1-9]|11|12)-");
            worlds.add(world);
        }
        assertThat(worlds.stream().distinct().count()).isGreaterThan(100);
    }

    @Test
    void whoGivesUpFoldsAndTheOthersPlayOn() {
        Position rest = dealt(5, 12, 7).without(MIDDLE).orElseThrow();
        assertThat(rest.due()).containsExactly(LEFT, RIGHT);
        assertThat(decided(decided(rest, LEFT, "raise"), RIGHT, "raise")
                        .outcome()
                        .flatMap(Outcome::winner))
                .contains(RIGHT);
    }

    @Test
    void whatTheGameDoesNotKnowIsRejected() {
        assertThat(game.setUp(Map.of("cards", "20"), Optional.empty())).isInstanceOf(Setup.Rejected.class);
        assertThat(game.setUp(Map.of(), Optional.of("5- 12- 7-"))).isInstanceOf(Setup.Rejected.class);
        assertThat(game.setUp(Map.of(), Optional.of("-- -- --"))).isInstanceOf(Setup.Ready.class);
    }

    @Test
    void aRoomPlaysItAndTellsNobodyWhatTheyMayNotKnow() {
        Table table = new Table();
        table.does(0, new SeatCommand.Sit(Optional.of(LEFT), "Ann"));
        table.does(0, new SeatCommand.Sit(Optional.of(MIDDLE), "Ben"));
        table.does(0, new SeatCommand.Sit(Optional.of(RIGHT), "Cleo"));
        table.does(PLAYER_OF_RIGHT, new PlayCommand.Move("raise"));
        assertThat(table.refusal(PLAYER_OF_RIGHT, new PlayCommand.Move("fold"))).isEqualTo(Reason.NOT_YOUR_TURN);
        table.does(PLAYER_OF_LEFT, new PlayCommand.Move("raise"));
        for (Seat seat : SEATS) {
            table.assertHidden(Viewer.at(seat));
        }
        table.assertHidden(Viewer.SPECTATOR);
        int told = table.changes.size();
        table.does(PLAYER_OF_MIDDLE, new PlayCommand.Move("fold"));
        assertThat(table.room.status()).isEqualTo(Status.OVER);
        assertThat(table.room.match().outcome()).isEqualTo(table.room.position().outcome());
        assertThat(table.frames(Viewer.SPECTATOR).get(told))
                .contains("\"position\":\"" + table.room.position().notation());
    }

    /** A room in which every change is kept. */
    private final class Table {

        private final JsonEncoding json = new JsonEncoding();
        private final List<Change> changes = new ArrayList<>();
        private Room room;

        Table() {
            Setup.Ready ready = ready();
            Seed seed = new Seed("%064x".formatted(7));
            Event.Opened opening = new Event.Opened(game.name(), ready.options(), Optional.empty(), Optional.of(seed));
            room = Room.open(RoomConfig.of("r", opening, game, ready), 0);
        }

        private Decision decision(int player, Command command) {
            return command.decide(
                    room, new CommandContext(player, "hash", 0, Duration.ofMinutes(1), ServedTime.ALWAYS));
        }

        void does(int player, Command command) {
            List<Change> decided = ((Decision.Accepted) decision(player, command)).changes();
            changes.addAll(decided);
            room = decided.get(decided.size() - 1).after();
        }

        Reason refusal(int player, Command command) {
            return ((Decision.Refused) decision(player, command)).refusal().reason();
        }

        List<String> frames(Viewer viewer) {
            return changes.stream()
                    .map(change ->
                            json.encode(new Message.Happened(change, viewer)).text())
                    .toList();
        }

        /** So far a viewer was told no card, no decision and no dice but their own. */
        void assertHidden(Viewer viewer) {
            for (String frame : frames(viewer)) {
                boolean own = viewer.seat()
                        .filter(seat -> frame.contains("\"seat\":\"" + seat.label()))
                        .isPresent();
                if (!own) {
                    assertThat(frame).doesNotContainPattern("\"move\":\"").doesNotContainPattern("\"dice\":\\[");
                }
                for (Seat seat : SEATS) {
                    if (frame.contains("\"position\":") && !viewer.sitsAt(seat)) {
                        String words = frame.replaceAll(".*\"position\":\"([^\"]*)\".*", "$1");
                        assertThat(List.of(words.split(" ", -1)).get(SEATS.indexOf(seat)))
                                .matches("[?-][?-]");
                    }
                }
            }
            assertThat(frames(viewer)).anyMatch(frame -> frame.startsWith("{\"type\":\"moved\""));
        }
    }
}
