package org.parlor.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.parlor.contract.ContractTest;

/** What players see of the check of their dice. */
class DiceIT extends ContractTest {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private final Seated ann = new Seated(CHROMIUM.context(Chromium.desktop()).newPage());
    private final Seated bob = new Seated(CHROMIUM.context(Chromium.desktop()).newPage());

    private void begin() {
        String link = base() + "?game=backgammon&room=" + freshRoom();
        ann.sit(link, "Ann", "black");
        bob.sit(link, "Bob", "white");
        assertThat(dice(ann)).hasAttribute("data-dice", "committed");
    }

    private void end() {
        bob.page().getByTestId("resign").click();
        bob.page().getByTestId("dialog-yes").click();
    }

    @Test
    void everyThrowIsCheckedInThePageWhenTheGameIsOverAlsoAfterAReload() {
        begin();
        end();
        assertThat(dice(ann)).hasAttribute("data-dice", "verified");
        assertThat(dice(bob)).hasAttribute("data-dice", "verified");
        dice(ann).locator("summary").click();
        assertThat(dice(ann).locator("dd")).hasCount(5);
        ann.screenshot("dice-verified");
        ann.page().reload(new Page.ReloadOptions());
        assertThat(dice(ann)).hasAttribute("data-dice", "verified");
    }

    @Test
    void whereTheBrowserAllowsNoCheckThePageSaysSo() {
        // As it is on a page that comes over plain http from another machine.
        ann.page().addInitScript("Object.defineProperty(Crypto.prototype, 'subtle', { get: () => undefined })");
        begin();
        end();
        assertThat(dice(ann)).hasAttribute("data-dice", "insecure");
    }

    private static Locator dice(Seated player) {
        return player.page().getByTestId("dice");
    }
}
