package org.parlor.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parlor.protocol.SmallRoom.after;
import static org.parlor.protocol.SmallRoom.empty;
import static org.parlor.protocol.SmallRoom.happens;
import static org.parlor.protocol.SmallRoom.playing;
import static org.parlor.protocol.SmallRoom.seated;
import static org.parlor.protocol.SmallRoom.withClock;
import static org.parlor.protocol.SmallRoom.withDice;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.parlor.game.Outcome;
import org.parlor.game.Seat;
import org.parlor.game.Viewer;
import org.parlor.game.gomoku.Gomoku;
import org.parlor.room.Change;
import org.parlor.room.Event;
import org.parlor.room.Guest;
import org.parlor.room.Offer.Kind;
import org.parlor.room.RecordedEvent;
import org.parlor.room.Room;
import org.parlor.room.Token;
import org.parlor.runtime.Message;

/** Events as they go over the wire. */
class EventFramesTest {

    private static final JsonEncoding ENCODING = new JsonEncoding();

    private static String frame(Room before, Event event, Viewer viewer) {
        TextFrame frame = ENCODING.encode(new Message.Happened(happens(before, event), viewer));
        assertThat(frame.bytes()).isEqualTo(frame.text().getBytes(StandardCharsets.UTF_8).length);
        return frame.text();
    }

    private static String frame(Room before, Event event) {
        return frame(before, event, Viewer.SPECTATOR);
    }

    @Test
    void ofTheOpening() {
        Room room = empty();
        Change opened =
                new Change(new RecordedEvent(0, SmallRoom.AT, room.config().opening()), room);
        assertThat(ENCODING.encode(new Message.Happened(opened, Viewer.SPECTATOR))
                        .text())
                .isEqualTo("{\"type\":\"opened\",\"seq\":0,\"at\":1731000000000,\"game\":\"gomoku\","
                        + "\"options\":{\"rule\":\"freestyle\",\"size\":\"5\"},\"position\":null}");
    }

    @Test
    void ofTakingASeat() {
        assertThat(frame(empty(), new Event.Seated(Seat.BLACK, "Ann", "secret")))
                .isEqualTo("{\"type\":\"seated\",\"seq\":1,\"at\":1731000000000,\"seat\":\"black\",\"name\":\"Ann\"}");
    }

    @Test
    void ofWhoTakesASeatWithAKeyTellsTheIdAndNotTheKey() {
        Guest guest = Guest.holding(new Token("somebody's key"));
        Event seated = new Event.Seated(Seat.BLACK, "Ann", "secret", Optional.of(guest), Optional.empty());
        assertThat(frame(empty(), seated))
                .isEqualTo("{\"type\":\"seated\",\"seq\":1,\"at\":1731000000000,\"seat\":\"black\",\"name\":\"Ann\","
                        + "\"player\":\"" + guest.id() + "\"}")
                .doesNotContain(guest.keyHash());
    }

    @Test
    void ofTheStart() {
        assertThat(frame(seated(empty()), new Event.Started(1, false)))
                .isEqualTo(
                        "{\"type\":\"started\",\"seq\":3,\"at\":1731000000000,\"round\":1,\"swapped\":false,\"seats\":{"
                                + "\"black\":{\"name\":\"Ann\",\"connected\":true},"
                                + "\"white\":{\"name\":\"Ben\",\"connected\":true}},"
                                + "\"position\":\"5/5/5/5/5 b\",\"toMove\":\"black\",\"clock\":null}");
    }

    @Test
    void ofTheStartWithAClock() {
        assertThat(frame(seated(withClock("300+5")), new Event.Started(1, false)))
                .endsWith("\"toMove\":\"black\",\"clock\":{\"at\":1731000000000,"
                        + "\"left\":{\"black\":300000,\"white\":300000},\"running\":[\"black\"]}}");
        assertThat(frame(seated(withClock("600/5x30")), new Event.Started(1, false)))
                .endsWith("\"clock\":{\"at\":1731000000000,\"left\":{\"black\":600000,\"white\":600000},"
                        + "\"periods\":{\"black\":5,\"white\":5},\"running\":[\"black\"]}}");
    }

    @Test
    void ofAMove() {
        assertThat(frame(playing(empty()), new Event.Moved(Seat.BLACK, "c3")))
                .isEqualTo("{\"type\":\"moved\",\"seq\":4,\"at\":1731000000000,\"seat\":\"black\",\"move\":\"c3\","
                        + "\"position\":\"5/5/2x2/5/5 w\",\"toMove\":\"white\",\"clock\":null}");
    }

    @Test
    void ofAMoveThatTookTime() {
        assertThat(frame(playing(withClock("300+5")), new Event.Moved(Seat.BLACK, "c3", false, false, 2000)))
                .isEqualTo("{\"type\":\"moved\",\"seq\":4,\"at\":1731000000000,\"seat\":\"black\",\"move\":\"c3\","
                        + "\"spent\":2000,\"position\":\"5/5/2x2/5/5 w\",\"toMove\":\"white\","
                        + "\"clock\":{\"at\":1731000000000,\"left\":{\"black\":303000,\"white\":300000},"
                        + "\"running\":[\"white\"]}}");
    }

