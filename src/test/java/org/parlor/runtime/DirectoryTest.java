package org.parlor.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parlor.runtime.House.HELLO;
import static org.parlor.runtime.House.move;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.parlor.game.Game;
import org.parlor.game.Ruling;
import org.parlor.game.Seat;
import org.parlor.game.gomoku.Gomoku;
import org.parlor.log.DirectoryEntry;
import org.parlor.log.DirectoryEntry.SeatEntry;
import org.parlor.room.Command;
import org.parlor.room.CountingGame;
import org.parlor.room.Offer;
import org.parlor.room.OfferCommand;
import org.parlor.room.PlayCommand;
import org.parlor.room.Room;
import org.parlor.room.SeatCommand;
import org.parlor.room.ServedTime;
import org.parlor.room.Token;

/** What the directory says of a room is true after whatever happens there, although it does not hear of each move. */
class DirectoryTest {

    private static Command sit(Seat seat, String name) {
        return new SeatCommand.Sit(Optional.of(seat), name);
    }

    private static Command propose(Offer.Kind kind) {
        return new OfferCommand.Propose(kind, true);
    }

    private static Command accept(Offer.Kind kind) {
        return new OfferCommand.Accept(new OfferCommand.Which.OfKind(kind));
    }

    /** A room in which the directory is looked at after everything that happens. */
    private static final class Watched {

        private final House house;
        private final List<Recorder> people = new ArrayList<>();
        private int asked;

        Watched(Game game, Map<String, String> options, String time, int people) {
            house = new House(game, options, time, Optional.empty(), ServedTime.ALWAYS);
            for (int i = 0; i < people; i++) {
                this.people.add(house.visitor());
            }
        }

        Watched does(int who, Command command) {
            house.asks(people.get(who), "ask" + asked++, command);
            assertThat(people.get(who).heard()).anyMatch(word -> word.startsWith("ack #ask" + (asked - 1) + " "));
            assertThatItIsTrue();
            return this;
        }

        void passes(long millis) {
            house.passes(millis);
            assertThatItIsTrue();
        }

        DirectoryEntry entry() {
            return house.store.entry().orElseThrow();
        }

        void assertThatItIsTrue() {
            DirectoryEntry said = entry();
            Room room = house.stored();
            DirectoryEntry now = Directory.entry(room);
            assertThat(said.game()).isEqualTo(now.game());
            assertThat(said.options()).isEqualTo(now.options());
            assertThat(said.status()).isEqualTo(now.status());
            assertThat(said.seats()).isEqualTo(now.seats());
            assertThat(said.outcome()).isEqualTo(now.outcome());
            assertThat(said.changedAt()).isLessThanOrEqualTo(now.changedAt());
            OptionalLong deadline = room.deadline();
            if (deadline.isPresent()) {
                assertThat(said.deadline()).isPresent();
                assertThat(said.deadline().getAsLong()).isLessThanOrEqualTo(deadline.getAsLong());
            }
        }
    }

    @Test
    void throughAGameOfTwo() {
        Watched room = new Watched(new Gomoku(), Map.of("size", "5"), "60+0", 2);
        room.does(0, sit(Seat.BLACK, "Ann"));
        assertThat(room.entry().seats()).containsExactly(new SeatEntry("black", "Ann", Optional.empty()));
        assertThat(room.entry().status()).isEqualTo("waiting");
        room.does(0, new SeatCommand.Leave());
        assertThat(room.entry().seats()).isEmpty();
    }

    @Test
    void throughAMatchWithRematchAndTimeout() {
        Watched room = new Watched(new Gomoku(), Map.of("size", "5"), "60+0", 2);
        room.does(0, sit(Seat.BLACK, "Ann")).does(1, sit(Seat.WHITE, "Ben"));
        assertThat(room.entry().status()).isEqualTo("playing");
        room.does(0, move("c3")).does(1, move("c4")).does(1, HELLO);
        room.does(0, propose(Offer.Kind.TAKEBACK)).does(1, accept(Offer.Kind.TAKEBACK));
        room.does(0, propose(Offer.Kind.DRAW)).does(1, accept(Offer.Kind.DRAW));
        assertThat(room.entry().status()).isEqualTo("over");
        assertThat(room.entry().outcome()).contains("agreement black=1 white=1");
        room.does(1, propose(Offer.Kind.REMATCH)).does(0, accept(Offer.Kind.REMATCH));
        assertThat(room.entry().status()).isEqualTo("playing");
        assertThat(room.entry().outcome()).isEmpty();
        assertThat(room.entry().seats()).first().isEqualTo(new SeatEntry("black", "Ben", Optional.empty()));
        room.passes(61_000);
        assertThat(room.entry().outcome()).contains("timeout black=2 white=1");
        assertThat(room.entry().deadline()).isEmpty();
    }

