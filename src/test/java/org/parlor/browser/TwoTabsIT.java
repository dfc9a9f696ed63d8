package org.parlor.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.parlor.contract.ContractTest;

/** Two people play in two pages of a real browser. */
class TwoTabsIT extends ContractTest {

    private static final int PHONE_WIDTH = 360;
    private static final int PHONE_HEIGHT = 740;

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @Test
    void twoTabsOfOneBrowserPlayAWholeGameToTheEnd() {
        BrowserContext browser = CHROMIUM.context(Chromium.desktop());
        Seated ann = seat(browser);
        Seated bob = seat(browser);
        ann.open(base(), "Ann", "Black", "15×15", freshRoom());
        bob.sit(ann.link(), "Bob", "white");
        String[] moves = {"h8", "h9", "g7", "i9", "i7", "g9", "f9", "h7", "g8", "f8", "g6", "g10", "e10"};
        for (int i = 0; i < moves.length; i++) {
            Seated mover = i % 2 == 0 ? ann : bob;
            Seated other = i % 2 == 0 ? bob : ann;
            mover.play(moves[i]);
            other.awaitMove(moves[i]);
        }
        ann.page().getByTestId("say").fill("good game!");
        ann.page().getByTestId("send").click();
        assertThat(bob.page().getByTestId("chat")).containsText("good game!");
        ann.screenshot("desktop-playing");
        ann.page().getByTestId("resign").click();
        ann.page().getByTestId("dialog-yes").click();
        assertThat(bob.status()).hasAttribute("data-status", "over");
        bob.page().bringToFront();
        bob.page().getByTestId("rematch").click();
        ann.page().bringToFront();
        ann.page().getByTestId("accept").click();
        assertThat(ann.status()).hasAttribute("data-seat", "white");
        assertThat(bob.status()).hasAttribute("data-status", "playing");
        bob.play("h8");
        ann.awaitMove("h8");
    }

    @Test
    void theWinningFiveIsShownToBothOnAPhone() {
        Seated ann = seat(CHROMIUM.context(phone()));
        Seated bob = seat(CHROMIUM.context(phone().setColorScheme(ColorScheme.DARK)));
        ann.open(base(), "Ann", "Black", "15×15", freshRoom());
        bob.sit(ann.link(), "Bob", "white");
        String[] moves = {"h8", "h9", "i8", "i9", "g8", "g9", "f8", "f9", "j8"};
        for (int i = 0; i < moves.length; i++) {
            Seated mover = i % 2 == 0 ? ann : bob;
            Seated other = i % 2 == 0 ? bob : ann;
            mover.play(moves[i]);
            other.awaitMove(moves[i]);
        }
        for (Seated player : List.of(ann, bob)) {
            assertThat(player.status()).hasAttribute("data-status", "over");
            assertThat(player.page().getByTestId("player-black")).hasAttribute("data-winner", "");
        }
        ann.screenshot("phone-won");
        bob.screenshot("phone-lost-dark");
    }

    @Test
    void theKeyboardAloneIsEnough() {
        BrowserContext browser = CHROMIUM.context(Chromium.desktop());
        Seated ann = seat(browser);
        Seated bob = seat(browser);
        ann.open(base(), "Ann", "Black", "9×9", freshRoom());
        bob.sit(ann.link(), "Bob", "white");
        ann.cell("e5").focus();
        ann.page().keyboard().press("ArrowUp");
        ann.page().keyboard().press("ArrowRight");
        ann.page().keyboard().press("Enter");
        ann.awaitMove("f6");
        bob.awaitMove("f6");
        assertThat(bob.page().getByTestId("announcements"))
                .containsText(Pattern.compile("f6", Pattern.CASE_INSENSITIVE));
        bob.cell("f6").focus();
        bob.page().keyboard().press("Home");
        bob.page().keyboard().press("Space");
        bob.awaitMove("a6");
        assertThat(ann.cell("a6")).hasAttribute("data-stone", "white");
    }

