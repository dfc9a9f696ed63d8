package org.parlor.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.parlor.fairness.Dice;
import org.parlor.game.Seat;

/** The example on the page about dice is what a room really tells, and its sum is right. */
class DicePageTest {

    private static final Path PAGE = Path.of("src", "site", "markdown", "dice.md");

    /** In this room's first throw, the first two dice are equal. */
    private static final int SECRET = 12;

    private static Gathering example() {
        Gathering room = Gathering.atTheRace(SECRET);
        room.does("ann", new SeatCommand.Sit(Optional.of(Seat.BLACK), "Ann", Optional.of("4fX_a-Q2")));
        room.does("ben", new SeatCommand.Sit(Optional.of(Seat.WHITE), "Ben"));
        room.does("ben", new PlayCommand.Resign());
        return room;
    }

    @Test
    void theRecordIsWhatARoomTells() throws IOException {
        List<Gathering.Line> log = example().log();
        assertThat(Files.readString(PAGE))
                .contains(log.stream()
                        .map(Gathering.Line::text)
                        .collect(Collectors.joining(",\n ", "```json\n[", "]\n```\n")));
    }

    @Test
    void theSumOfTheFirstThrowIsRight() throws IOException, GeneralSecurityException {
        Dice dice = example().room().match().dice().orElseThrow();
        byte[] block = hmac(HexFormat.of().parseHex(dice.seed().hex()), "parlor-dice-1\n1\n1\n0\n4fX_a-Q2\n");
        String hex = HexFormat.of().formatHex(block);
        StringBuilder numbers = new StringBuilder();
        for (int i = 0; i < 8; i += 2) {
            int number = Integer.parseInt(hex.substring(2 * i, 2 * i + 4), 16);
            assertThat(number).isLessThan(65_532);
            numbers.append("| `%s` | %d | %d |\n".formatted(hex.substring(2 * i, 2 * i + 4), number, number % 6 + 1));
        }
        assertThat(Files.readString(PAGE)).contains(hex.substring(0, 32)).contains(numbers);
    }

    private static byte[] hmac(byte[] key, String message) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(message.getBytes(StandardCharsets.UTF_8));
    }
}
