package org.parlor.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.net.URLEncoder;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.parlor.contract.ContractTest;

/** Two people play backgammon in two pages of a real browser. */
class BackgammonIT extends ContractTest {

    private static final int PHONE_WIDTH = 390;

    /** A match to 3 begins; black has rolled 31. */
    private static final String OPENING = "length=3&position=" + encoded("4HPwATDgc/ABMA:cIllAAAAAAAA");

    /** A match to 7 at 4:2, white holds the cube at 2; black has rolled 53 and one checker on the bar. */
    private static final String MIDDLE = "length=7&position=" + encoded("mOfgASE4z8EDQA:QYnuACAAIAAA");

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @Test
    void aRoomIsOpenedFromTheStartPageAndPlayedWithADoubleAndATake() {
        Seated ann = desktop();
        Seated bob = phone();
        ann.page().navigate(base().toString());
        ann.page().getByText("Backgammon").click();
        ann.page().getByTestId("new-room").getByText("5").click();
        ann.screenshot("desktop-home-backgammon");
        ann.page().getByTestId("player-name").fill("Ann");
        ann.page().getByTestId("new-room").getByText("Black").click();
        ann.page().getByTestId("room-name").fill(freshRoom());
        ann.page().getByTestId("create").click();
        bob.sit(ann.link(), "Bob", "white");
        decide(toDecide(ann, bob));
        choose(toDecide(ann, bob), "double");
        Seated doubled = toDecide(ann, bob);
        doubled.screenshot("backgammon-doubled");
        choose(doubled, "take");
        assertThat(board(ann)).hasAttribute("data-cube", "2");
        assertThat(board(bob)).hasAttribute("data-cube", "2");
        for (int i = 0; i < 6; i++) {
            decide(toDecide(ann, bob));
        }
        assertThat(ann.page().getByTestId("moves")).containsText(Pattern.compile("[1-6][1-6]:"));
        assertThat(ann.page().getByTestId("moves")).containsText("Take");
        ann.screenshot("desktop-backgammon");
        bob.screenshot("phone-backgammon-dark");
    }

    @Test
    void aPlayIsMadeOfStepsThatCanBeTakenBackAndIsSeenByBoth() {
        Seated ann = desktop();
        Seated bob = desktop();
        begin(ann, bob, OPENING);
        ann.cell("8").click();
        assertThat(ann.cell("5")).hasAttribute("data-goal", "");
        assertThat(ann.cell("3")).not().hasAttribute("data-goal", "");
        ann.cell("5").click();
        assertThat(ann.cell("5")).hasAttribute("data-black", "1");
        assertThat(bob.cell("20")).hasAttribute("data-black", "0");
        ann.page().getByTestId("undo").click();
        assertThat(ann.cell("5")).hasAttribute("data-black", "0");
        ann.cell("6").dragTo(ann.cell("5"));
        ann.cell("8").dragTo(ann.cell("5"));
        assertThat(confirm(ann)).hasText("Play 8/5 6/5");
        confirm(ann).click();
        assertThat(bob.cell("20")).hasAttribute("data-last", "");
        assertThat(bob.cell("20")).hasAttribute("data-black", "2");
        assertThat(bob.page().getByTestId("moves")).containsText("8/5 6/5");
        assertThat(bob.page().getByTestId("pips-black")).hasText("163 pips");
    }

    @Test
    void theKeyboardAloneIsEnoughAndEveryPointIsTold() {
        Seated ann = desktop();
        Seated bob = desktop();
        begin(ann, bob, OPENING);
        assertThat(ann.cell("8")).hasAttribute("aria-label", "Point 8: 3 black checkers; can go to 7, 5, 4");
        ann.cell("6").focus();
        press(ann, "ArrowLeft", "ArrowLeft", "ArrowLeft");
        assertThat(ann.cell("8")).isFocused();
        press(ann, "Enter", "End", "ArrowLeft", "ArrowLeft", "ArrowLeft", "ArrowLeft", "ArrowLeft", "Enter");
        assertThat(ann.cell("5")).hasAttribute("data-black", "1");
        press(ann, "Backspace");
        assertThat(ann.cell("5")).hasAttribute("data-black", "0");
        for (String point : new String[] {"8", "5", "6", "5"}) {
            ann.cell(point).focus();
            press(ann, "Enter");
        }
        assertThat(ann.page().getByTestId("announcements")).containsText("That makes the play");
        press(ann, "Enter");
        assertThat(bob.page().getByTestId("announcements")).containsText("from 8 to 5, from 6 to 5");
        assertThat(bob.cell("20")).hasAttribute("aria-label", "Point 20: 2 black checkers; last move");
    }

