package org.parlor.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parlor.game.Games;
import org.parlor.game.backgammon.Backgammon;
import org.parlor.game.gomoku.Gomoku;
import org.parlor.room.Refusal.Reason;
import org.parlor.room.Room;
import org.parlor.room.Status;
import org.parlor.runtime.CloseReason;
import org.parlor.runtime.RoomRegistry.Founding.Result;

class RoomFoundingTest {

    private static final long NOW = 1_731_000_000_000L;
    private static final Games GAMES = new Games(List.of(new Gomoku(), new Backgammon()));
    private static final Clock CLOCK = Clock.fixed(Instant.ofEpochMilli(NOW), ZoneOffset.UTC);

    private static Result found(String... namesAndValues) {
        Map<String, List<String>> parameters = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            parameters.put(namesAndValues[i], List.of(namesAndValues[i + 1]));
        }
        return new RoomFounding(Address.of("friday", parameters), GAMES, new SecureRandom(), CLOCK).found();
    }

    private static Room room(String... namesAndValues) {
        return ((Result.Founded) found(namesAndValues)).room();
    }

    private static Result.Rejected rejected(String... namesAndValues) {
        return (Result.Rejected) found(namesAndValues);
    }

    @Test
    void aNewRoomIsAsTheAddressSaysWithEveryOptionFilledIn() {
        Room room = room("size", "9", "clock", "300+5");
        assertThat(room.name()).isEqualTo("friday");
        assertThat(room.seq()).isZero();
        assertThat(room.last().at()).isEqualTo(NOW);
        assertThat(room.status()).isEqualTo(Status.WAITING);
        assertThat(room.config().opening().game()).isEqualTo("gomoku");
        assertThat(room.config().opening().options()).isEqualTo(Map.of("rule", "freestyle", "size", "9"));
        assertThat(room.config().opening().clock()).isEqualTo("300+5");
        assertThat(room.config().clock().isOn()).isTrue();
    }

    @Test
    void aNewRoomMayStartFromAPosition() {
        Room room = room("size", "5", "position", "5/5/2x2/5/5 w");
        assertThat(room.position().notation()).isEqualTo("5/5/2x2/5/5 w");
        assertThat(room.config().opening().position()).contains("5/5/2x2/5/5 w");
    }

    @Test
    void withoutAClockNobodysTimeIsCounted() {
        assertThat(room().config().clock().isOn()).isFalse();
        assertThat(room("clock", "none")).isEqualTo(room());
    }

    @Test
    void aRoomWithDiceHasASecretOfItsOwn() {
        Room one = room("game", "backgammon");
        Room other = room("game", "backgammon");
        assertThat(one.match().dice()).isPresent();
        assertThat(one.config().opening().secret())
                .isNotEqualTo(other.config().opening().secret());
        assertThat(room().config().opening().secret()).isEqualTo(Optional.empty());
    }

    @Test
    void anUnknownGameIsRefusedWithTheListOfGames() {
        Result.Rejected rejected = rejected("game", "chess");
        assertThat(rejected.reason()).isEqualTo(CloseReason.NO_SUCH_GAME);
        assertThat(rejected.refusal().reason()).isEqualTo(Reason.NO_SUCH_GAME);
        assertThat(rejected.refusal().detail())
                .isEqualTo("there is no game \"chess\"; the games are gomoku, backgammon");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "300", "300+", "+5", "0+5", "86401+0", "0d0", "5days ", "31days", "0/move", "none "})
    void aClockThatIsNoneIsRefusedWithWhatItMayBe(String clock) {
        Result.Rejected rejected = rejected("clock", clock);
        assertThat(rejected.reason()).isEqualTo(CloseReason.BAD_ADDRESS);
        assertThat(rejected.refusal().reason()).isEqualTo(Reason.BAD_ADDRESS);
        assertThat(rejected.refusal().detail())
                .startsWith("clock must be none, 300+5")
                .contains("120d12", "600/5x30", "30/move", "3days");
    }

    @Test
    void whatTheGameDoesNotTakeIsRefusedInItsWords() {
        Result.Rejected rejected = rejected("size", "4");
        assertThat(rejected.reason()).isEqualTo(CloseReason.BAD_ADDRESS);
        assertThat(rejected.refusal().reason()).isEqualTo(Reason.BAD_ADDRESS);
        assertThat(rejected.refusal().detail()).contains("size");
        assertThat(rejected("colour", "blue").refusal().detail()).contains("colour");
    }
}
