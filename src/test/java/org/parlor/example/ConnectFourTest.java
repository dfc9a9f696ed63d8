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

class ConnectFourTest {

    private static final Path PAGE = Path.of("src", "site", "markdown", "add-a-game.md");
    private static final Path FILE = Path.of("src", "test", "java", "org", "parlor", "example", "ConnectFour.java");

    private final ConnectFour game = new ConnectFour();

    @Test
    void fourInALineWinInEveryDirectionAndEndTheGame() {
        Position across = play("a", "a", "b", "b", "c", "c", "d");
        assertThat(across.result()).contains(Result.win(Seat.BLACK, "four", List.of("a1", "b1", "c1", "d1")));
        assertThat(across.toMove()).isEmpty();
        assertThat(across.legal()).isEmpty();
        assertThatIllegalStateException().isThrownBy(() -> across.play("a"));
        assertThat(play("a", "b", "a", "b", "a", "b", "c", "b").result())
                .contains(Result.win(Seat.WHITE, "four", List.of("b1", "b2", "b3", "b4")));
        assertThat(play("a", "b", "b", "c", "c", "d", "c", "d", "d", "g", "d").result())
                .contains(Result.win(Seat.BLACK, "four", List.of("a1", "b2", "c3", "d4")));
        assertThat(play("g", "f", "f", "e", "e", "d", "e", "d", "d", "a", "d").result())
                .contains(Result.win(Seat.BLACK, "four", List.of("d4", "e3", "f2", "g1")));
    }

    @Test
    void aFullGridIsADraw() {
        String[] columns = "fefagceffaebbaefgfdbbccgcggdgcadaddedbecba".split("");
        Position position = ready().position();
        assertThat(columns).hasSize(42);
        for (String column : columns) {
            assertThat(position.result()).isEmpty();
            position = ((Ruling.Legal) position.play(column)).after();
        }
        assertThat(position.result()).contains(Result.draw("full-board"));
    }

    @Test
    void aDiscFallsToTheLowestFreePlace() {
        assertThat(play("d", "d", "e").notation()).isEqualTo("......./......./......./......./...o.../...xx.. w");
    }

    @Test
    void everyColumnWithAFreePlaceIsLegalAndNothingElse() {
        Position position = play("a", "a", "a", "a", "a", "a");
        assertThat(position.legal()).extracting(Ruling.Legal::move).containsExactly("b", "c", "d", "e", "f", "g");
        assertThat(position.legal())
                .allSatisfy(legal -> assertThat(position.play(legal.move())).isEqualTo(legal));
        assertThat(position.play("a"))
                .isInstanceOfSatisfying(Ruling.Illegal.class, illegal -> assertThat(illegal.reason())
                        .isEqualTo(Ruling.Reason.OCCUPIED));
        for (String nonsense : List.of("", "h", "A", "ab", "a1")) {
            assertThat(position.play(nonsense))
                    .isInstanceOfSatisfying(Ruling.Illegal.class, illegal -> assertThat(illegal.reason())
                            .isEqualTo(Ruling.Reason.BAD_MOVE));
        }
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
        for (String move : List.of("a", "a", "b", "b", "c", "c", "d")) {
            room = after(room, player, new Play.Move(move));
            player = 3 - player;
        }
        assertThat(room.position().notation()).isEqualTo("......./......./......./......./ooo..../xxxx... w");
        assertThat(room.toMove()).isEmpty();
    }

    @Test
    void thePageShowsThisVeryCode() throws IOException {
        assertThat(Files.readString(PAGE))
                .contains("```java\n" + Files.readString(FILE) + "```\n")
                .contains("        " + ConnectFour.class.getName() + "\n");
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
