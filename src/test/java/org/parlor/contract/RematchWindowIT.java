package org.parlor.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.parlor.protocol.Player;

/** How long a finished room stays open. */
class RematchWindowIT extends ContractTest {

    /** The window that the build sets for every server under test, less what two clocks may differ. */
    private static final Duration NOT_BEFORE = Duration.parse(
                    "PT" + System.getenv().getOrDefault("PARLOR_REMATCH_SECONDS", "3") + "S")
            .minusMillis(500);

    @Test
    void everyoneIsSentAwayWhenTheWindowHasPassedAndNotBefore() {
        try (Table table = table("");
                Player spectator = connect(table.room(), "")) {
            long start = System.nanoTime();
            table.white().insist("resign");
            table.black().await("ended");
            assertThat(spectator.awaitClose()).isEqualTo(1000);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(NOT_BEFORE);
            assertThat(table.black().awaitClose()).isEqualTo(1000);
            assertThat(table.white().awaitClose()).isEqualTo(1000);
            assertThat(types(events(spectator))).as("nobody dropped or left").containsExactly("ended");
        }
    }

    @Test
    void whoeverComesToAFinishedRoomSeesTheGameAndIsSentAwayAsLongAfter() {
        try (Table table = table("size=15")) {
            table.playFive();
            assertThat(table.black().awaitClose()).isEqualTo(1000);
            long start = System.nanoTime();
            try (Player late = connect(table.room(), "")) {
                assertThat(late.await("welcome"))
                        .containsEntry("status", "over")
                        .containsEntry("toMove", null)
                        .containsEntry("position", "15/15/15/15/15/15/3oooo8/3xxxxx7/15/15/15/15/15/15/15 w");
                late.insist("resume", "since", 0);
                assertThat(events(late)).containsSubsequence(events(table.black()));
                assertThat(late.awaitClose()).isEqualTo(1000);
                assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(NOT_BEFORE);
            }
        }
    }

    @Test
    void aRematchKeepsTheRoomOpen() {
        try (Table rematch = table("");
                Table other = table("")) {
            rematch.white().insist("resign");
            rematch.white().insist("offer", "kind", "rematch");
            rematch.black().insist("accept", "offer", "rematch");
            other.white().insist("resign");
            assertThat(other.black().awaitClose()).as("the window has passed").isEqualTo(1000);
            rematch.play("h8", "h9");
        }
    }
}