    @Test
    void whenTheRulesHaveThePlayersChangeSeatsAndWhenThatIsTakenBack() {
        Watched room = new Watched(new Gomoku(), Map.of("size", "5", "opening", "swap2"), "none", 2);
        room.does(0, sit(Seat.BLACK, "Ann")).does(1, sit(Seat.WHITE, "Ben"));
        room.does(0, move("a1")).does(0, move("b2")).does(0, move("c3"));
        String swap = room.house.stored().position().legal().stream()
                .filter(Ruling.Legal::swaps)
                .findFirst()
                .orElseThrow()
                .move();
        room.does(1, move(swap));
        assertThat(room.entry().seats()).first().isEqualTo(new SeatEntry("black", "Ben", Optional.empty()));
        room.does(1, propose(Offer.Kind.TAKEBACK)).does(0, accept(Offer.Kind.TAKEBACK));
        assertThat(room.entry().seats()).first().isEqualTo(new SeatEntry("black", "Ann", Optional.empty()));
    }

    @Test
    void throughAGameOfThreeOfWhomTwoGiveUp() {
        Watched room = new Watched(new CountingGame(), Map.of(), "60+0", 3);
        room.does(0, sit(CountingGame.FIRST, "Ann"));
        room.does(1, sit(CountingGame.SECOND, "Ben"));
        room.does(2, sit(CountingGame.THIRD, "Cleo"));
        room.does(0, new SeatCommand.Start()).does(1, new SeatCommand.Start()).does(2, new SeatCommand.Start());
        assertThat(room.entry().status()).isEqualTo("playing");
        room.does(0, move("1")).does(1, new PlayCommand.Resign());
        room.passes(61_000);
        assertThat(room.entry().outcome()).contains("last first=1 second=2 third=2");
    }

    @Test
    void whenAMoveLeadsToAPositionThatDoesNotStandForLong() {
        Watched room = new Watched(new CountingGame(), Map.of("limit", "300"), "none", 2);
        room.does(0, sit(CountingGame.FIRST, "Ann")).does(1, sit(CountingGame.SECOND, "Ben"));
        room.does(0, new SeatCommand.Start()).does(1, new SeatCommand.Start());
        assertThat(room.entry().deadline()).isEmpty();
        room.does(0, move("1"));
        assertThat(room.entry().deadline()).isPresent();
        DirectoryEntry before = room.entry();
        room.does(1, move("2"));
        assertThat(room.entry()).isSameAs(before);
        room.passes(300_000);
    }

    @Test
    void ofWhoIsConnectedItSaysNothing() {
        Watched room = new Watched(new Gomoku(), Map.of("size", "5"), "none", 2);
        room.does(0, sit(Seat.BLACK, "Ann")).does(1, sit(Seat.WHITE, "Ben"));
        DirectoryEntry before = room.entry();
        room.house.leaves(room.people.get(0));
        room.does(1, HELLO);
        assertThat(room.entry()).isSameAs(before);
    }

    @Test
    void ofAPersonItTellsThePublicIdAndNotTheKey() {
        Watched room = new Watched(new Gomoku(), Map.of("size", "5"), "none", 1);
        Token key = new Token("0123456789abcdefghijkl");
        room.does(
                0,
                new SeatCommand.Sit(
                        Optional.of(Seat.BLACK), "Ann", Optional.empty(), Optional.empty(), Optional.of(key), false));
        SeatEntry seat = room.entry().seats().get(0);
        assertThat(seat.guest()).isPresent();
        assertThat(seat.toString()).doesNotContain(key.secret()).doesNotContain(key.hash());
    }

    @Test
    void doesNotHearOfMovesAndWords() {
        Watched room = new Watched(new Gomoku(), Map.of("size", "5"), "60+5", 2);
        room.does(0, sit(Seat.BLACK, "Ann")).does(1, sit(Seat.WHITE, "Ben"));
        DirectoryEntry before = room.entry();
        room.does(0, move("c3")).does(1, move("c4")).does(0, HELLO);
        assertThat(room.entry()).isSameAs(before);
    }
}
