package org.parlor.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parlor.game.Game;
import org.parlor.game.Games;
import org.parlor.game.Seat;
import org.parlor.game.Setup;
import org.parlor.game.Viewer;
import org.parlor.game.backgammon.Backgammon;
import org.parlor.game.gomoku.Gomoku;
import org.parlor.log.StoredEvent;
import org.parlor.room.Change;
import org.parlor.room.Event;
import org.parlor.room.RecordedEvent;
import org.parlor.room.Room;
import org.parlor.room.RoomConfig;
import org.parlor.runtime.Message;

/** Logs that Parlor 1.0 wrote, in which an event was stored as the frame that everyone got. */
class OldEventsTest {

    private static final Path FOLDER = Path.of("src", "test", "resources", "org", "parlor", "protocol");
    private static final EventBodies CODEC = new EventBodies();
    private static final Json JSON = new Json();
    private static final JsonEncoding ENCODING = new JsonEncoding();
    private static final Games GAMES = new Games(List.of(new Gomoku(), new Backgammon()));

    /** The events of a log, each with the plain secret that was kept beside it; a hyphen stands for none. */
    private static List<StoredEvent> log(String name) throws IOException {
        List<StoredEvent> log = new ArrayList<>();
        for (String line : Files.readAllLines(FOLDER.resolve("version-1-" + name + ".tsv"))) {
            String[] columns = line.split("\t", 2);
            JsonReader members = new JsonReader(new Json().read(columns[0]));
            log.add(new StoredEvent(
                    members.whole("seq"),
                    members.whole("at"),
                    members.text("type", 20),
                    1,
                    columns[0],
                    Optional.of(columns[1]).filter(secret -> !secret.equals("-")),
                    Optional.empty()));
        }
        return log;
    }

    /** What is told of an old log now. */
    private static List<Change> changes(List<StoredEvent> log) {
        RecordedEvent first = CODEC.readRecorded(log.get(0));
        Room room = open((Event.Opened) first.event(), first.at());
        List<Change> changes = new ArrayList<>(List.of(new Change(first, room)));
        for (StoredEvent stored : log.subList(1, log.size())) {
            RecordedEvent event = CODEC.readRecorded(stored);
            room = room.evolve(event);
            changes.add(new Change(event, room));
        }
        return changes;
    }

    private static Room open(Event.Opened opening, long at) {
        Game game = GAMES.find(opening.game()).orElseThrow();
        Setup.Ready ready = (Setup.Ready) game.setUp(opening.options(), opening.position());
        return Room.open(RoomConfig.of("r", opening, game, ready), at);
    }

    /** Without what only the second version tells. */
    private static Map<String, Object> thatOld(String frame) {
        Map<String, Object> members = new TreeMap<>(JSON.read(frame));
        if ("accepted".equals(members.get("type"))) {
            members.remove("swapped");
        }
        return members;
    }

    @ParameterizedTest
    @ValueSource(strings = {"gomoku", "opening", "position", "dice"})
    void areSentAsTheyWereSentThen(String name) throws IOException {
        List<StoredEvent> log = log(name);
        assertThat(changes(log))
                .extracting(change -> thatOld(ENCODING.encode(new Message.Happened(change, Viewer.SPECTATOR))
                        .text()))
                .containsExactlyElementsOf(
                        log.stream().map(stored -> JSON.read(stored.body())).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"gomoku", "opening", "position", "dice"})
    void areTheSameWhenTheyAreWrittenAnew(String name) throws IOException {
        for (StoredEvent old : log(name)) {
            RecordedEvent read = CODEC.readRecorded(old);
            StoredEvent anew = CODEC.write(read, Optional.empty());
            assertThat(anew.version()).isEqualTo(2);
            assertThat(CODEC.readRecorded(anew)).isEqualTo(read);
        }
    }

    @Test
    void keepTheirSecrets() throws IOException {
        assertThat(CODEC.read(log("dice").get(0)))
                .isInstanceOfSatisfying(Event.Opened.class, opened -> assertThat(opened.secret())
                        .contains(SmallRoom.SECRET));
        List<StoredEvent> gomoku = log("gomoku");
        assertThat(CODEC.read(gomoku.get(1))).isEqualTo(new Event.Seated(Seat.BLACK, "Ann", "a1"));
        assertThat(CODEC.read(gomoku.get(12))).isEqualTo(new Event.Returned(Seat.BLACK, "a2", Optional.of("a1")));
    }

    @Test
    void ofAFileHaveSeatsThatNobodyCanTake() throws IOException {
        assertThat(CODEC.read(log("opening").get(1))).isEqualTo(new Event.Seated(Seat.BLACK, "Ann", ""));
    }
}
