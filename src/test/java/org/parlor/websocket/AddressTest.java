package org.parlor.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {

    private static Address of(Map<String, List<String>> parameters) {
        return Address.of("friday", parameters);
    }

    @Test
    void asksForAPlainGameOfGomokuIfItSaysNothingElse() {
        assertThat(of(Map.of()))
                .isEqualTo(new Address("friday", "gomoku", Map.of(), Optional.empty(), Optional.empty()));
    }

    @Test
    void tellsGameStartAndClockFromTheOptionsOfTheGame() {
        assertThat(of(Map.of(
                        "game", List.of("backgammon"),
                        "length", List.of("7"),
                        "position", List.of("4HPwATDgc/ABMA:cAkAAAAAAAAA"),
                        "clock", List.of("120d12"))))
                .isEqualTo(new Address(
                        "friday",
                        "backgammon",
                        Map.of("length", "7"),
                        Optional.of("4HPwATDgc/ABMA:cAkAAAAAAAAA"),
                        Optional.of("120d12")));
    }

    @Test
    void countsTheFirstOfEachParameter() {
        assertThat(of(Map.of("game", List.of("chess", "gomoku"), "size", List.of("9", "15"))))
                .isEqualTo(new Address("friday", "chess", Map.of("size", "9"), Optional.empty(), Optional.empty()));
    }

    @Test
    void doesNotTakeThePartsOfThePathForOptions() {
        assertThat(of(Map.of("room", List.of("friday"))).options()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "Friday_the-13", "0123456789012345678901234567890123456789012345678901234567890123"})
    void namesARoom(String room) {
        assertThat(Address.of(room, Map.of()).hasRoomName()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "a b",
                "a/b",
                "\u00e4",
                "a.b",
                "a\n",
                "01234567890123456789012345678901234567890123456789012345678901234"
            })
    void namesNone(String room) {
        assertThat(Address.of(room, Map.of()).hasRoomName()).isFalse();
    }
}
