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
import org.parlor.game.Outcome;
import org.parlor.game.Position;
import org.parlor.game.Ruling;
import org.parlor.game.Seat;
import org.parlor.game.Setup;
import org.parlor.room.Change;
import org.parlor.room.Command;
import org.parlor.room.CommandContext;
import org.parlor.room.Decision;
import org.parlor.room.Event;
import org.parlor.room.PlayCommand;
import org.parlor.room.Room;
import org.parlor.room.RoomConfig;
import org.parlor.room.SeatCommand;
import org.parlor.room.ServedTime;

class ConnectFourTest {

    private static final Path PAGE = Path.of("src", "site", "markdown", "add-a-game.md");
    private static final Path FILE = Path.of("src", "test", "java", "org", "parlor", "example", "ConnectFour.java");

    private final ConnectFour game = new ConnectFour();

    @Test
    void fourInALineWinInEveryDirectionAndEndTheGame() {
        Position across = play("a", "a", "b", "b", "c", "c", "d");
        assertThat(across.outcome()).contains(Outcome.win(Seat.BLACK, "four", List.of("a1", "b1", "c1", "d1")));
        assertThat(across.due()).isEmpty();
        assertThat(across.legal()).isEmpty();
        assertThatIllegalStateException().isThrownBy(() -> across.play("a"));
        assertThat(play("a", "b", "a", "b", "a", "b", "c", "b").outcome())
                .contains(Outcome.win(Seat.WHITE, "four", List.of("b1", "b2", "b3", "b4")));
        assertThat(play("a", "b", "b", "c", "c", "d", "c", "d", "d", "g", "d").outcome())
                .contains(Outcome.win(Seat.BLACK, "four", List.of("a1", "b2", "c3", "d4")));
        assertThat(play("g", "f", "f", "e", "e", "d", "e", "d", "d", "a", "d").outcome())
                .contains(Outcome.win(Seat.BLACK, "four", List.of("d4", "e3", "f2", "g1")));
    }

    @Test
    void aFullGridIsADraw() {
        String[] columns = "fefagceffaebbaefgfdbbccgcggdgcadaddedbecba".split("");
        Position position = ready().position();
        assertThat(columns).hasSize(42);
        for (String column : columns) {
            assertThat(position.outcome()).isEmpty();
            position = ((Ruling.Legal) position.play(column)).after();
        }
        assertThat(position.outcome()).contains(Outcome.draw("full-board"));
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
    void onlyWhoseTurnItIsHasLegalMoves() {
        Position position = play("d");
        assertThat(position.due()).containsExactly(Seat.WHITE);
        assertThat(position.legal(Seat.BLACK)).isEmpty();
        assertThat(position.legal(Seat.WHITE)).hasSize(7).isEqualTo(position.legal());
    }

    @Test
    void aRoomPlaysItAsItPlaysAnyGame() {
        Setup.Ready ready = ready();
        Event.Opened opening = new Event.Opened(game.name(), ready.options(), Optional.empty());
        Room room = Room.open(RoomConfig.of("r", opening, game, ready), 0);
        room = after(room, 0, new SeatCommand.Sit(Optional.empty(), "Ann"));
        room = after(room, 0, new SeatCommand.Sit(Optional.empty(), "Bob"));
        int player = 1;
        for (String move : List.of("a", "a", "b", "b", "c", "c", "d")) {
            room = after(room, player, new PlayCommand.Move(move));
            player = 3 - player;
        }
        assertThat(room.position().notation()).isEqualTo("......./......./......./......./ooo..../xxxx... w");
        assertThat(room.match().toMove()).isEmpty();
        assertThat(room.match().outcome()).contains(Outcome.win(Seat.BLACK, "four", List.of("a1", "b1", "c1", "d1")));
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
        CommandContext context = new CommandContext(player, "hash", 0, Duration.ofMinutes(1), ServedTime.ALWAYS);
        List<Change> changes = ((Decision.Accepted) command.decide(before, context)).changes();
        return changes.get(changes.size() - 1).after();
    }
}
