package org.parlor.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.parlor.contract.ContractTest;

/** Games as files, and the games that a room has seen, in a real browser. */
class RecordsIT extends ContractTest {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    /** Nine moves to a five, and one too many. */
    private static final String FIVE =
            """
            (;GM[4]FF[4]SZ[15]RU[renju]PB[Ann]PW[Bob]
            ;B[hh];W[hg];B[gh];W[gg];B[ih];W[ig];B[fh];W[fg];B[jh];W[aa])
            """;

    private final Seated ann = seat(Chromium.desktop());
    private final Seated bob = seat(Chromium.desktop());

    @Test
    void aGameGoesThroughAFileIntoAnotherRoomAndOnFromThere() throws IOException {
        begin();
        play("h8", "h9", "g7");
        ann.page().getByTestId("resign").click();
        ann.page().getByTestId("dialog-yes").click();
        assertThat(bob.status()).hasAttribute("data-status", "over");
        bob.page().getByTestId("downloads").locator("summary").click();
        bob.screenshot("desktop-downloads");
        Download download = bob.page().waitForDownload(bob.page().getByTestId("download-sgf")::click);
        Path file = download.path();
        assertThat(Files.readString(file)).contains("PB[Ann]", "RE[W+R]", ";B[hh]", ";W[hg]", ";B[gi]");
        assertThat(download.suggestedFilename()).endsWith("-1.sgf");

        Seated reader = seat(Chromium.desktop());
        open(reader, "game.sgf", Files.readString(file));
        assertThat(reader.status()).hasAttribute("data-status", "over");
        assertThat(reader.status()).containsText("Bob won – by resignation");
        reader.awaitMove("g7");
        reader.page().getByTestId("back").click();
        reader.awaitMove("h9");
        Page another = reader.page().waitForPopup(reader.page().getByTestId("play-on")::click);
        Seated next = new Seated(another);
        assertThat(next.status()).hasAttribute("data-status", "waiting");
        assertThat(next.cell("h9")).hasAttribute("data-stone", "white");
        assertThat(next.cell("g7")).not().hasAttribute("data-stone", "black");
        another.close();
    }

    @Test
    void aFileThatIsBrokenIsToldWithLineAndReasonInTheReadersLanguage() {
        CHROMIUM.provoke("status of 400");
        String broken = "(;GM[4]SZ[9]\n;B[aa]\n;W[aa])";
        open(ann, "broken.sgf", broken);
        assertThat(error(ann)).containsText("broken.sgf could not be read. Check line 3");
        assertThat(error(ann)).containsText("a9 already holds a black stone");
        ann.screenshot("desktop-broken-file");
        Seated chinese = seat(Chromium.desktop().setLocale("zh-CN"));
        open(chinese, "broken.sgf", broken);
        assertThat(error(chinese)).containsText("第 3 行");
        assertThat(error(chinese)).not().containsText("stone");
        open(ann, "letter.txt", "Dear Ann");
        assertThat(error(ann)).containsText("letter.txt could not be read. Check line 1");
        open(ann, "game.psq", "Piskvorky 15x15, 0:0, 0\n8,8,0\n9,9,0\n-1\n");
        ann.awaitMove("i7");
        assertThat(ann.status()).containsText("An unfinished game");
    }

    @Test
    void everyRoundCanBeReplayedAndLinkedTo() {
        begin();
        String[] five = {"d8", "d9", "e8", "e9", "f8", "f9", "g8", "g9", "h8"};
        play(five);
        bob.page().bringToFront();
        bob.page().getByTestId("rematch").click();
        ann.page().bringToFront();
        ann.page().getByTestId("accept").click();
        assertThat(ann.status()).hasAttribute("data-seat", "white");
        bob.play("a1");
        ann.awaitMove("a1");
        ann.page().getByTestId("round").selectOption("1");
        ann.awaitMove("h8");
        assertThat(ann.cell("d8")).hasAttribute("aria-label", Pattern.compile("in the winning row"));
        assertThat(ann.page().getByTestId("end")).containsText("Ann won – five in a row");
        ann.screenshot("desktop-earlier-round");
        ann.page().getByTestId("back").click();
        ann.awaitMove("g9");
        String link = replay(ann).getByTestId("share-link").inputValue();
        assertThat(link).endsWith("#round=1&move=8");
        Seated reader = seat(Chromium.desktop());
        for (String address : new String[] {link, link.replace('#', '&')}) {
            reader.page().navigate(address);
            reader.awaitMove("g9");
            assertThat(replay(reader)).hasAttribute("data-round", "1");
            assertThat(replay(reader)).hasAttribute("data-move", "8");
        }
        reader.page().getByTestId("to-game").click();
        reader.awaitMove("a1");
        assertThat(replay(reader)).hasAttribute("data-round", "2");
    }

    @Test
    void whatRenjuForbadeIsMarkedInTheReplay() {
        open(ann, "renju.sgf", "(;GM[4]SZ[15]RU[renju];B[gh];W[ao];B[ih];W[am];B[hi];W[co];B[hg];W[cm];B[jj])");
        ann.awaitMove("j6");
        ann.page().getByTestId("back").click();
        assertThat(ann.cell("h8")).hasAttribute("aria-label", "h8, forbidden for black");
        ann.page().getByTestId("back").click();
        assertThat(ann.cell("h8")).hasAttribute("aria-label", "h8, empty");
    }

    @Test
    void aGameOfAFileIsAtHomeOnAPhoneWithKeysAndReasons() {
        CHROMIUM.provoke("status of 400");
        Seated reader = seat(new Browser.NewContextOptions()
                .setLocale("en-US")
                .setViewportSize(360, 740)
                .setHasTouch(true)
                .setIsMobile(true));
        reader.page().navigate(base().toString());
        reader.page().getByTestId("record-file").scrollIntoViewIfNeeded();
        reader.screenshot("phone-open-file");
        open(reader, "five.sgf", FIVE.replace(";W[aa]", ""));
        assertThat(reader.status()).containsText("Ann won – five in a row");
        assertThat(reader.cell("f8")).hasAttribute("aria-label", Pattern.compile("in the winning row"));
        reader.page().getByTestId("moves").focus();
        reader.page().keyboard().press("ArrowLeft");
        reader.awaitMove("f9");
        assertThat(reader.page().getByTestId("announcements")).containsText("8. White f9");
        assertThat(reader.page().getByTestId("play-on")).isVisible();
        replay(reader).scrollIntoViewIfNeeded();
        reader.page().getByTestId("downloads").locator("summary").click();
        reader.screenshot("phone-replay");
        Object overflow = reader.page().evaluate("document.documentElement.scrollWidth > innerWidth");
        assertThat(overflow).isEqualTo(false);
        open(reader, "late.sgf", FIVE);
        assertThat(error(reader)).containsText("Check line 2");
        assertThat(error(reader)).containsText("the game was over before a15: black had won (five)");
    }

    private void begin() {
        ann.open(base(), "Ann", "Black", "15×15", freshRoom());
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

    /** Chooses a file on the start page. */
    private void open(Seated reader, String name, String text) {
        reader.page().navigate(base().toString());
        reader.page()
                .getByTestId("record-file")
                .setInputFiles(new FilePayload(name, "text/plain", text.getBytes(UTF_8)));
    }

    private static Locator error(Seated reader) {
        return reader.page().getByTestId("record-error");
    }

    private static Locator replay(Seated reader) {
        return reader.page().getByTestId("replay");
    }

    private static Seated seat(Browser.NewContextOptions options) {
        return new Seated(CHROMIUM.context(options).newPage());
    }
}
