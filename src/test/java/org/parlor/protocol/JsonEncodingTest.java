package org.parlor.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parlor.protocol.SmallRoom.after;
import static org.parlor.protocol.SmallRoom.empty;
import static org.parlor.protocol.SmallRoom.playing;
import static org.parlor.protocol.SmallRoom.withClock;
import static org.parlor.protocol.SmallRoom.withDice;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parlor.game.Outcome;
import org.parlor.game.Ruling;
import org.parlor.game.Seat;
import org.parlor.game.Viewer;
import org.parlor.room.Event;
import org.parlor.room.Guest;
import org.parlor.room.Refusal;
import org.parlor.room.Room;
import org.parlor.room.Token;
import org.parlor.runtime.Message;

class JsonEncodingTest {

    private static final JsonEncoding ENCODING = new JsonEncoding();

    private static String encoded(Message message) {
        TextFrame frame = ENCODING.encode(message);
        assertThat(frame.bytes()).isEqualTo(frame.text().getBytes(StandardCharsets.UTF_8).length);
        return frame.text();
    }

    private static String welcome(Room room) {
        return encoded(new Message.Welcome(room, Viewer.SPECTATOR));
    }

    @Nested
    class AWelcome {

        @Test
        void toAnEmptyRoomHasNobodyInTheSeats() {
            assertThat(welcome(empty()))
                    .isEqualTo("{\"type\":\"welcome\",\"protocol\":\"parlor.v1\",\"room\":\"r\",\"game\":\"gomoku\","
                            + "\"options\":{\"rule\":\"freestyle\",\"size\":\"5\"},\"seq\":0,\"status\":\"waiting\","
                            + "\"position\":\"5/5/5/5/5 b\",\"toMove\":\"black\","
                            + "\"seats\":{\"black\":null,\"white\":null},\"clock\":null}");
        }

        @Test
        void tellsWhoSitsWhereAndIsConnected() {
            Room room = after(empty(), new Event.Seated(Seat.WHITE, "Ben", "key"));
            room = after(room, new Event.Dropped(Seat.WHITE));
            assertThat(welcome(room))
                    .contains("\"seats\":{\"black\":null,\"white\":{\"name\":\"Ben\",\"connected\":false}}")
                    .contains("\"seq\":2")
                    .doesNotContain("key");
        }

        @Test
        void afterTheGameHasNobodyToMove() {
            Room room = playing(empty());
            assertThat(welcome(room)).contains("\"status\":\"playing\"");
            room = after(room, new Event.Ended(Outcome.draw("agreement")));
            assertThat(welcome(room)).contains("\"status\":\"over\"", "\"toMove\":null");
        }
    }

    @Nested
    class AWelcomeElsewhere {

        private static final Guest GUEST = Guest.holding(new Token("somebody's key"));

        /** Three seats, of which two are taken, in a game in which votes are hidden. */
        private static Room ballot() {
            return after(
                    SmallRoom.open(new Ballot(), Map.of(), "none", Optional.empty()),
                    new Event.Seated(Ballot.SOUTH, "Ann", "k1", Optional.of(GUEST), Optional.empty()),
                    new Event.Seated(Ballot.NORTH, "Ben", "k2"),
                    new Event.Ready(Ballot.SOUTH));
        }

        private static Room voting() {
            return after(
                    ballot(),
                    new Event.Ready(Ballot.NORTH),
                    new Event.Started(1, false),
                    new Event.Moved(Ballot.SOUTH, "yea", false, true, 0));
        }

        @Test
        void whereTimeIsCountedNamesTheClockAmongTheOptions() {
            assertThat(welcome(withClock("300+5")))
                    .contains("\"options\":{\"clock\":\"300+5\",\"rule\":\"freestyle\",\"size\":\"5\"}")
                    .endsWith("\"clock\":null}");
            assertThat(welcome(playing(withClock("300+5"))))
                    .endsWith("\"clock\":{\"at\":1731000000000,\"left\":{\"black\":300000,\"white\":300000},"
                            + "\"running\":[\"black\"]}}");
        }

        @Test
        void whereDiceFallBindsTheServerToThem() {
            assertThat(welcome(withDice()))
                    .contains("\"clock\":null,\"dice\":{\"round\":1,\"commitment\":\"")
                    .doesNotContain(SmallRoom.SECRET.hex());
        }

        @Test
        void whereAllWhoSitMustAgreeTellsSoAndWhoIsReady() {
            assertThat(welcome(ballot()))
                    .endsWith("\"status\":\"waiting\",\"position\":\"- - -\",\"toMove\":null,"
                            + "\"due\":[\"north\",\"east\",\"south\"],\"seats\":{"
                            + "\"north\":{\"name\":\"Ben\",\"connected\":true,\"ready\":false},\"east\":null,"
                            + "\"south\":{\"name\":\"Ann\",\"connected\":true,\"player\":\"" + GUEST.id()
                            + "\",\"ready\":true}},\"clock\":null,\"start\":\"agreement\",\"fewest\":2}");
        }

        @Test
        void whereSomethingIsHiddenShowsToEachWhatEachMayKnow() {
            assertThat(welcome(voting()))
                    .contains("\"position\":\"- ?\",\"toMove\":\"north\",\"due\":[\"north\"]")
                    .doesNotContain("\"ready\"");
            assertThat(encoded(new Message.Welcome(voting(), Viewer.at(Ballot.SOUTH))))
                    .contains("\"position\":\"- yea\"");
        }