    @Test
    void aReloadKeepsSeatMovesAndChat() {
        BrowserContext browser = CHROMIUM.context(Chromium.desktop());
        Seated ann = seat(browser);
        Seated bob = seat(browser);
        ann.open(base(), "Ann", "Black", "15×15", freshRoom());
        bob.sit(ann.link(), "Bob", "white");
        ann.play("h8");
        bob.play("i9");
        bob.page().getByTestId("say").fill("still here?");
        bob.page().getByTestId("send").click();
        assertThat(ann.page().getByTestId("chat")).containsText("still here?");
        ann.page().reload();
        assertThat(ann.status()).hasAttribute("data-seat", "black");
        ann.awaitMove("i9");
        assertThat(ann.page().getByTestId("chat")).containsText("still here?");
        assertThat(ann.page().getByTestId("moves")).containsText("h8");
        ann.play("g7");
        bob.awaitMove("g7");
    }

    @Test
    void thePageSpeaksTheBrowsersLanguageAndAnotherOnRequest() {
        Seated ann = seat(CHROMIUM.context(Chromium.desktop().setLocale("zh-CN")));
        ann.page().navigate(base().toString());
        assertThat(ann.page().locator("html")).hasAttribute("lang", Pattern.compile("zh.*"));
        assertThat(ann.page().getByTestId("create")).hasText("开房间");
        ann.screenshot("desktop-home-zh");
        ann.page().getByTestId("language").selectOption("en");
        assertThat(ann.page().locator("html")).hasAttribute("lang", "en");
        assertThat(ann.page().getByTestId("create")).hasText("Open the room");
    }

    @Test
    void nothingStandsOutOfAPhonesScreen() {
        Seated ann = seat(CHROMIUM.context(phone()));
        ann.page().navigate(base().toString());
        assertThat(width(ann)).isLessThanOrEqualTo(PHONE_WIDTH);
        ann.screenshot("phone-home");
        ann.open(base(), "Ann", "Black", "15×15", freshRoom());
        assertThat(width(ann)).isLessThanOrEqualTo(PHONE_WIDTH);
        Locator board = ann.page().getByRole(AriaRole.GRID);
        assertThat(board.boundingBox().width).isGreaterThan(PHONE_WIDTH * 0.85);
    }

    @Test
    void onADesktopNothingNeedsScrolling() {
        for (int height : new int[] {720, 900}) {
            Browser.NewContextOptions desktop = Chromium.desktop().setViewportSize(height * 16 / 9, height);
            Seated ann = seat(CHROMIUM.context(desktop));
            Seated bob = seat(CHROMIUM.context(desktop));
            String link = base() + "?room=" + freshRoom() + "&rule=renju&opening=taraguchi-10";
            ann.sit(link, "Ann", "black");
            assertFits(ann);
            bob.sit(link, "Bob", "white");
            ann.play("h8");
            assertThat(bob.page().getByTestId("choice")).hasCount(2);
            assertFits(bob);
            ann.page().getByTestId("draw").click();
            bob.page().getByTestId("accept").click();
            assertThat(ann.page().getByTestId("rematch")).isVisible();
            assertFits(ann);
            ann.screenshot("desktop-over");
        }
    }

    private static void assertFits(Seated player) {
        assertThat((Integer) player.page().evaluate("document.documentElement.scrollHeight - innerHeight"))
                .isZero();
    }

    private static int width(Seated player) {
        return (int) player.page().evaluate("document.documentElement.scrollWidth");
    }

    private static Browser.NewContextOptions phone() {
        return new Browser.NewContextOptions()
                .setLocale("en-US")
                .setViewportSize(PHONE_WIDTH, PHONE_HEIGHT)
                .setDeviceScaleFactor(2)
                .setHasTouch(true)
                .setIsMobile(true)
                .setReducedMotion(ReducedMotion.REDUCE);
    }

    private static Seated seat(BrowserContext context) {
        return new Seated(context.newPage());
    }
}
