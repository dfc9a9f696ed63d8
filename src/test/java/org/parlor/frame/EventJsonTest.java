package org.parlor.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parlor.game.Result;
import org.parlor.game.Seat;
import org.parlor.game.Setup;
import org.parlor.game.gomoku.Gomoku;
import org.parlor.room.Entry;
import org.parlor.room.Event;
import org.parlor.room.Line;
import org.parlor.room.Offer.Kind;
import org.parlor.room.Room;
import org.parlor.room.Seed;

class EventJsonTest {

    private static final long AT = 1_731_000_000_000L;
    private static final EventJson CODEC = new EventJson();

    private static Room empty() {
        Setup.Ready ready = (Setup.Ready) new Gomoku().setUp(Map.of("size", "5"), Optional.empty());
        return Room.open("r", new Event.Opened("gomoku", ready.options(), Optional.empty()), ready);
    }

    /** A room after these events. */
    private static Room after(Event... events) {
        Room room = empty();
        for (Event event : events) {
            room = room.evolve(new Entry(room.seq() + 1, AT, event));
        }
        return room;
    }

    private static Room playing() {
        return after(
                new Event.Seated(Seat.BLACK, "Ann", "k1"),
                new Event.Seated(Seat.WHITE, "Ben", "k2"),
                new Event.Started(1, false));
    }

    private static Line write(Room before, Event event) {
        Entry entry = new Entry(before.seq() + 1, AT, event);
        return CODEC.write(entry, before.evolve(entry));
    }

    private static String text(Room before, Event event) {
        return write(before, event).text();
    }

    @Nested
    class TheFrame {

        @Test
        void ofSeated() {
            assertThat(text(empty(), new Event.Seated(Seat.BLACK, "Ann", "secret")))
                    .isEqualTo(
                            "{\"type\":\"seated\",\"seq\":1,\"at\":1731000000000,\"seat\":\"black\",\"name\":\"Ann\"}");
        }

        @Test
        void ofStarted() {
            Room seated = after(new Event.Seated(Seat.BLACK, "Ann", "k1"), new Event.Seated(Seat.WHITE, "Ben", "k2"));
            assertThat(text(seated, new Event.Started(1, false)))
                    .isEqualTo("{\"type\":\"started\",\"seq\":3,\"at\":1731000000000,\"round\":1,\"seats\":{"
                            + "\"black\":{\"name\":\"Ann\",\"connected\":true},"
                            + "\"white\":{\"name\":\"Ben\",\"connected\":true}},"
                            + "\"swapped\":false,\"position\":\"5/5/5/5/5 b\",\"toMove\":\"black\",\"clock\":null}");
        }

        @Test
        void ofMoved() {
            assertThat(text(playing(), new Event.Moved(Seat.BLACK, "c3")))
                    .isEqualTo("{\"type\":\"moved\",\"seq\":4,\"at\":1731000000000,\"seat\":\"black\",\"move\":\"c3\","
                            + "\"position\":\"5/5/2x2/5/5 w\",\"toMove\":\"white\",\"clock\":null}");
        }

        @Test
        void ofTheMoveThatEndsTheGameHasNobodyToMove() {
            Room almost = playing();
            for (String move : List.of("a1", "a2", "b1", "b2", "c1", "c2", "d1", "d2")) {
                Seat seat = almost.toMove().orElseThrow();
                almost = almost.evolve(new Entry(almost.seq() + 1, AT, new Event.Moved(seat, move)));
            }
            assertThat(text(almost, new Event.Moved(Seat.BLACK, "e1"))).contains("\"toMove\":null");
        }

        @Test
        void ofAWin() {
            assertThat(text(playing(), new Event.Ended(Result.win(Seat.BLACK, "five", List.of("h8", "h9")))))
                    .isEqualTo("{\"type\":\"ended\",\"seq\":4,\"at\":1731000000000,\"winner\":\"black\","
                            + "\"reason\":\"five\",\"line\":[\"h8\",\"h9\"],\"points\":1}");
        }

