package org.parlor.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parlor.game.Result;
import org.parlor.game.Ruling;
import org.parlor.game.Seat;
import org.parlor.game.Setup;
import org.parlor.game.gomoku.Gomoku;
import org.parlor.room.Entry;
import org.parlor.room.Event;
import org.parlor.room.Message;
import org.parlor.room.Refusal;
import org.parlor.room.Room;
import org.parlor.room.Token;

class FrameEncoderTest {

    private static final FrameEncoder ENCODER = new FrameEncoder();

    private static String encoded(Message message) {
        Outgoing outgoing = Outgoing.of(message);
        String text = ENCODER.encode(outgoing);
        assertThat(outgoing.bytes()).isEqualTo(text.getBytes(StandardCharsets.UTF_8).length);
        return text;
    }

    private static Room open() {
        Setup.Ready ready = (Setup.Ready) new Gomoku().setUp(Map.of("size", "5"), Optional.empty());
        return Room.open("r", new Event.Opened("gomoku", ready.options(), Optional.empty()), ready);
    }

    private static Room after(Room room, Event event) {
        return room.evolve(new Entry(room.seq() + 1, 1_731_000_000_000L, event));
    }

    @Nested
    class AWelcome {

        @Test
        void toAnEmptyRoomHasNobodyInTheSeats() {
            assertThat(encoded(new Message.Welcome(open())))
                    .isEqualTo("{\"type\":\"welcome\",\"protocol\":\"parlor.v1\",\"room\":\"r\",\"game\":\"gomoku\","
                            + "\"options\":{\"rule\":\"freestyle\",\"size\":\"5\"},\"seq\":0,\"status\":\"waiting\","
                            + "\"position\":\"5/5/5/5/5 b\",\"toMove\":\"black\","
                            + "\"seats\":{\"black\":null,\"white\":null},\"clock\":null}");
        }

        @Test
        void tellsWhoSitsWhereAndIsConnected() {
            Room room = after(open(), new Event.Seated(Seat.WHITE, "Ben", "key"));
            room = after(room, new Event.Dropped(Seat.WHITE));
            assertThat(encoded(new Message.Welcome(room)))
                    .contains("\"seats\":{\"black\":null,\"white\":{\"name\":\"Ben\",\"connected\":false}}")
                    .contains("\"seq\":2")
                    .doesNotContain("key");
        }

        @Test
        void afterTheGameHasNobodyToMove() {
            Room room = after(open(), new Event.Seated(Seat.BLACK, "Ann", "k1"));
            room = after(room, new Event.Seated(Seat.WHITE, "Ben", "k2"));
            room = after(room, new Event.Started(1, false));
            assertThat(encoded(new Message.Welcome(room))).contains("\"status\":\"playing\"");
            room = after(room, new Event.Ended(Result.draw("agreement")));
            assertThat(encoded(new Message.Welcome(room))).contains("\"status\":\"over\"", "\"toMove\":null");
        }
    }

    @Nested
    class AnAnswer {

        @Test
        void youHasIdAndTokenAfterSittingDown() {
            Message you = new Message.You(Optional.of("1"), Seat.BLACK, Optional.of(new Token("t0k")));
            assertThat(encoded(you)).isEqualTo("{\"type\":\"you\",\"id\":\"1\",\"seat\":\"black\",\"token\":\"t0k\"}");
        }

        @Test
        void youHasNeitherAfterASwap() {
            assertThat(encoded(new Message.You(Optional.empty(), Seat.WHITE, Optional.empty())))
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
            Ruling.Legal play = (Ruling.Legal) open().position().play("c3");
            assertThat(encoded(new Message.Legal(Optional.of("14"), 9, List.of(play), List.of())))
                    .isEqualTo("{\"type\":\"legal\",\"id\":\"14\",\"seq\":9,"
                            + "\"plays\":[{\"move\":\"c3\",\"position\":\"5/5/2x2/5/5 w\"}]}");
        }

        @Test
        void legalTellsWhatIsForbiddenOnlyIfAnythingIs() {
            assertThat(encoded(new Message.Legal(Optional.empty(), 9, List.of(), List.of("h9"))))
                    .isEqualTo("{\"type\":\"legal\",\"seq\":9,\"plays\":[],\"forbidden\":[\"h9\"]}");
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

    @Test
    void anEventIsSentAsItIsStored() {
        assertThat(encoded(new Message.Heard("{\"type\":\"left\" }"))).isEqualTo("{\"type\":\"left\" }");
    }
}
