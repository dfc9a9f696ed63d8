package org.parlor.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The pure modules of the page have tests of their own, in {@code src/test/js}; Node runs them where it is installed. */
class PageModulesTest {

    private static final Path TESTS = Path.of("src", "test", "js");

    @Test
    void thePagesPureModulesPassTheirTests() throws IOException, InterruptedException {
        assumeTrue(
                run(List.of("node", "--experimental-default-type=module", "--version"))
                        .passed(),
                "no Node 20 or newer here: the page's modules are tested in the browser alone");
        Outcome outcome = run(
                Stream.concat(Stream.of("node", "--experimental-default-type=module", "--test"), testFiles().stream())
                        .toList());
        assertThat(outcome.passed()).as(outcome.output()).isTrue();
    }

    private static List<String> testFiles() throws IOException {
        try (Stream<Path> files = Files.list(TESTS)) {
            return files.map(Path::toString)
                    .filter(name -> name.endsWith(".test.js"))
                    .sorted()
                    .toList();
        }
    }

    private record Outcome(boolean passed, String output) {}

    private static Outcome run(List<String> command) throws InterruptedException {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Outcome(process.waitFor() == 0, output);
        } catch (IOException e) {
            return new Outcome(false, e.toString());
        }
    }
}
