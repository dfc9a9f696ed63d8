package org.parlor.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parlor.protocol.Frame;
import org.parlor.protocol.Player;

/** Whoever has no seat hears everything, may talk, and may not play. */
class SpectatorIT extends ContractTest {

    @Test
    void everyoneHearsTheSameBytes() {
        String room = freshRoom();
        try (Player spectator = connect(room, "");
                Table table = new Table(room, connect(room, ""), connect(room, ""))) {
            table.black().sit("Ann");
            table.white().sit("Bob");
            table.white().insist("say", "text", "Glück auf! 👋 \" \\ / \u2028 <script>");
            table.black().insist("offer", "kind", "draw");
            table.white().insist("decline", "offer", "draw");
            table.playFive();
            spectator.await("ended");
            List<String> heard = texts(spectator);
            assertThat(heard).hasSize(16);
            assertThat(heard).isEqualTo(texts(table.black())).isEqualTo(texts(table.white()));
        }
    }

    @Test
    void theWelcomeShowsTheGameAsItIs() {
        try (Table table = table("rule=standard&size=7")) {
            table.play("d4", "d5");
            try (Player spectator = connect(table.room(), "")) {
                assertThat(spectator.await("welcome"))
                        .containsEntry("seq", 5)
                        .containsEntry("status", "playing")
                        .containsEntry("position", "7/7/3o3/3x3/7/7/7 b")
                        .containsEntry("toMove", "black");
                spectator.catchUp();
                assertThat(events(spectator)).as("only what is new").isEmpty();
            }
        }
    }

    @Test
    void aSpectatorMayTalkAndHasNoNameAndNoSeat() {
        try (Table table = table("");
                Player spectator = connect(table.room(), "")) {
            long seq = spectator.insist("say", "text", "nice").seq();
            assertThat(table.black().await("said"))
                    .containsEntry("seq", (int) seq)
                    .containsEntry("seat", null)
                    .containsEntry("name", null)
                    .containsEntry("text", "nice");
            table.black().insist("say", "text", "thanks");
            assertThat(spectator.await("said", frame -> "thanks".equals(frame.get("text"))))
                    .containsEntry("seat", "black")
                    .containsEntry("name", "Ann");
        }
    }

    @ParameterizedTest
    @CsvSource({"move,move,h8", "resign,x,x", "offer,kind,draw", "offer,kind,takeback", "offer,kind,rematch"})
    void aSpectatorMayNotPlay(String type, String field, String value) {
        try (Table table = table("");
                Player spectator = connect(table.room(), "")) {
            assertRefused(spectator.ask(type, field, value), "not-seated");
            assertThat(table.black().move("h8").seq())
                    .as("nothing had happened")
                    .isEqualTo(4);
        }
    }

    @Test
    void aSpectatorWhoGoesIsNotNoticed() {
        try (Table table = table("")) {
            try (Player spectator = connect(table.room(), "")) {
                spectator.await("welcome");
            }
            try (Player spectator = connect(table.room(), "")) {
                spectator.close(1000);
                assertThat(spectator.awaitClose()).isEqualTo(1000);
            }
            table.play("h8", "h9");
            assertThat(types(events(table.black()))).containsExactly("seated", "seated", "started", "moved", "moved");
        }
    }

    @Test
    void aSpectatorsRetryIsANewCommandSinceNobodyKnowsWhoItIs() {
        try (Table table = table("");
                Player spectator = connect(table.room(), "")) {
            Frame say = Frame.command("say", "text", "hello");
            spectator.ask(say);
            spectator.ask(say);
            table.black().await("said");
            assertThat(table.black().await("said")).containsEntry("text", "hello");
        }
    }

    private static List<String> texts(Player player) {
        player.catchUp();
        return events(player).stream().map(Frame::text).toList();
    }
}