        @Test
        void ofADraw() {
            assertThat(text(playing(), new Event.Ended(Result.draw("agreement"))))
                    .isEqualTo("{\"type\":\"ended\",\"seq\":4,\"at\":1731000000000,\"winner\":null,"
                            + "\"reason\":\"agreement\",\"line\":[],\"points\":0}");
        }

        @Test
        void ofOffered() {
            assertThat(text(playing(), new Event.Offered(Seat.BLACK, Kind.DRAW, false)))
                    .isEqualTo("{\"type\":\"offered\",\"seq\":4,\"at\":1731000000000,\"seat\":\"black\",\"offer\":4,"
                            + "\"kind\":\"draw\",\"swap\":false}");
        }

        @Test
        void ofAccepted() {
            Room asked = playing()
                    .evolve(new Entry(4, AT, new Event.Moved(Seat.BLACK, "c3")))
                    .evolve(new Entry(5, AT, new Event.Offered(Seat.BLACK, Kind.TAKEBACK, false)));
            assertThat(text(asked, new Event.Accepted(Seat.WHITE, 5, Kind.TAKEBACK, 1, false)))
                    .isEqualTo("{\"type\":\"accepted\",\"seq\":6,\"at\":1731000000000,\"seat\":\"white\",\"offer\":5,"
                            + "\"kind\":\"takeback\",\"position\":\"5/5/5/5/5 b\",\"toMove\":\"black\","
                            + "\"takenBack\":1,\"clock\":null}");
        }

        @Test
        void ofDeclined() {
            assertThat(text(playing(), new Event.Declined(Seat.WHITE, 14, Kind.DRAW)))
                    .isEqualTo("{\"type\":\"declined\",\"seq\":4,\"at\":1731000000000,\"seat\":\"white\",\"offer\":14,"
                            + "\"kind\":\"draw\"}");
        }

        @Test
        void ofSaid() {
            assertThat(text(empty(), new Event.Said(Optional.of(Seat.BLACK), Optional.of("Ann"), "hello")))
                    .isEqualTo("{\"type\":\"said\",\"seq\":1,\"at\":1731000000000,\"seat\":\"black\",\"name\":\"Ann\","
                            + "\"text\":\"hello\"}");
            assertThat(text(empty(), new Event.Said(Optional.empty(), Optional.empty(), "a \"b\" \\ \n")))
                    .isEqualTo("{\"type\":\"said\",\"seq\":1,\"at\":1731000000000,\"seat\":null,\"name\":null,"
                            + "\"text\":\"a \\\"b\\\" \\\\ \\n\"}");
        }

        @Test
        void ofComingAndGoing() {
            assertThat(text(playing(), new Event.Dropped(Seat.BLACK)))
                    .isEqualTo("{\"type\":\"dropped\",\"seq\":4,\"at\":1731000000000,\"seat\":\"black\"}");
            assertThat(text(playing(), new Event.Returned(Seat.BLACK, "k3", "k1")))
                    .isEqualTo("{\"type\":\"returned\",\"seq\":4,\"at\":1731000000000,\"seat\":\"black\"}");
            assertThat(text(playing(), new Event.Left(Seat.BLACK)))
                    .isEqualTo("{\"type\":\"left\",\"seq\":4,\"at\":1731000000000,\"seat\":\"black\"}");
        }
    }

