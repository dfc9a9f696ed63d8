package org.parlor.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.parlor.game.Position;
import org.parlor.game.Result;
import org.parlor.game.Ruling;
import org.parlor.game.Seat;
import org.parlor.game.Setup;
import org.parlor.room.Command;
import org.parlor.room.Decision;
import org.parlor.room.Entry;
import org.parlor.room.Event;
import org.parlor.room.Play;
import org.parlor.room.Room;
import org.parlor.room.Seating;
import org.parlor.room.Sender;

class TicTacToeTest {

    private static final Path PAGE = Path.of("src", "site", "markdown", "add-a-game.md");
    private static final Path FILE = Path.of("src", "test", "java", "org", "parlor", "example", "TicTacToe.java");

    private final TicTacToe game = new TicTacToe();

    @Test
    void threeInALineWinAndEndTheGame() {
        Position end = play("b2", "a1", "a3", "b1", "c1");
        assertThat(end.result()).contains(Result.win(Seat.BLACK, "three", List.of("a3", "b2", "c1")));
        assertThat(end.toMove()).isEmpty();
        assertThat(end.legal()).isEmpty();
        assertThatIllegalStateException().isThrownBy(() -> end.play("a2"));
    }

    @Test
    void theLastPlaceCanWinAndElseTheGameIsADraw() {
        assertThat(play("a3", "a2", "b3", "b1", "b2", "c2", "a1", "c1", "c3").result())
                .contains(Result.win(Seat.BLACK, "three", List.of("a3", "b3", "c3")));
        assertThat(play("b2", "a1", "a3", "c1", "b1", "b3", "c2", "a2", "c3").result())
                .contains(Result.draw("full-board"));
    }

    @Test
    void everyEmptyPlaceIsLegalAndNothingElse() {
        Position position = play("b2", "a1");
        assertThat(position.legal())
                .extracting(Ruling.Legal::move)
                .containsExactlyInAnyOrder("a2", "a3", "b1", "b3", "c1", "c2", "c3");
        assertThat(position.legal())
                .allSatisfy(legal -> assertThat(position.play(legal.move())).isEqualTo(legal));
        assertThat(position.play("b2"))
                .isInstanceOfSatisfying(Ruling.Illegal.class, illegal -> assertThat(illegal.reason())
                        .isEqualTo(Ruling.Reason.OCCUPIED));
        assertThat(position.play("d4"))
                .isInstanceOfSatisfying(Ruling.Illegal.class, illegal -> assertThat(illegal.reason())
                        .isEqualTo(Ruling.Reason.BAD_MOVE));
    }

    @Test
    void whatTheGameDoesNotKnowIsRejected() {
        assertThat(game.setUp(Map.of("size", "4"), Optional.empty())).isInstanceOf(Setup.Rejected.class);
        assertThat(game.setUp(Map.of(), Optional.of("x........"))).isInstanceOf(Setup.Rejected.class);
    }

    @Test
    void aRoomPlaysItAsItPlaysAnyGame() {
        Setup.Ready ready = ready();
        Room room = Room.open("r", new Event.Opened(game.name(), ready.options(), Optional.empty()), ready);
        room = after(room, 0, new Seating.Sit(Optional.empty(), "Ann"));
        room = after(room, 0, new Seating.Sit(Optional.empty(), "Bob"));
        int player = 1;
        for (String move : List.of("b2", "a1", "a3", "b1", "c1")) {
            room = after(room, player, new Play.Move(move));
            player = 3 - player;
        }
        assertThat(room.position().notation()).isEqualTo("x.." + ".x." + "oox");
        assertThat(room.toMove()).isEmpty();
    }

    @Test
    void thePageShowsThisVeryCode() throws IOException {
        assertThat(Files.readString(PAGE)).contains("```java\n" + Files.readString(FILE) + "```\n");
    }

    private Setup.Ready ready() {
        return (Setup.Ready) game.setUp(Map.of(), Optional.empty());
    }

    private Position play(String... moves) {
        Position position = ready().position();
        for (String move : moves) {
            position = ((Ruling.Legal) position.play(move)).after();
        }
        return position;
    }

    private static Room after(Room before, int player, Command command) {
        Room room = before;
        Decision decision = command.decide(room, new Sender(player, "key", 0, Duration.ofMinutes(1)));
        for (Event event : ((Decision.Accepted) decision).events()) {
            room = room.evolve(new Entry(room.seq() + 1, 0, event));
        }
        return room;
    }
}