        @Test
        void isFollowedByAYouThatShowsTheBoardWhereSomethingIsHidden() {
            assertThat(encoded(
                            new Message.You(Optional.of("1"), Ballot.SOUTH, Optional.of(new Token("t0k")), voting())))
                    .isEqualTo("{\"type\":\"you\",\"id\":\"1\",\"seat\":\"south\",\"player\":\"" + GUEST.id()
                            + "\",\"token\":\"t0k\",\"position\":\"- yea\",\"toMove\":\"north\",\"due\":[\"north\"]}");
            assertThat(encoded(new Message.You(Optional.empty(), Ballot.NORTH, Optional.empty(), voting())))
                    .isEqualTo("{\"type\":\"you\",\"seat\":\"north\",\"position\":\"- ?\",\"toMove\":\"north\","
                            + "\"due\":[\"north\"]}");
        }
    }

    @Nested
    class AnAnswer {

        @Test
        void youHasIdAndTokenAfterSittingDown() {
            Message you = new Message.You(Optional.of("1"), Seat.BLACK, Optional.of(new Token("t0k")), empty());
            assertThat(encoded(you)).isEqualTo("{\"type\":\"you\",\"id\":\"1\",\"seat\":\"black\",\"token\":\"t0k\"}");
        }

        @Test
        void youHasNeitherAfterASwap() {
            assertThat(encoded(new Message.You(Optional.empty(), Seat.WHITE, Optional.empty(), empty())))
                    .isEqualTo("{\"type\":\"you\",\"seat\":\"white\"}");
        }

        @Test
        void ackHasTheEventsNumber() {
            assertThat(encoded(new Message.Ack("7", 9))).isEqualTo("{\"type\":\"ack\",\"id\":\"7\",\"seq\":9}");
        }

        @Test
        void refusedHasReasonAndDetail() {
            Refusal refusal = new Refusal(Refusal.Reason.NOT_YOUR_TURN, "it is \"white\"'s turn");
            assertThat(encoded(new Message.Refused(Optional.of("7"), refusal)))
                    .isEqualTo("{\"type\":\"refused\",\"id\":\"7\",\"reason\":\"not-your-turn\","
                            + "\"detail\":\"it is \\\"white\\\"'s turn\"}");
        }

        @Test
        void refusedHasTheIdNullIfTheFrameHadNone() {
            Refusal refusal = new Refusal(Refusal.Reason.BAD_FRAME, "no");
            assertThat(encoded(new Message.Refused(Optional.empty(), refusal)))
                    .isEqualTo("{\"type\":\"refused\",\"id\":null,\"reason\":\"bad-frame\",\"detail\":\"no\"}");
        }

        @Test
        void legalHasEveryMoveWithThePositionAfterIt() {
            Ruling.Legal play = (Ruling.Legal) empty().position().play("c3");
            assertThat(encoded(new Message.Legal(Optional.of("14"), 9, List.of(play), List.of(), true)))
                    .isEqualTo("{\"type\":\"legal\",\"id\":\"14\",\"seq\":9,"
                            + "\"plays\":[{\"move\":\"c3\",\"position\":\"5/5/2x2/5/5 w\"}]}");
        }

        @Test
        void legalTellsNoPositionThatMayNotBeKnown() {
            Ruling.Legal play = (Ruling.Legal) empty().position().play("c3");
            assertThat(encoded(new Message.Legal(Optional.of("14"), 9, List.of(play), List.of(), false)))
                    .isEqualTo("{\"type\":\"legal\",\"id\":\"14\",\"seq\":9,\"plays\":[{\"move\":\"c3\"}]}");
        }

        @Test
        void legalTellsWhatIsForbiddenOnlyIfAnythingIs() {
            assertThat(encoded(new Message.Legal(Optional.empty(), 9, List.of(), List.of("h9"), true)))
                    .isEqualTo("{\"type\":\"legal\",\"seq\":9,\"plays\":[],\"forbidden\":[\"h9\"]}");
        }

        @Test
        void refusedSaysOfALogOfANewerVersionWhatItIs() {
            Refusal refusal = new Refusal(Refusal.Reason.NEWER_VERSION, "come back");
            assertThat(encoded(new Message.Refused(Optional.empty(), refusal)))
                    .contains("\"reason\":\"newer-version\"");
        }

        @ParameterizedTest
        @ValueSource(strings = {"1", "-1.5", "1731000000000.25", "9007199254740993"})
        void pongHasTheNumberOfThePing(String number) {
            assertThat(encoded(new Message.Pong(new BigDecimal(number), 1_731_000_000_000L)))
                    .isEqualTo("{\"type\":\"pong\",\"t\":" + number + ",\"now\":1731000000000}");
        }

        @ParameterizedTest
        @ValueSource(strings = {"1e400", "1e999999999", "1e-999999999"})
        void pongToAHugeNumberIsStillShort(String number) {
            String pong = encoded(new Message.Pong(new BigDecimal(number), 1));
            assertThat(pong).hasSizeLessThan(100);
            assertThat(new Json().read(pong)).containsEntry("t", new BigDecimal(number));
        }
    }
}
