package org.parlor.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parlor.runtime.House.HELLO;
import static org.parlor.runtime.House.catchUp;
import static org.parlor.runtime.House.move;
import static org.parlor.runtime.House.resume;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.parlor.example.HighCard;
import org.parlor.fairness.Seed;
import org.parlor.game.Seat;
import org.parlor.game.Viewer;
import org.parlor.protocol.JsonEncoding;
import org.parlor.room.SeatCommand;

/** A whole game in which something is hidden: what a seat heard, what it is told again, and its record are the same. */
class SecretRecordTest {

    private static final List<String> NAMES = List.of("left", "middle", "right");
    private static final JsonEncoding JSON = new JsonEncoding();

    private final House house = new House(new HighCard(), Map.of(), Optional.of(new Seed("%064x".formatted(5))));
    private final Recorder eve = house.visitor();
    private final Map<String, Recorder> players = new HashMap<>();

    /** The record of the room as this viewer gets it, without the opening. */
    private List<String> record(Viewer viewer) {
        List<String> frames = new ArrayList<>();
        house.repository.fold(
                "r",
                house.store.events(),
                change -> frames.add(
                        JSON.encode(new Message.Happened(change, viewer)).text()));
        return frames.subList(1, frames.size());
    }

    private static List<String> events(Recorder recorder) {
        return recorder.texts().stream()
                .filter(text -> text.contains("\"at\":") && text.contains("\"seq\":"))
                .filter(text -> !text.startsWith("{\"type\":\"welcome\""))
                .toList();
    }

    private void allSit() {
        for (String name : NAMES) {
            Recorder player = house.visitor();
            players.put(name, player);
            house.asks(player, "sit", new SeatCommand.Sit(Optional.of(new Seat(name)), name));
        }
    }

    private Recorder comesBack(String name) {
        Recorder again = house.visitor();
        house.asks(again, "back", resume(players.get(name).token(), 0));
        players.put(name, again);
        return again;
    }

    @Test
    void isTheSameForEachSeatHeardAtOnceOrAgainOrReadWhileTheGameIsOn() {
        allSit();
        house.asks(players.get("right"), "1", move("raise"));
        house.asks(players.get("left"), "1", move("fold"));
        house.asks(eve, "1", HELLO);
        for (String name : NAMES) {
            Viewer viewer = Viewer.at(new Seat(name));
            assertThat(events(comesBack(name))).isEqualTo(record(viewer));
        }
        // Whoever only watched has heard it all, and is told it again.
        assertThat(events(eve)).isEqualTo(record(Viewer.SPECTATOR));
        Recorder late = house.visitor();
        house.asks(late, "1", catchUp(0));
        assertThat(events(late)).isEqualTo(record(Viewer.SPECTATOR));
        assertThat(record(Viewer.at(new Seat("right"))))
                .isNotEqualTo(record(Viewer.at(new Seat("left"))))
                .hasSameSizeAs(record(Viewer.SPECTATOR));
    }

    @Test
    void isTheSameOnceTheGameIsOverAndWhenItIsReadFromTheStore() {
        allSit();
        for (String name : NAMES) {
            house.asks(players.get(name), "1", move(name.equals("middle") ? "fold" : "raise"));
        }
        house.talks();
        for (String name : NAMES) {
            assertThat(events(comesBack(name))).isEqualTo(record(Viewer.at(new Seat(name))));
        }
        Recorder late = house.visitor();
        house.asks(late, "1", catchUp(0));
        List<String> told = events(late);
        assertThat(told).isEqualTo(record(Viewer.SPECTATOR));
        assertThat(told.stream().filter(text -> text.startsWith("{\"type\":\"rolled\"")))
                .hasSize(3)
                .allMatch(text -> text.contains("\"dice\":null"));
        assertThat(told.stream().filter(text -> text.startsWith("{\"type\":\"moved\"")))
                .hasSize(3)
                .allMatch(text -> text.contains("\"move\":null"));
    }
}