    static List<Event> everyEvent() {
        return List.of(
                new Event.Opened("gomoku", Map.of("rule", "freestyle", "size", "5"), Optional.empty()),
                new Event.Opened("gomoku", Map.of(), Optional.of("5/5/5/5/5 w")),
                new Event.Opened("race", Map.of(), Optional.empty(), Optional.of(new Seed("5eed"))),
                new Event.Seated(Seat.WHITE, "\u4e94 \ud83d\ude00", "a1"),
                new Event.Seated(Seat.BLACK, "Ann", "a2", Optional.of("4fX_a-Q2")),
                new Event.Started(7, true),
                new Event.Moved(Seat.BLACK, "c3"),
                new Event.Moved(Seat.WHITE, "run", true),
                new Event.Rolled(Seat.WHITE, List.of(6, 1)),
                new Event.Ended(Result.win(Seat.WHITE, "five", List.of("a1", "a2"))),
                new Event.Ended(Result.draw("full-board")),
                new Event.Offered(Seat.WHITE, Kind.REMATCH, true),
                new Event.Accepted(Seat.BLACK, 9, Kind.DRAW, 0, false),
                new Event.Declined(Seat.BLACK, 9, Kind.TAKEBACK),
                new Event.Said(Optional.empty(), Optional.empty(), "\u0001 \u2028 \" \\ </script>"),
                new Event.Said(Optional.of(Seat.WHITE), Optional.of("Ben"), "hi"),
                new Event.Dropped(Seat.BLACK),
                new Event.Returned(Seat.WHITE, "b2", "a1"),
                new Event.Left(Seat.WHITE));
    }

    @ParameterizedTest
    @MethodSource("everyEvent")
    void whatIsWrittenIsReadAsItWas(Event event) {
        Entry entry = new Entry(12, AT, event);
        assertThat(CODEC.read(CODEC.write(entry, playing()))).isEqualTo(entry);
    }

    @ParameterizedTest
    @MethodSource("everyEvent")
    void everyEventIsOneLineThatNamesItsNumberAndTime(Event event) {
        String text = CODEC.write(new Entry(12, AT, event), playing()).text();
        assertThat(text).contains("\"seq\":12,\"at\":1731000000000").doesNotContain("\n");
    }

    @Test
    void theHashOfATokenIsStoredBesideTheFrameAndNeverInIt() {
        Line seated = write(empty(), new Event.Seated(Seat.BLACK, "Ann", "5ec4e7"));
        assertThat(seated.secret()).contains("5ec4e7");
        assertThat(seated.text()).doesNotContain("5ec4e7");
        Line returned = write(playing(), new Event.Returned(Seat.BLACK, "5ec4e7", "0ld"));
        assertThat(returned.secret()).contains("5ec4e7 0ld");
        assertThat(returned.text()).doesNotContain("5ec4e7").doesNotContain("0ld");
    }

    @Test
    void theSecretOfTheDiceIsStoredBesideTheFrameAndNeverInIt() {
        Event opened = new Event.Opened("race", Map.of(), Optional.empty(), Optional.of(new Seed("5ec4e7")));
        Line line = CODEC.write(new Entry(0, AT, opened), empty());
        assertThat(line.secret()).contains("5ec4e7");
        assertThat(line.text()).doesNotContain("5ec4e7");
    }

    @Test
    void fieldsThatALaterVersionAddsAreIgnored() {
        assertThat(CODEC.read(
                        new Line(4, "{\"type\":\"left\",\"at\":1,\"seat\":\"black\",\"new\":[{}]}", Optional.empty())))
                .isEqualTo(new Entry(4, 1, new Event.Left(Seat.BLACK)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "nonsense",
                "{\"type\":\"exploded\",\"at\":1}",
                "{\"type\":\"left\",\"seat\":\"black\"}",
                "{\"type\":\"left\",\"at\":1}",
                "{\"type\":\"left\",\"at\":1,\"seat\":\"red\"}",
                "{\"type\":\"returned\",\"at\":1,\"seat\":\"black\"}",
                "{\"type\":\"offered\",\"at\":1,\"seat\":\"black\",\"kind\":\"peace\"}"
            })
    void anythingElseIsNotRead(String text) {
        assertThatThrownBy(() -> CODEC.read(new Line(4, text, Optional.empty())))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
