package org.parlor.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.parlor.contract.ContractTest;

/** What a reader of a game sees in a real browser: earlier positions, forbidden points, and who stays away. */
class ReplayIT extends ContractTest {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private final Seated ann = seat();
    private final Seated bob = seat();

    @Test
    void whoLooksBackStaysThereWhileTheGameGoesOn() {
        begin("15×15");
        play("h8", "h9", "g7");
        moves(ann).focus();
        ann.page().keyboard().press("ArrowLeft");
        ann.page().keyboard().press("ArrowLeft");
        assertThat(replay(ann)).hasAttribute("data-move", "1");
        assertThat(ann.cell("h9")).not().hasAttribute("data-stone", "white");
        bob.play("i9");
        assertThat(ann.page().getByTestId("news")).containsText("1");
        assertThat(ann.page().getByTestId("announcements")).containsText("i9");
        assertThat(replay(ann)).hasAttribute("data-move", "1");
        ann.cell("a1").click();
        assertThat(ann.cell("a1")).not().hasAttribute("data-stone", "black");
        ann.screenshot("desktop-replay");
        ann.page().getByTestId("to-game").click();
        ann.awaitMove("i9");
        ann.play("a1");
        bob.awaitMove("a1");
    }

    @Test
    void everyPositionOfAGameHasALink() {
        begin("15×15");
        play("h8", "h9", "g7");
        bob.page().getByTestId("back").click();
        String link = replay(bob).getByTestId("share-link").inputValue();
        Seated reader = seat();
        reader.page().navigate(link);
        reader.awaitMove("h9");
        assertThat(replay(reader)).hasAttribute("data-looking-back", "");
        moves(reader).locator("[data-move='1']").click();
        reader.awaitMove("h8");
        assertThat(reader.cell("h9")).not().hasAttribute("data-stone", "white");
        reader.page().getByTestId("last").click();
        reader.awaitMove("g7");
        assertThat(replay(reader)).not().hasAttribute("data-looking-back", "");
    }

    @Test
    void forbiddenPointsAreMarkedForEveryone() {
        begin("Renju");
        play("g8", "a1", "i8", "a3", "h7", "c1", "h9", "c3");
        for (Seated reader : new Seated[] {ann, bob}) {
            assertThat(reader.cell("h8")).hasAttribute("aria-label", "h8, forbidden for black");
        }
        ann.cell("h8").click();
        assertThat(notice(ann)).hasAttribute("data-reason", "forbidden");
    }

    @Test
    void aRefusalIsToldInTheLanguageOfThePage() {
        begin("Renju");
        play("g8", "a1", "i8", "a3", "h7", "c1", "h9", "c3");
        ann.cell("h8").click();
        assertThat(notice(ann)).containsText("h8 is forbidden to black: double-three");
        ann.page().getByTestId("language").selectOption("zh");
        assertThat(notice(ann).locator("p")).hasText("规则不允许这样走，请换一手。");
    }

    @Test
    void aClaimThatComesTooEarlyIsAnsweredWithTheTimeThatIsLeft() {
        begin("15×15");
        play("h8");
        ann.page().close();
        bob.page().getByTestId("claim").click();
        assertThat(notice(bob)).hasAttribute("data-reason", "too-early");
        assertThat(notice(bob)).containsText("claim again in");
    }

    private void begin(String choice) {
        ann.open(base(), "Ann", "Black", choice, freshRoom());
        bob.sit(ann.link(), "Bob", "white");
    }

    private void play(String... moves) {
        for (int i = 0; i < moves.length; i++) {
            Seated mover = i % 2 == 0 ? ann : bob;
            Seated other = i % 2 == 0 ? bob : ann;
            mover.play(moves[i]);
            other.awaitMove(moves[i]);
        }
    }

    private static Locator replay(Seated reader) {
        return reader.page().getByTestId("replay");
    }

    private static Locator moves(Seated reader) {
        return reader.page().getByTestId("moves");
    }

    private static Locator notice(Seated reader) {
        return reader.page().getByTestId("notice");
    }

    private static Seated seat() {
        Page page = CHROMIUM.context(Chromium.desktop()).newPage();
        return new Seated(page);
    }
}