    @Test
    void ofAHiddenMoveTellsWhoMovedAndOnlyWhoSitsThereWhat() {
        Event hidden = new Event.Moved(Seat.BLACK, "c3", false, true, 0);
        String toOthers = "\"seat\":\"black\",\"move\":null,";
        assertThat(frame(playing(empty()), hidden)).contains(toOthers);
        assertThat(frame(playing(empty()), hidden, Viewer.at(Seat.WHITE))).contains(toOthers);
        assertThat(frame(playing(empty()), hidden, Viewer.at(Seat.BLACK)))
                .contains("\"seat\":\"black\",\"move\":\"c3\",");
    }

    @Test
    void ofAMoveWithWhichThePlayersChangeSeatsTellsTheSeats() {
        Room swap2 = SmallRoom.open(new Gomoku(), Map.of("size", "5", "opening", "swap2"), "none", Optional.empty());
        Room three = after(
                playing(swap2),
                new Event.Moved(Seat.BLACK, "c3"),
                new Event.Moved(Seat.BLACK, "d3"),
                new Event.Moved(Seat.BLACK, "e3"));
        assertThat(frame(three, new Event.Moved(Seat.WHITE, "swap")))
                .isEqualTo("{\"type\":\"moved\",\"seq\":7,\"at\":1731000000000,\"seat\":\"white\",\"move\":\"swap\","
                        + "\"seats\":{\"black\":{\"name\":\"Ben\",\"connected\":true},"
                        + "\"white\":{\"name\":\"Ann\",\"connected\":true}},"
                        + "\"position\":\"5/5/2xox/5/5 w\",\"toMove\":\"white\",\"clock\":null}");
    }

    @Test
    void ofTheMoveThatEndsTheGameHasNobodyToMove() {
        Room almost = playing(empty());
        for (String move : List.of("a1", "a2", "b1", "b2", "c1", "c2", "d1", "d2")) {
            almost = after(almost, new Event.Moved(almost.match().toMove().orElseThrow(), move));
        }
        assertThat(frame(almost, new Event.Moved(Seat.BLACK, "e1")))
                .contains("\"toMove\":null")
                .doesNotContain("due");
    }

    @Test
    void ofDice() {
        assertThat(frame(playing(withDice()), new Event.Rolled(Seat.WHITE, List.of(1, 6))))
                .isEqualTo("{\"type\":\"rolled\",\"seq\":4,\"at\":1731000000000,\"seat\":\"white\",\"dice\":[1,6],"
                        + "\"position\":\"4HPwATDgc/ABMA:MAEnAAAAAAAA\",\"toMove\":\"white\",\"clock\":null}");
    }

    @Test
    void ofHiddenDiceTellsForWhomTheyFellAndOnlyWhoSitsThereWhich() {
        Event hidden = new Event.Rolled(Seat.WHITE, List.of(1, 6), true);
        assertThat(frame(playing(withDice()), hidden)).contains("\"seat\":\"white\",\"dice\":null,");
        assertThat(frame(playing(withDice()), hidden, Viewer.at(Seat.BLACK)))
                .contains("\"seat\":\"white\",\"dice\":null,");
        assertThat(frame(playing(withDice()), hidden, Viewer.at(Seat.WHITE)))
                .contains("\"seat\":\"white\",\"dice\":[1,6],");
    }

    @Test
    void ofAWin() {
        assertThat(frame(playing(empty()), new Event.Ended(Outcome.win(Seat.BLACK, "five", List.of("h8", "h9")))))
                .isEqualTo("{\"type\":\"ended\",\"seq\":4,\"at\":1731000000000,\"winner\":\"black\","
                        + "\"reason\":\"five\",\"line\":[\"h8\",\"h9\"],\"points\":1}");
    }

    @Test
    void ofADraw() {
        assertThat(frame(playing(empty()), new Event.Ended(Outcome.draw("agreement"))))
                .isEqualTo("{\"type\":\"ended\",\"seq\":4,\"at\":1731000000000,\"winner\":null,"
                        + "\"reason\":\"agreement\",\"line\":[],\"points\":0}");
    }

    @Test
    void ofTheEndOfAGameOfManyHasAPlaceForEach() {
        Seat north = new Seat("north");
        Seat east = new Seat("east");
        Outcome outcome = new Outcome(Map.of(north, 2, east, 1), Map.of(east, 3), "home", List.of());
        assertThat(frame(playing(empty()), new Event.Ended(outcome)))
                .isEqualTo("{\"type\":\"ended\",\"seq\":4,\"at\":1731000000000,\"winner\":\"east\",\"reason\":\"home\","
                        + "\"line\":[],\"places\":{\"east\":1,\"north\":2},\"points\":{\"east\":3}}");
    }

