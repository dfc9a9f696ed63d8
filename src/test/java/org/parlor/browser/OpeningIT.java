package org.parlor.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.parlor.contract.ContractTest;

/** Openings as people see them: what is asked of them, in words, and what they may choose. */
class OpeningIT extends ContractTest {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @Test
    void aSwap2GameIsPlayedWithButtonsAndColoursChangeHands() {
        Seated ann = seat(Chromium.desktop());
        Seated bob = seat(phone());
        begin(ann, bob, "15×15", "Swap2");
        assertThat(task(ann)).containsText("stone 1 of 3");
        assertThat(task(bob)).containsText("Ann places the first three stones");
        for (String stone : new String[] {"h8", "h9", "i8"}) {
            ann.play(stone);
            bob.awaitMove(stone);
        }
        assertThat(ann.cell("h9")).hasAttribute("data-stone", "white");
        assertThat(task(bob)).containsText("Keep white, swap to black, or place two more stones");
        assertThat(choices(ann)).hasCount(0);
        assertThat(choices(bob)).hasCount(3);
        bob.screenshot("phone-swap2-choice");
        ann.screenshot("desktop-swap2-waiting");
        choice(bob, "put 2 more").click();
        bob.play("a1");
        assertThat(task(bob)).containsText("Now the black one");
        bob.play("b2");
        assertThat(task(ann)).containsText("Keep black, or swap and play white?");
        ann.screenshot("desktop-swap2-choice");
        choice(ann, "swap").focus();
        ann.page().keyboard().press("Enter");
        assertThat(ann.status()).hasAttribute("data-seat", "white");
        assertThat(bob.status()).hasAttribute("data-seat", "black");
        assertThat(bob.page().getByTestId("player-black")).containsText("Bob");
        assertThat(bob.page().getByTestId("chat")).containsText("the players changed colours");
        ann.play("h7");
        bob.awaitMove("h7");
        bob.play("j8");
        ann.awaitMove("j8");
        assertThat(task(ann)).hasCount(0);
        ann.screenshot("desktop-swap2-playing");
    }

    @Test
    void offeredFifthStonesAreShownAndOneIsPicked() {
        Seated ann = seat(phone());
        Seated bob = seat(Chromium.desktop());
        begin(ann, bob, "Renju", "Soosõrv-8");
        ann.screenshot("phone-soosorv-first");
        for (String stone : new String[] {"h8", "h9", "h10"}) {
            ann.play(stone);
            bob.awaitMove(stone);
        }
        choice(bob, "stay").click();
        bob.play("h11");
        bob.screenshot("desktop-soosorv-declare");
        choice(bob, "fifths 2").click();
        choice(ann, "stay").click();
        offer(ann, "i9");
        assertThat(ann.cell("g9")).hasAttribute("data-forbidden", "");
        ann.screenshot("phone-soosorv-offer");
        offer(ann, "g10");
        assertThat(task(bob)).containsText("Pick one of the offered points");
        bob.screenshot("desktop-soosorv-pick");
        bob.play("g10");
        ann.awaitMove("g10");
        assertThat(ann.cell("g10")).hasAttribute("data-stone", "black");
        assertThat(ann.cell("i9")).not().hasAttribute("data-offered", "");
        bob.play("g9");
        ann.awaitMove("g9");
    }

    @Test
    void theFormOffersTheOpeningsThatTheRuleAndTheBoardHave() {
        Seated ann = seat(Chromium.desktop());
        ann.page().navigate(base().toString());
        assertThat(opening(ann, "rif")).hasCount(0);
        ann.page().getByText("Renju", exactly()).click();
        ann.page().getByText("RIF", exactly()).click();
        assertThat(opening(ann, "rif")).isChecked();
        ann.screenshot("desktop-opening-form");
        ann.page().getByText("Standard", exactly()).click();
        assertThat(opening(ann, "free")).isChecked();
        ann.page().getByText("20×20", exactly()).click();
        assertThat(opening(ann, "pro")).hasCount(0);
        assertThat(opening(ann, "swap2")).hasCount(1);
    }

    private void begin(Seated ann, Seated bob, String choice, String opening) {
        ann.page().navigate(base().toString());
        ann.page().getByText(choice, exactly()).click();
        ann.page().getByText(opening, exactly()).click();
        ann.page().getByText("Black", exactly()).click();
        ann.page().getByTestId("player-name").fill("Ann");
        ann.page().getByTestId("room-name").fill(freshRoom());
        ann.page().getByTestId("create").click();
        assertThat(ann.status()).hasAttribute("data-status", "waiting");
        bob.sit(ann.link(), "Bob", "white");
    }

    private static void offer(Seated player, String point) {
        player.choose(point);
        assertThat(player.cell(point)).hasAttribute("data-offered", "");
    }

    private static Locator task(Seated player) {
        return player.page().getByTestId("task");
    }

    private static Locator choices(Seated player) {
        return player.page().getByTestId("choice");
    }

    private static Locator choice(Seated player, String move) {
        return player.page().locator("[data-testid='choice'][data-move='" + move + "']");
    }

    private static Locator opening(Seated player, String value) {
        return player.page().locator("input[name='opening'][value='" + value + "']");
    }

    private static Page.GetByTextOptions exactly() {
        return new Page.GetByTextOptions().setExact(true);
    }

    private static Browser.NewContextOptions phone() {
        return new Browser.NewContextOptions()
                .setLocale("en-US")
                .setViewportSize(360, 740)
                .setDeviceScaleFactor(2)
                .setIsMobile(true)
                .setHasTouch(true);
    }

    private static Seated seat(Browser.NewContextOptions options) {
        return new Seated(CHROMIUM.context(options).newPage());
    }
}
