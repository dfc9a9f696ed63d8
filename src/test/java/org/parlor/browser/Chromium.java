package org.parlor.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.parlor.protocol.FrameSchemas.Direction.FROM_CLIENT;
import static org.parlor.protocol.FrameSchemas.Direction.FROM_SERVER;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.WebSocket;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.parlor.protocol.FrameSchemas;
import org.parlor.protocol.FrameSchemas.Direction;

/**
 * A real Chromium for the tests of a class. Where there is none they are skipped, but never where {@code CI} is set. A
 * test whose pages had errors fails.
 */
public final class Chromium implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {

    private static final List<Path> PLACES = List.of(
            Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"), Path.of("/usr/bin/google-chrome"));

    /** No sandbox because build machines run as root; no calls home because they have no network. */
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    /** Busy machines need more than the 5 seconds that Playwright waits of itself for what a test expects. */
    private static final double PATIENCE_MILLIS = 20_000;

    private static final FrameSchemas SCHEMAS = FrameSchemas.ofProject();

    private Playwright playwright;
    private Browser browser;
    private final List<BrowserContext> contexts = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private final List<String> provoked = new ArrayList<>();

    @Override
    public void beforeAll(ExtensionContext context) {
        Optional<Path> chromium = PLACES.stream().filter(Files::isExecutable).findFirst();
        String missing = "no Chromium in " + PLACES + ": install Debian's package chromium to run the browser tests";
        if (System.getenv("CI") != null) {
            assertThat(chromium).as(missing).isPresent();
        }
        assumeTrue(chromium.isPresent(), missing);
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium.get())
                        .setArgs(ARGUMENTS));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        contexts.forEach(BrowserContext::close);
        contexts.clear();
        List<String> found = problems.stream()
                .filter(problem -> provoked.stream().noneMatch(problem::contains))
                .toList();
        problems.clear();
        provoked.clear();
        assertThat(found).as("errors of the pages").isEmpty();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (playwright != null) {
            playwright.close();
        }
    }

    /** Errors with these words are what this test is about. */
    void provoke(String words) {
        provoked.add(words);
    }

    /** A browser of its own, with its own storage, until the test ends. */
    BrowserContext context(Browser.NewContextOptions options) {
        BrowserContext context = browser.newContext(options);
        context.onWebError(error -> problems.add(error.error()));
        context.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                problems.add(message.text());
            }
        });
        context.onPage(page -> page.onWebSocket(this::listen));
        contexts.add(context);
        return context;
    }

    /** The page too must keep to the protocol, in both directions. */
    private void listen(WebSocket socket) {
        socket.onFrameSent(frame -> check(FROM_CLIENT, frame.text()));
        socket.onFrameReceived(frame -> check(FROM_SERVER, frame.text()));
    }

    private void check(Direction direction, String frame) {
        try {
            SCHEMAS.check(direction, frame);
        } catch (AssertionError e) {
            problems.add(e.getMessage());
        }
    }

    /** What most people sit in front of. */
    static Browser.NewContextOptions desktop() {
        return new Browser.NewContextOptions().setLocale("en-US").setViewportSize(1440, 900);
    }
}
