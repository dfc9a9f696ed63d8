package org.parlor.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.parlor.page.Node.Outcome;

/**
 * The page's modules have tests of their own, in {@code src/test/js}, types, which TypeScript checks, and a linter. Where Node or
 * these tools are missing the page is tested in the browser alone, but never where {@code CI} is set.
 */
class PageModulesTest {

    private static final Path TESTS = Path.of("src", "test", "js");
    private static final Path COMPILER = Path.of("typescript", "bin", "tsc");
    private static final Path LINTER = Path.of("eslint", "bin", "eslint.js");

    @Test
    void thePagesPureModulesPassTheirTestsAndNoneIsSkipped() throws IOException, InterruptedException {
        List<String> tests = testFiles();
        assertThat(tests).isNotEmpty();
        Outcome outcome = Node.run(Stream.concat(Stream.of("--test", "--test-reporter=tap"), tests.stream())
                .toList());
        assertPassed(outcome);
        assertThat(outcome.output()).contains("\n# skipped 0\n", "\n# todo 0\n");
    }

    @Test
    void everyModuleOfThePageKeepsToItsTypes() throws InterruptedException {
        assertPassed(Node.runTool(COMPILER));
    }

    @Test
    void everyTestOfThePageKeepsToItsTypes() throws InterruptedException {
        assertPassed(Node.runTool(COMPILER, "--project", TESTS.toString()));
    }

    @Test
    void theLinterHasNothingToSayOfThePageAndItsTests() throws InterruptedException {
        assertPassed(Node.runTool(LINTER, "--max-warnings", "0"));
    }

    private static void assertPassed(Outcome outcome) {
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
}