    @Test
    void ofAnOffer() {
        assertThat(frame(playing(empty()), new Event.Offered(Seat.BLACK, Kind.DRAW, false)))
                .isEqualTo("{\"type\":\"offered\",\"seq\":4,\"at\":1731000000000,\"seat\":\"black\",\"kind\":\"draw\","
                        + "\"swap\":false,\"offer\":4}");
    }

    @Test
    void ofATakeback() {
        Room asked = after(
                playing(empty()),
                new Event.Moved(Seat.BLACK, "c3"),
                new Event.Offered(Seat.BLACK, Kind.TAKEBACK, false));
        assertThat(frame(asked, new Event.Accepted(Seat.WHITE, 5, Kind.TAKEBACK, 1, false)))
                .isEqualTo("{\"type\":\"accepted\",\"seq\":6,\"at\":1731000000000,\"seat\":\"white\",\"offer\":5,"
                        + "\"kind\":\"takeback\",\"takenBack\":1,\"position\":\"5/5/5/5/5 b\","
                        + "\"toMove\":\"black\",\"clock\":null}");
    }

    @Test
    void ofOneOfSeveralWhoAgree() {
        Room asked = after(playing(empty()), new Event.Offered(Seat.BLACK, Kind.DRAW, false));
        assertThat(frame(asked, new Event.Agreed(Seat.WHITE, 4)))
                .isEqualTo("{\"type\":\"agreed\",\"seq\":5,\"at\":1731000000000,\"seat\":\"white\",\"offer\":4}");
    }

    @Test
    void ofARefusedOffer() {
        assertThat(frame(playing(empty()), new Event.Declined(Seat.WHITE, 14, Kind.DRAW)))
                .isEqualTo("{\"type\":\"declined\",\"seq\":4,\"at\":1731000000000,\"seat\":\"white\",\"offer\":14,"
                        + "\"kind\":\"draw\"}");
    }

    @Test
    void ofChat() {
        assertThat(frame(empty(), new Event.Said(Optional.of(Seat.BLACK), Optional.of("Ann"), "hello")))
                .isEqualTo("{\"type\":\"said\",\"seq\":1,\"at\":1731000000000,\"seat\":\"black\",\"name\":\"Ann\","
                        + "\"text\":\"hello\"}");
        assertThat(frame(empty(), new Event.Said(Optional.empty(), Optional.empty(), "a \"b\" \\ \n")))
                .isEqualTo("{\"type\":\"said\",\"seq\":1,\"at\":1731000000000,\"seat\":null,\"name\":null,"
                        + "\"text\":\"a \\\"b\\\" \\\\ \\n\"}");
    }

    @Test
    void ofComingAndGoing() {
        Room room = playing(empty());
        assertThat(frame(room, new Event.Dropped(Seat.BLACK)))
                .isEqualTo("{\"type\":\"dropped\",\"seq\":4,\"at\":1731000000000,\"seat\":\"black\"}");
        assertThat(frame(room, new Event.Returned(Seat.BLACK, "k3", Optional.of("k1"))))
                .isEqualTo("{\"type\":\"returned\",\"seq\":4,\"at\":1731000000000,\"seat\":\"black\"}");
        assertThat(frame(room, new Event.Left(Seat.BLACK)))
                .isEqualTo("{\"type\":\"left\",\"seq\":4,\"at\":1731000000000,\"seat\":\"black\"}");
        assertThat(frame(seated(empty()), new Event.Ready(Seat.BLACK)))
                .isEqualTo("{\"type\":\"ready\",\"seq\":3,\"at\":1731000000000,\"seat\":\"black\"}");
    }

    static List<Event> withSecrets() {
        return List.of(
                new Event.Seated(
                        Seat.BLACK, "Ann", "5ec4e7", Optional.of(Guest.withKeyHash("5ec4e7")), Optional.empty()),
                new Event.Returned(Seat.BLACK, "5ec4e7", Optional.of("5ec4e7")));
    }

    @ParameterizedTest
    @MethodSource("withSecrets")
    void neverTellTheHashOfATokenOrAKey(Event event) {
        for (Viewer viewer : List.of(Viewer.SPECTATOR, Viewer.at(Seat.BLACK))) {
            assertThat(frame(empty(), event, viewer)).doesNotContain("5ec4e7");
        }
    }

    @Test
    void neverTellTheSecretOfTheDice() {
        Room room = withDice();
        Change opened =
                new Change(new RecordedEvent(0, SmallRoom.AT, room.config().opening()), room);
        assertThat(ENCODING.encode(new Message.Happened(opened, Viewer.at(Seat.BLACK)))
                        .text())
                .contains("\"dice\":{\"round\":1,\"commitment\":\"")
                .doesNotContain(SmallRoom.SECRET.hex())
                .doesNotContain("\"seed\"");
        Room over = after(playing(room), new Event.Rolled(Seat.WHITE, List.of(1, 6)));
        assertThat(frame(over, new Event.Ended(Outcome.draw("agreement"))))
                .contains("\"seed\":\"")
                .doesNotContain(SmallRoom.SECRET.hex());
    }
}