    @Test
    void aPhoneShowsTheWholeBoardAndPlaysByTaps() {
        Seated ann = phone();
        Seated bob = phone();
        begin(ann, bob, MIDDLE);
        assertThat((int) ann.page().evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(PHONE_WIDTH);
        assertThat(board(ann).boundingBox().width).isGreaterThan(PHONE_WIDTH * 0.95);
        ann.cell("bar-black").tap();
        ann.cell("20").tap();
        ann.cell("8").tap();
        ann.screenshot("phone-backgammon-goals");
        assertThat(ann.cell("5")).hasAttribute("aria-label", Pattern.compile("you can hit here"));
        ann.cell("5").tap();
        assertThat(confirm(ann)).hasText("Play bar/20 8/5*");
        ann.screenshot("phone-backgammon-play");
        confirm(ann).tap();
        assertThat(bob.cell("bar-white")).hasAttribute("data-white", "1");
    }

    @Test
    void whoWatchesChoosesTheViewAndTheBrowserRemembersTheDirection() {
        Seated ann = desktop();
        Seated bob = desktop();
        String link = begin(ann, bob, MIDDLE);
        Seated eve = desktop();
        eve.page().navigate(link);
        assertThat(board(eve)).hasAttribute("data-view", "black");
        eve.page().getByTestId("turn").click();
        eve.page().getByTestId("mirror").click();
        eve.page().reload();
        assertThat(board(eve)).hasAttribute("data-view", "white");
        assertThat(eve.cell("1")).isVisible();
        assertThat(eve.cell("1").boundingBox().x).isLessThan(eve.cell("6").boundingBox().x);
        assertThat(ann.cell("1").boundingBox().x).isGreaterThan(ann.cell("6").boundingBox().x);
        assertThat(eve.cell("20")).hasAttribute("data-black", "0");
        assertThat(eve.page().locator("[data-movable]")).hasCount(0);
    }

    @Test
    void aGameIsResignedByAnOfferThatTheOtherAnswers() {
        Seated ann = desktop();
        Seated bob = desktop();
        begin(ann, bob, MIDDLE);
        ann.page().getByTestId("concede").click();
        ann.page().getByTestId("resign-single").click();
        assertThat(bob.page().getByTestId("task")).hasText("Black offers to resign a single game.");
        choose(bob, "accept");
        assertThat(ann.page().getByTestId("match-score-white")).hasText("Points: 4");
        assertThat(board(ann)).hasAttribute("data-cube", "1");
    }

    @Test
    void theSeatsCountMatchesAndTheBoardThePointsOfTheMatch() {
        Seated ann = desktop();
        Seated bob = desktop();
        begin(ann, bob, "length=3");
        ann.page().getByTestId("resign").click();
        ann.page().getByTestId("dialog-yes").click();
        assertThat(bob.page().getByTestId("player-white").locator(".score")).hasText("Matches 1");
        assertThat(bob.page().getByTestId("match-score-white")).hasText("Points: 0");
    }

    @Test
    void theSeatsCountPointsWherePlayersPlayForMoney() {
        Seated ann = desktop();
        Seated bob = desktop();
        begin(ann, bob, "length=0&jacoby=off");
        Seated loser = toDecide(ann, bob);
        loser.page().getByTestId("concede").click();
        loser.page().getByTestId("resign-gammon").click();
        boolean annLoses = loser.equals(ann);
        choose(annLoses ? bob : ann, "accept");
        String winner = annLoses ? "white" : "black";
        assertThat(ann.page().getByTestId("player-" + winner).locator(".score")).hasText("Points 2");
    }

    /** Two players sit down in a fresh room with these options; the link to it. */
    private String begin(Seated black, Seated white, String query) {
        String link = base() + "?room=" + freshRoom() + "&game=backgammon&" + query;
        black.sit(link, "Ann", "black");
        white.sit(link, "Bob", "white");
        assertThat(black.status()).hasAttribute("data-status", "playing");
        return link;
    }

    /** The player whose decision is next, once the page knows what may be chosen. */
    private static Seated toDecide(Seated one, Seated other) {
        one.page().waitForCondition(() -> decides(one) || decides(other));
        return decides(one) ? one : other;
    }

    private static boolean decides(Seated player) {
        return choices(player).count() > 0 || movable(player).count() > 0;
    }

    /** Takes the first choice, or plays the first steps that there are. */
    private static void decide(Seated player) {
        if (choices(player).count() > 0) {
            choices(player).first().click();
            return;
        }
        while (confirm(player).isDisabled()) {
            movable(player).first().click();
            player.page().locator("[data-goal]").first().click();
        }
        confirm(player).click();
    }

    private static void choose(Seated player, String move) {
        player.page().locator("[data-testid=choice][data-move=" + move + "]").click();
    }

    private static Locator choices(Seated player) {
        return player.page().locator("[data-testid=choice]:enabled");
    }

    private static Locator movable(Seated player) {
        return player.page().locator("[data-movable]");
    }

    private static void press(Seated player, String... keys) {
        for (String key : keys) {
            player.page().keyboard().press(key);
        }
    }

    private static Locator board(Seated player) {
        return player.page().locator(".backgammon");
    }

    private static Locator confirm(Seated player) {
        return player.page().getByTestId("confirm-move");
    }

    private static Seated desktop() {
        return new Seated(CHROMIUM.context(Chromium.desktop()).newPage());
    }

    private static Seated phone() {
        Browser.NewContextOptions options = new Browser.NewContextOptions()
                .setLocale("en-US")
                .setViewportSize(PHONE_WIDTH, 844)
                .setDeviceScaleFactor(2)
                .setHasTouch(true)
                .setIsMobile(true)
                .setColorScheme(ColorScheme.DARK)
                .setReducedMotion(ReducedMotion.REDUCE);
        return new Seated(CHROMIUM.context(options).newPage());
    }

    private static String encoded(String position) {
        return URLEncoder.encode(position, UTF_8);
    }
}
