package org.parlor.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.nio.file.Path;

/** A person in front of a page of Parlor. */
record Seated(Page page) {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    /** Opens a room from the home page, with the size or the rule that its form calls so. */
    void open(URI base, String name, String colour, String choice, String room) {
        page.navigate(base.toString());
        page.getByText(choice, exactly()).click();
        page.getByTestId("new-room")
                .getByText(colour, new Locator.GetByTextOptions().setExact(true))
                .click();
        page.getByTestId("player-name").fill(name);
        page.getByTestId("room-name").fill(room);
        page.getByTestId("create").click();
        assertThat(status()).hasAttribute("data-status", "waiting");
    }

    /** Follows a link into a room and takes a seat. */
    void sit(String link, String name, String seat) {
        page.navigate(link);
        page.getByTestId("player-name").fill(name);
        page.getByTestId("sit-" + seat).click();
        assertThat(status()).hasAttribute("data-seat", seat);
    }

    /** The link that the page offers to share. */
    String link() {
        return page.getByTestId("share-link").first().inputValue();
    }

    /** Plays a move and sees it played. */
    void play(String point) {
        choose(point);
        awaitMove(point);
    }

    /** Chooses a point as soon as it may, with the mouse, or with two taps on a small board. */
    void choose(String point) {
        page.locator("[data-playable]").waitFor();
        cell(point).click();
        if (page.getByTestId("confirm-move").isVisible()) {
            page.getByTestId("confirm-move").click();
        }
    }

    void awaitMove(String point) {
        assertThat(cell(point)).hasAttribute("data-last", "");
    }

    Locator cell(String point) {
        return page.locator("[data-point='" + point + "']");
    }

    Locator status() {
        return page.getByTestId("status");
    }

    /** Keeps a picture for people to look at. A tab in the background is painted when the browser finds time. */
    void screenshot(String name) {
        page.bringToFront();
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")));
    }

    private static Page.GetByTextOptions exactly() {
        return new Page.GetByTextOptions().setExact(true);
    }
}
