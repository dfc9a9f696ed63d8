package org.parlor.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.parlor.contract.ContractTest;

/** What is done but not confirmed: the page asks again, and it is done once. */
class LostAnswersIT extends ContractTest {

    /** A page that sends and hears through the functions {@code says} and {@code hears}, if there are any. */
    private static final String LINE =
            """
            globalThis.WebSocket = class extends WebSocket {
              send(text) {
                this.#pass(globalThis.says, text, (said) => super.send(said));
              }

              set onmessage(listener) {
                const hear = (data) => listener({ data });
                super.onmessage = listener && (({ data }) => this.#pass(globalThis.hears, data, hear));
              }

              #pass(change, frame, onwards) {
                const changed = change ? change(frame) : frame;
                if (changed) {
                  onwards(changed);
                }
              }
            };
            """;

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @Test
    void wordsThatWereSavedWithoutTheServersKnowingAreSaidOnce() {
        Seated ann = seatOnThisLine();
        ann.sit(base() + "?room=" + freshRoom(), "Ann", "black");
        set(ann, "hears", "(frame) => frame.replace('\"ack\"', '\"refused\",\"reason\":\"unavailable\"')");
        ann.page().getByTestId("say").fill("hello");
        ann.page().getByTestId("send").click();
        assertThat(ann.page().getByTestId("notice")).hasAttribute("data-reason", "delayed");
        set(ann, "hears", "null");
        assertThat(ann.page().getByTestId("notice")).hasCount(0);
        assertThat(ann.page()
                        .getByTestId("chat")
                        .locator(".said")
                        .filter(new Locator.FilterOptions().setHasText("hello")))
                .hasCount(1);
    }

    @Test
    void aPageThatIsLoadedAgainBeforeItKnowsItsSeatHasItAllTheSame() {
        String link = base() + "?room=" + freshRoom();
        Seated ann = seatOnThisLine();
        Seated bob = new Seated(CHROMIUM.context(Chromium.desktop()).newPage());
        bob.sit(link, "Bob", "white");
        enter(ann, link);
        set(ann, "hears", "() => null");
        ann.page().getByTestId("sit-black").click();
        assertThat(bob.status()).hasAttribute("data-status", "playing");
        ann.page().reload();
        assertThat(ann.status()).hasAttribute("data-seat", "black");
        ann.play("h8");
        bob.awaitMove("h8");
    }

    @Test
    void aPageThatIsLoadedAgainBeforeTheServerHeardOfItSitsDown() {
        Seated ann = seatOnThisLine();
        enter(ann, base() + "?room=" + freshRoom());
        set(ann, "says", "() => null");
        ann.page().getByTestId("sit-black").click();
        ann.page().reload();
        assertThat(ann.status()).hasAttribute("data-seat", "black");
        assertThat(ann.page().getByTestId("notice")).hasCount(0);
    }

    @Test
    void whoLeavesBeforeTheAnswerOnlyWatchesWhenTheyComeBack() {
        String link = base() + "?room=" + freshRoom();
        Seated ann = seatOnThisLine();
        enter(ann, link);
        set(ann, "says", "() => null");
        ann.page().getByTestId("sit-black").click();
        assertThat(ann.page().getByTestId("sit-white")).hasCount(0);
        ann.page().getByTestId("leave").click();
        assertThat(ann.page().getByTestId("create")).isVisible();
        enter(ann, link);
        assertThat(ann.page().getByTestId("sit-black")).isVisible();
    }

    private static void enter(Seated player, String link) {
        player.page().navigate(link);
        player.page().getByTestId("player-name").fill("Ann");
        assertThat(player.page().getByTestId("connection")).hasAttribute("data-phase", "online");
    }

    /** A player whose frames this test can change or lose, until the page is loaded again. */
    private static Seated seatOnThisLine() {
        Seated player = new Seated(CHROMIUM.context(Chromium.desktop()).newPage());
        player.page().addInitScript(LINE);
        return player;
    }

    private static void set(Seated player, String name, String function) {
        player.page().evaluate("void (globalThis." + name + " = " + function + ")");
    }
}
