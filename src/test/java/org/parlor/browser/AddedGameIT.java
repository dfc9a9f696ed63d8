package org.parlor.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.parlor.embedded.ServerProcess;
import org.parlor.example.ConnectFour;
import org.parlor.protocol.Frame;
import org.parlor.protocol.Player;

/** A game in a jar of its own, put into the WAR as the page about adding games says, and nothing else. */
class AddedGameIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static final Path PAGE = Path.of("src", "site", "markdown", "add-a-game.md");
    private static final Path EXAMPLE = Path.of("org", "parlor", "example");

    @TempDir
    private Path folder;

    private final Seated ann = new Seated(CHROMIUM.context(Chromium.desktop()).newPage());
    private final Seated bob = new Seated(CHROMIUM.context(Chromium.desktop()).newPage());

    /** The WAR with the game in it: {@code classes} and the page's own commands, carried out beside a copy of the WAR. */
    private Path war() throws IOException, InterruptedException {
        Path classes = folder.resolve("classes");
        Path services = Files.createDirectories(classes.resolve(Path.of("META-INF", "services")));
        Files.writeString(services.resolve("org.parlor.game.Game"), ConnectFour.class.getName() + "\n");
        Files.createDirectories(classes.resolve(EXAMPLE));
        for (String name : new String[] {"ConnectFour.class", "ConnectFour$Grid.class"}) {
            Files.copy(
                    Path.of("target", "test-classes").resolve(EXAMPLE).resolve(name),
                    classes.resolve(EXAMPLE).resolve(name));
        }
        Path war = Files.copy(Path.of("target", "parlor.war"), folder.resolve("parlor.war"));
        ProcessBuilder shell = new ProcessBuilder("sh", "-ec", commands()).directory(folder.toFile());
        String tools = Path.of(System.getProperty("java.home"), "bin").toString();
        shell.environment().merge("PATH", tools, (path, own) -> own + ":" + path);
        Process process = shell.inheritIO().start();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isZero();
        return war;
    }

    private static String commands() throws IOException {
        List<String> commands = Files.readAllLines(PAGE).stream()
                .map(String::strip)
                .filter(line -> line.startsWith("mkdir ") || line.startsWith("jar "))
                .toList();
        assertThat(commands).hasSize(3);
        return String.join("\n", commands);
    }

    private ServerProcess start(Path war) throws IOException {
        String data = folder.resolve("data").toString();
        return ServerProcess.start(
                war, Map.of("PARLOR_PORT", "0", "PARLOR_DATA", data, "PARLOR_REMATCH_SECONDS", "86400"));
    }

    @Test
    void isPlayedInTheBrowserWithTakebackReplayAndRematchAndOutlivesARestart() throws Exception {
        Path war = war();
        try (ServerProcess server = start(war)) {
            URI base = server.awaitReady();
            ann.open(base, "Ann", "Black", "connect-four", "friday");
            assertThat(ann.link()).isEqualTo(base + "?room=friday&game=connect-four");
            bob.sit(ann.link(), "Bob", "white");
            play(ann, "d");
            play(bob, "e");
            assertThat(board(ann)).hasAttribute("data-position", "......./......./......./......./......./...xo.. b");
            bob.page().getByTestId("takeback").click();
            ann.page().getByTestId("accept").click();
            assertThat(board(bob)).hasAttribute("data-position", "......./......./......./......./......./...x... w");
            for (String column : new String[] {"a", "d", "a", "d", "a"}) {
                play(column.equals("d") ? ann : bob, column);
            }
            ann.screenshot("added-game");
            play(ann, "d");
            assertThat(ann.status()).hasAttribute("data-status", "over");
            assertThat(bob.status()).hasAttribute("data-status", "over");
            assertReplay();
            bob.page().getByTestId("rematch").click();
            ann.page().getByTestId("accept").click();
            assertThat(bob.status()).hasAttribute("data-seat", "black");
            play(bob, "c");
            ann.page().close();
            bob.page().close();
        }
        try (ServerProcess server = start(war)) {
            try (Player cleo = Player.connect(server.awaitReady(), "friday", "")) {
                Frame welcome = cleo.await("welcome");
                assertThat(welcome)
                        .containsEntry("game", "connect-four")
                        .containsEntry("position", "......./......./......./......./......./..x.... w");
            }
        }
    }

    private void assertReplay() {
        ann.page().getByTestId("first").click();
        assertThat(board(ann)).hasAttribute("data-position", "......./......./......./......./......./....... b");
        ann.page().getByTestId("forward").click();
        assertThat(board(ann)).hasAttribute("data-last", "d");
        ann.page().getByTestId("last").click();
        assertThat(board(ann)).hasAttribute("data-position", "......./......./...x.../o..x.../o..x.../o..x... w");
        assertThat(ann.page().getByTestId("moves").locator("li")).hasCount(7);
    }

    private static void play(Seated player, String move) {
        board(player).locator("button[data-move=" + move + "]").click();
        assertThat(board(player)).hasAttribute("data-last", move);
    }

    private static Locator board(Seated player) {
        return player.page().locator(".board[data-position]");
    }
}
